"""Entries of `slides:` whose kind is unclear: reported, with the kind that was probably meant."""

from deckgen.outline.schema.entry import Entry, Kind, KindTable
from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.syntax.key_synonyms import nearest_key, report_unknown_key
from deckgen.outline.syntax.nodes import Mapping, Scalar, describe_node
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import LocatedRecord, fields, nested_record

_HEADLINE = "title"
"""The kind of a headline alone. Most kinds have this key; so beside other keys it says no kind."""


def report_bare_word(word: Scalar, table: KindTable, diagnostics: Diagnostics) -> None:
    """Report an entry that is a text, but not the word of a slide without keys."""
    text = word.text.strip()
    bare = [name for name, kind in table.kinds.items() if kind.bare]
    key, _, rest = text.replace("\uff1a", " ", 1).partition(" ")  # a colon as wide as a letter
    if not text:
        code, message = "empty-text", "This slide is empty."
        hint = (
            "Type `cover`, or a key such as `section: Part two`, behind the dash; or delete the "
            "line."
        )
    elif text in table.kinds:
        code, message = "missing-key", f"The word `{text}` alone is no slide; it needs its text."
        hint = f"Type `- {text}: …`. See `deckgen kinds {text}`."
    else:
        code, message = "unknown-kind", f"A slide cannot be made of {describe_node(word)} alone."
        if any(key in keys for keys in table.keys.values()):
            hint = f"Did you mean `- {key}: {rest.strip() or '…'}`?"
        elif near := nearest_key(text, bare):
            hint = f"Did you mean `{near}`?"
        else:
            hint = (
                f"Words that are slides by themselves: {', '.join(bare)}. Any other slide has "
                "keys, such as `- section: Part two`."
            )
    diagnostics.error(code, message, word.span, hint)


def probable_kind(
    node: Mapping, table: KindTable, diagnostics: Diagnostics
) -> tuple[Kind | None, Mapping]:
    """Report why no kind has all keys of an entry.

    Return the kind that was probably meant, if any, and the entry with the keys that it has.
    """
    names = [key.text for key, _ in node.pairs]
    kind_keys = [name for name in names if any(name in keys for keys in table.keys.values())]
    named = [name for name in names if name in table.kinds and name != _HEADLINE]
    translated = (nearest_key(name, table.kinds) for name in names if name not in kind_keys)
    kind = table.kind_of([*kind_keys, *filter(None, translated)]) or table.kind_of(kind_keys)
    if kind is None or kind.name == _HEADLINE:
        # The only kind that has the keys of all others, as `bullets` has `image`.
        able = [name for name in named if table.keys[name].issuperset(named)]
        kind = table.kinds[able[0]] if len(able) == 1 else None
    if kind is not None:
        kept = []
        for key, value in node.pairs:
            if key.text in table.keys[kind.name]:
                kept.append((key, value))
                continue
            meant = _report_key(key, kind, names, table, diagnostics)
            if meant and meant not in names:
                kept.append((Scalar(meant, key.span), value))
        return kind, Mapping(tuple(kept), node.span)
    unknown = [key for key, _ in node.pairs if key.text not in kind_keys]
    hint = f"What a slide is follows from its key: {', '.join(table.kinds)}."
    every_key = frozenset[str]().union(*table.keys.values()) - {"slides"}  # only of an include
    for key in unknown:
        report_unknown_key(key, every_key, diagnostics, otherwise=hint)
    if len(named) > 1:
        first, second, *_ = named
        diagnostics.error(
            "two-kinds",
            f"`{first}` and `{second}` do not go together on one slide.",
            next(key.span for key, _ in node.pairs if key.text == second),
            _headline_hint(node, kind_keys, table)
            or f"Make two slides of it: begin the second with a dash, `- {second}: …`; or delete "
            "one of the two keys.",
        )
    elif not unknown:
        _report_no_kind(node, kind_keys, table, diagnostics)
    return None, node


def _headline_hint(node: Mapping, names: list[str], table: KindTable) -> str:
    """Return that a text must be the headline, if one kind then has all keys; else nothing."""
    for key, value in node.pairs:
        rest = [name for name in names if name != key.text]
        if key.text in table.kinds and isinstance(value, Scalar) and _HEADLINE not in rest:
            kind = table.kind_of([*rest, _HEADLINE])
            if kind is not None and kind.name != _HEADLINE:
                return (
                    f"If {describe_node(value)} is the headline, type `title:` instead of "
                    f"`{key.text}:`; else make two slides of it."
                )
    return ""


def _keys_below(kind: Kind, names: list[str]) -> dict[str, str]:
    """Return a hint for each key that stands below one of `names`, as `alt` does below `image`."""
    return {
        name: f"`{name}` belongs to `{outer.name}`: type it below `{outer.name}:`, indented further"
        + (f"; `{short}: …` then stands there, too." if short else ".")
        for outer in fields(kind.entry)
        if outer.name in names
        for short in [outer.metadata.get("short")]
        for name in keys_of(nested_record(outer.type) or LocatedRecord)
    }


def _report_key(
    key: Scalar, kind: Kind, names: list[str], table: KindTable, diagnostics: Diagnostics
) -> str | None:
    """Report a key that a kind does not have; return its key that was probably meant, if any."""
    owners = " or ".join(name for name, keys in table.keys.items() if key.text in keys)
    own = ", ".join(name for name in keys_of(kind.entry) if name not in keys_of(Entry))
    hint = f"A `{kind.name}` slide has {own}; and any slide has {', '.join(keys_of(Entry))}."
    hints = _keys_below(kind, names)
    if owners:
        belongs = f"`{key.text}` belongs to slides of the kind {owners}"
        hints = {key.text: f"{belongs}; a `{kind.name}` slide has {own}."}
    return report_unknown_key(key, table.keys[kind.name], diagnostics, hints, hint)


def _report_no_kind(
    node: Mapping, names: list[str], table: KindTable, diagnostics: Diagnostics
) -> None:
    possible = [name for name, keys in table.keys.items() if keys.issuperset(names)]
    has = " and ".join(f"`{name}`" for name in names) or "nothing"
    diagnostics.error(
        "no-kind",
        f"With {has} alone it is not clear what this slide is.",
        node.span,
        f"Add one of these keys: {', '.join(possible or table.kinds)}. `deckgen kinds` explains "
        "them.",
    )
