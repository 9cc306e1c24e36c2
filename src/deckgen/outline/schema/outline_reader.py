"""The whole outline: its head, and for every entry the kind that follows from its keys."""

from __future__ import annotations

import datetime as dt

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.outline import Outline
from deckgen.outline.schema.record_reader import keys_of, read_record
from deckgen.outline.schema.talk import DEFAULT_LANGUAGE, EVENT_KEY_HINTS, Talk
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostics

_EVERYWHERE = frozenset(keys_of(Entry))


def read_outline(node: Node, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> Outline | None:
    """Read an outline; None when it has no head or no slides at all.

    Where single slides or keys are wrong, that is told, and they are left out of what comes back,
    so that the later stages can find more in the same run.
    """
    if not isinstance(node, Mapping):
        diagnostics.error(
            "wrong-type",
            f"An outline begins with keys such as `title`, not with {describe_node(node)}.",
            node.span,
            "Begin with `title: My talk`; then type `slides:`, and below it the slides.",
        )
        return None
    slides = node.get("slides") or _nearly_slides(node)
    if not isinstance(slides, Sequence):
        from deckgen.outline.schema.town_file import report_town_file

        if report_town_file(node, slides, diagnostics):
            return None
    entries = _entries(node, slides, diagnostics)
    talk = _talk(node, kinds, diagnostics)
    _check_frame(talk, kinds, diagnostics)
    if entries is None:
        return None
    reader = _Entries(kinds, diagnostics)
    found: list[tuple[Kind, Entry]] = []
    unread: list[str] = []
    for item in entries:
        pair = reader.read(item)
        if pair is not None:
            found.append(pair)
        elif isinstance(item, Mapping) and isinstance(name := item.get("id"), Scalar):
            unread.append(name.text)
    return Outline(talk, tuple(found), frozenset(unread))


def slide_keys(node: Node) -> set[str]:
    """Return the keys and bare words of all slides: among them are the names of their kinds."""
    slides = node.get("slides") if isinstance(node, Mapping) else None
    words: set[str] = set()
    for item in slides.items if isinstance(slides, Sequence) else ():
        if isinstance(item, Mapping):
            words.update(key.text for key, _ in item.pairs)
        elif isinstance(item, Scalar):
            words.add(item.text)
    return words


def _nearly_slides(node: Mapping) -> Node | None:
    """Find the list under a key that was meant as `slides`; the key itself is told as unknown."""
    return next((value for key, value in _first(node) if _means_slides(key)), None)


def _first(node: Mapping) -> tuple[tuple[Scalar, Node], ...]:
    """Return as many pairs as are told of one by one; it takes a while to guess what is meant."""
    return node.pairs[:MOST_OF_A_KIND]


def _means_slides(key: Scalar) -> bool:
    from deckgen.outline.syntax.key_synonyms import nearest_key

    return nearest_key(key.text, [*keys_of(Talk), "slides"]) == "slides"


def _talk(node: Mapping, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> Talk:
    head = Mapping(tuple(pair for pair in node.pairs if pair[0].text != "slides"), node.span)
    head = _with_iso_day(head)
    misplaced = EVENT_KEY_HINTS | {
        key: f"`{key}` belongs to a slide: type it below `slides:`, in an entry with a dash."
        for kind in kinds
        for key in keys_of(kind.entry)
    }
    if "slides" not in {key.text for key, _ in node.pairs}:
        misplaced |= {
            key.text: "Did you mean `slides`?" for key, _ in _first(head) if _means_slides(key)
        }
    talk = read_record(head, Talk, diagnostics, misplaced)
    if talk is not None:
        return talk
    # It has no title, which is told. The rest is read with one, so that more can be found in it.
    rest = (pair for pair in head.pairs if pair[0].text != "title")
    titled = Mapping(((Scalar("title", node.span), Scalar("…", node.span)), *rest), node.span)
    talk = read_record(titled, Talk, Diagnostics(), misplaced)
    return talk or Talk(title=Text("…", node.span), span=node.span, spans={})


def _with_iso_day(head: Mapping) -> Mapping:
    """Return the head with the day of its event as YYYY-MM-DD, if its language has it for a day."""
    event, lang = head.get("event"), head.get("lang")
    said = event.get("date") if isinstance(event, Mapping) else None
    if not isinstance(event, Mapping) or not isinstance(said, Scalar) or _is_iso(said.text):
        return head
    from deckgen.language.day_reader import read_day

    day = read_day(said.text, lang.text if isinstance(lang, Scalar) else DEFAULT_LANGUAGE)
    if not isinstance(day, dt.date):
        return head  # told where it is read
    return _with(head, "event", _with(event, "date", said._replace(text=day.isoformat())))


def _is_iso(text: str) -> bool:
    return text[4:5] == text[7:8] == "-"


def _with(node: Mapping, name: str, value: Node) -> Mapping:
    """Return a mapping with another value for a key that it has."""
    pairs = ((key, value if key.text == name else old) for key, old in node.pairs)
    return Mapping(tuple(pairs), node.span)


def _check_frame(talk: Talk, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> None:
    """Report names under `frame: kinds:` that no kind has."""
    names = [kind.name for kind in kinds]
    for name in (talk.frame.kinds if talk.frame else None) or ():
        if name not in names and talk.frame:
            from deckgen.outline.syntax.key_synonyms import nearest_key

            near = nearest_key(name, names)
            diagnostics.error(
                "unknown-kind",
                f"There is no kind of slide called `{name}`.",
                talk.frame.spans["kinds"],
                f"Did you mean `{near}`?" if near else f"The kinds are: {', '.join(names)}.",
            )


def _entries(
    node: Mapping, slides: Node | None, diagnostics: Diagnostics
) -> tuple[Node, ...] | None:
    example = "Type `slides:`, and below it each slide with a dash: `  - cover`."
    if slides is None:
        diagnostics.error("missing-key", "The key `slides` is missing.", node.span, example)
    elif not isinstance(slides, Sequence):
        empty = isinstance(slides, Scalar) and not slides.text.strip()
        what = "is empty" if empty else f"takes a list, not {describe_node(slides)}"
        code = "empty-text" if empty else "wrong-type"
        diagnostics.error(code, f"`slides` {what}.", slides.span, example)
    elif not slides.items:
        diagnostics.error("empty-text", "`slides` is an empty list.", slides.span, example)
    else:
        return slides.items
    return None


class _Entries:
    """Reads entries of `slides:`; what each set of keys means is worked out once."""

    def __init__(self, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics
        self._kinds = {kind.name: kind for kind in kinds}
        self._keys = {kind.name: frozenset(keys_of(kind.entry)) for kind in kinds}
        self._every_key = frozenset[str]().union(*self._keys.values())
        self._fitting: dict[tuple[str, ...], Kind | None] = {}

    def read(self, node: Node) -> tuple[Kind, Entry] | None:
        """Read one entry as its kind; None, with an error, when it has none or is incomplete."""
        if isinstance(node, Scalar):
            kind = self._bare(node)
            node = Mapping(((node, Scalar("", node.span)),), node.span)
        elif isinstance(node, Sequence):
            self._diagnostics.error(
                "wrong-type",
                "Here a list stands where a slide must stand.",
                node.span,
                "One dash begins a slide; its keys follow, such as `- title: My headline`.",
            )
            return None
        else:
            names = tuple([key.text for key, _ in node.pairs])
            if names not in self._fitting:
                self._fitting[names] = self._fit(names)
            kind = self._fitting[names]
            if kind is None:
                kind, node = self._misfit(node)
        if kind is None:
            return None
        entry = read_record(node, kind.entry, self._diagnostics)
        return None if entry is None else (kind, entry)

    def _fit(self, names: tuple[str, ...]) -> Kind | None:
        fitting = [
            self._kinds[name]
            for name in names
            if name in self._kinds and self._keys[name].issuperset(names)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _bare(self, word: Scalar) -> Kind | None:
        kind = self._kinds.get(word.text.strip())
        if kind is not None and kind.bare:
            return kind
        if not word.text.strip():
            self._diagnostics.error(
                "empty-text",
                "This slide is empty.",
                word.span,
                "Type `cover`, or a key such as `section: Part two`, behind the dash; or delete "
                "the line.",
            )
            return None
        bare = [name for name, known in self._kinds.items() if known.bare]
        if kind is not None:
            self._diagnostics.error(
                "missing-key",
                f"The word `{kind.name}` alone is no slide; it needs its text.",
                word.span,
                f"Type `- {kind.name}: …`. See `deckgen kinds {kind.name}`.",
            )
            return None
        from deckgen.outline.syntax.key_synonyms import nearest_key

        near = nearest_key(word.text, bare)
        key, _, rest = word.text.strip().partition(" ")
        if key in self._every_key:
            near = f"- {key}: {rest or '…'}"
        self._diagnostics.error(
            "unknown-kind",
            f"A slide cannot be made of {describe_node(word)} alone.",
            word.span,
            f"Did you mean `{near}`?"
            if near
            else f"Words that are slides by themselves: {', '.join(bare)}. Any other slide has "
            "keys, such as `- section: Part two`.",
        )
        return None

    def _misfit(self, node: Mapping) -> tuple[Kind | None, Mapping]:
        """Tell why no kind fits, and make the best of it for the rest of the entry."""
        names = [key.text for key, _ in node.pairs]
        named = [name for name in names if name in self._kinds]
        strange = [name for name in names if name not in self._every_key]
        known = tuple(name for name in names if name in self._every_key)
        kind = self._fit(known)
        if kind is None:
            # The one that knows all keys that name kinds, as bullets know a picture.
            able = [name for name in named if self._keys[name].issuperset(named)]
            kind = self._kinds[able[0]] if len(able) == 1 else None
        if kind is not None:
            fields = self._keys[kind.name]
            kept = []
            for key, value in node.pairs:
                meant = key.text if key.text in fields else self._foreign(kind, key)
                if meant == key.text or (meant and meant not in names):
                    kept.append((Scalar(meant, key.span), value))
            return kind, Mapping(tuple(kept), node.span)
        for key, _ in node.pairs:
            if key.text in strange:
                self._strange(key)
        if len(named) > 1:
            self._two_kinds(node, named)
        elif not strange:
            self._no_kind(node, known)
        return None, node

    def _foreign(self, kind: Kind, key: Scalar) -> str | None:
        """Tell that the kind has no such key; return the one that was probably meant."""
        if self._diagnostics.is_full("unknown-key"):
            from deckgen.outline.schema.unknown_key import report_unknown_key

            return report_unknown_key(key, (), self._diagnostics)
        from deckgen.outline.syntax.key_synonyms import alternative_to, nearest_key

        owners = [name for name, fields in self._keys.items() if key.text in fields]
        near = None if owners else nearest_key(key.text, self._keys[kind.name])
        own = ", ".join(name for name in keys_of(kind.entry) if name not in _EVERYWHERE)
        if near:
            hint = f"Did you mean `{near}`?"
        elif owners:
            hint = (
                f"`{key.text}` belongs to slides of the kind {' or '.join(owners)}; "
                f"a `{kind.name}` slide has {own}."
            )
        else:
            has = f"A `{kind.name}` slide has {own}; and any slide has {self._shared()}."
            hint = alternative_to(key.text) or has
        self._diagnostics.error(
            "unknown-key", f"A `{kind.name}` slide has no key `{key.text}`.", key.span, hint
        )
        return near

    def _strange(self, key: Scalar) -> None:
        from deckgen.outline.schema.unknown_key import report_unknown_key

        hint = f"What a slide is follows from its key: {', '.join(self._kinds)}."
        report_unknown_key(key, self._every_key, self._diagnostics, otherwise=hint)

    def _shared(self) -> str:
        return ", ".join(keys_of(Entry))

    def _two_kinds(self, node: Mapping, named: list[str]) -> None:
        first, second = named[0], named[1]
        place = next(key.span for key, _ in node.pairs if key.text == second)
        self._diagnostics.error(
            "two-kinds",
            f"`{first}` and `{second}` do not go together on one slide.",
            place,
            f"Make two slides of it: begin the second with a dash, `- {second}: …`; or delete one "
            "of the two keys.",
        )

    def _no_kind(self, node: Mapping, known: tuple[str, ...]) -> None:
        would = [name for name, fields in self._keys.items() if fields.issuperset(known)]
        has = " and ".join(f"`{name}`" for name in known) or "nothing"
        self._diagnostics.error(
            "no-kind",
            f"With {has} alone it is not clear what this slide is.",
            node.span,
            f"Add one of these keys: {', '.join(would or self._kinds)}. `deckgen kinds` explains "
            "them.",
        )
