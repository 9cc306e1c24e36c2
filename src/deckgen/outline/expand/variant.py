"""One version of an outline: a town with its file, variables and tags.

Nodes → nodes. `only:` and `except:` mark slides and bullets that only some towns or versions have.
A slide keeps the two keys, as its kind knows them; a bullet becomes an ordinary bullet.
"""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from deckgen.outline.expand.variables import with_definitions
from deckgen.outline.schema.talk import TAGS
from deckgen.outline.syntax.decoding import CONTROL_CHARACTER
from deckgen.outline.syntax.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe_node,
    texts_of,
    value_of,
)
from deckgen.support.diagnostics import Diagnostics, Severity, Span
from deckgen.support.file_names import comparable_name
from deckgen.support.nearest import did_you_mean, nearest

COMMAND_LINE = "the command line"
"""The file in spans of `--var` and `--tag`."""
_HEAD_PREFIXES = ("event.", "deck.")
"""Prefixes of the names that mean keys of the head, not variables."""
ONLY, EXCEPT = "only", "except"
_CONDITIONS = frozenset({ONLY, EXCEPT})
_BULLET_KEYS = frozenset({"text", "bullets"}) | _CONDITIONS
_MAX_COMPARED = 200


class Variable(NamedTuple):
    """The words for `${name}`, in which nothing is inserted, and the spans of both."""

    name: str
    words: str
    name_span: Span
    span: Span


class Variant(NamedTuple):
    """A town's version of an outline; empty, it is the outline as written."""

    town: str = ""
    """The name of the town's file without its ending, or of a row."""
    file: Node | None = None
    """The nodes of the town's file."""
    variables: tuple[Variable, ...] = ()
    """The variables of a table's row, then those of `--var`; the last definition counts."""
    empty: tuple[tuple[str, Span], ...] = ()
    """Name and span of the empty cells of the row: the town does not define these variables."""
    tags: frozenset[str] = frozenset()
    """The tags of the row and of `--tag`; those of the town's file are added."""
    table: str = ""
    """The file of the row; empty if it is none."""
    row_tags: frozenset[str] = frozenset()
    """The tags that the row has."""


AS_WRITTEN = Variant()


def apply_variant(outline: Node, variant: Variant, diagnostics: Diagnostics) -> Node:
    """Return a town's version of the outline; its variables are defined, but not inserted.

    In this order: the changes of the town's file, the variables of the row and the command line,
    the conditions of slides and bullets.
    """
    tags = variant.tags
    if isinstance(variant.file, Mapping):
        from deckgen.outline.expand.town_overlay import apply_town_file

        outline = apply_town_file(outline, variant.file, diagnostics)
        own = tuple(condition_names(variant.file.get(TAGS)))
        warn_of_unused_tags(outline, own, diagnostics)
        tags |= {name.text.strip() for name in own}
    elif variant.file is not None:
        diagnostics.error(
            "wrong-type",
            "A town's file begins with keys such as `vars`, not with "
            f"{describe_node(variant.file)}.",
            variant.file.span,
            "Begin with `vars:`, and below it `town: ` with the name of the town.",
        )
    without = frozenset(name for name, _ in variant.empty)
    of_head = [each for each in variant.variables if each.name.startswith(_HEAD_PREFIXES)]
    if of_head:
        from deckgen.outline.expand.town_overlay import apply_town_file

        outline = apply_town_file(outline, _as_head(of_head), diagnostics)
    others = (each for each in variant.variables if each not in of_head)
    outline = _with_variables(outline, others, without)
    return apply_conditions(outline, tags | {variant.town})


def located_variable(name: str, words: str, file: str, number: int) -> Variable:
    """Return a variable that is given outside of an outline; `number` is its line in `file`."""
    span = Span(file, number, 1, len(name))
    return Variable(name, words, span, Span(file, number, len(name) + 2))


def _as_head(variables: Iterable[Variable]) -> Mapping:
    """Return `event.slot=10` and `deck.title=…` as the town's file that would say the same."""
    event: list[tuple[Scalar, Node]] = []
    pairs: list[tuple[Scalar, Node]] = []
    for each in variables:
        group, _, name = each.name.partition(".")
        pair = Scalar(name, each.name_span), _scalar(each)
        (event if group == "event" else pairs).append(pair)
    if event:
        pairs.append((Scalar("event", event[0][0].span), Mapping(tuple(event), event[0][0].span)))
    return Mapping(tuple(pairs), pairs[0][0].span)


def _scalar(variable: Variable) -> Scalar:
    """Return the words of a variable; nothing is inserted into them."""
    words = re.sub(CONTROL_CHARACTER, "", variable.words).replace("$", "$$")
    return Scalar(words, variable.span, style='"')


def _with_variables(outline: Node, variables: Iterable[Variable], without: frozenset[str]) -> Node:
    """Return the outline with other variables, and without those that are named `without`."""
    new = {each.name: each for each in variables}
    if not isinstance(outline, Mapping) or not (new or without):
        return outline
    old = outline.get("vars")
    if isinstance(old, Sequence) or (isinstance(old, Scalar) and old.text.strip()):
        return outline  # reported where it is read
    kept = old.pairs if isinstance(old, Mapping) else ()
    pairs = [pair for pair in kept if pair[0].text not in new.keys() | without]
    pairs += ((Scalar(each.name, each.name_span), _scalar(each)) for each in new.values())
    return with_definitions(outline, pairs)


def apply_conditions(outline: Node, active: frozenset[str]) -> Node:
    """Return the outline without the slides and bullets that a town does not have.

    `active` are the names that hold: of the town and its tags, capitals aside. A node without a
    change is returned itself.
    """
    slides = value_of(outline, "slides")
    if not isinstance(outline, Mapping) or not isinstance(slides, Sequence):
        return outline
    if _CONDITIONS.isdisjoint(texts_of(slides)):
        return outline  # as most are
    active = frozenset(comparable_name(name) for name in active)
    kept = [
        _slide(item, active) if isinstance(item, Mapping) else item
        for item in slides.items
        if _is_active(item, active)
    ]
    new = slides.with_items(kept)
    return outline if new is slides else outline.with_value("slides", new)


def warn_of_unknown_towns(
    outline: Node, towns: Iterable[str], tags: Container[str], diagnostics: Diagnostics
) -> None:
    """Warn of names in `only:` and `except:` that are similar to the name of a town.

    All others may be tags; `tags` are those of the command line. Only 200 different names are
    compared with the towns, as that is slow.
    """
    towns_by_name = {comparable_name(town): town for town in towns}
    similar: dict[str, str | None] = {}
    for scalar in _names_in(value_of(outline, "slides")):
        name = scalar.text.strip()
        if comparable_name(name) in towns_by_name or name in tags:
            continue
        if name not in similar and len(similar) < _MAX_COMPARED:
            similar[name] = _similar_town(name, towns_by_name)
        if near := similar.get(name):
            message = f"There is no town called {name}."
            diagnostics.warning("unknown-town", message, scalar.span, f"Did you mean {near}?")


def warn_of_unused_tags(outline: Node, tags: Iterable[Scalar], diagnostics: Diagnostics) -> None:
    """Warn of tags of a town's file, or of `--tag`, that the outline does not name."""
    used = {comparable_name(name.text) for name in _names_in(value_of(outline, "slides"))}
    for scalar in tags:
        tag = scalar.text.strip()
        if comparable_name(tag) not in used:
            message = f"No slide and no bullet of the outline names the tag {tag}."
            hint = f"Mark slides or bullets with `only: {tag}` or `except: {tag}`."
            if not diagnostics.is_full("unused-tag", Severity.WARNING):
                hint = did_you_mean(tag, used, hint)
            diagnostics.warning("unused-tag", message, scalar.span, hint)


def condition_names(node: Node | None) -> Iterator[Scalar]:
    """Yield the names in the value of `only:`, `except:` or `tags:`, a text or a list."""
    if isinstance(node, Scalar) and node.text.strip():
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def _is_active(node: Node, active: frozenset[str]) -> bool:
    if type(node) is not Mapping or _CONDITIONS.isdisjoint([key.text for key, _ in node.pairs]):
        return True
    included = {comparable_name(name.text) for name in condition_names(node.get(ONLY))}
    excluded = {comparable_name(name.text) for name in condition_names(node.get(EXCEPT))}
    return (not included or not included.isdisjoint(active)) and excluded.isdisjoint(active)


def _slide(slide: Mapping, active: frozenset[str]) -> Mapping:
    """Return a slide, or a bullet with bullets below it, with the active bullets."""
    pairs = []
    for pair in slide.pairs:
        key, value = pair
        new = _list(value, active) if type(value) is Sequence else value
        pairs.append(pair if new is value else (key, new))
    return slide.with_pairs(pairs)


def _list(bullets: Sequence, active: frozenset[str]) -> Sequence:
    kept: list[Node] = []
    for item in bullets.items:
        if type(item) is not Mapping:
            kept.append(item)
        elif (text := conditional_text(item)) is None:
            kept.append(_slide(item, active))
        elif _is_active(item, active):
            kept.append(_unconditional(text, item.get("bullets"), active))
    return bullets.with_items(kept)


def _unconditional(text: Scalar, below: Node | None, active: frozenset[str]) -> Node:
    """Return a bullet without its conditions: its text, with the bullets below it if any."""
    if isinstance(below, Sequence):
        below = _list(below, active)
    if below is None or (isinstance(below, Sequence) and not below.items):
        return text
    # With the span of the text, as an ordinary bullet has it.
    return Mapping(((text, below),), text.span)


def conditional_text(item: Node) -> Scalar | None:
    """Return the `text` of an item of a list that is a bullet with it, and `only` or `except`.

    `- text: words` alone is an ordinary bullet that says “text: words”.
    """
    text = value_of(item, "text")
    if not isinstance(item, Mapping) or not isinstance(text, Scalar):
        return None
    keys = {key.text for key, _ in item.pairs}
    return text if keys <= _BULLET_KEYS and not _CONDITIONS.isdisjoint(keys) else None


def _similar_town(word: str, towns: dict[str, str]) -> str | None:
    from difflib import SequenceMatcher

    near = nearest(word, towns)
    if near is None or SequenceMatcher(None, near, word.casefold()).ratio() < 0.8:
        return None
    return towns[near]


def _names_in(items: Node | None, *, slides: bool = True) -> Iterator[Scalar]:
    """Yield the names in all conditions of a list of slides, or of bullets, and of those below."""
    for item in items.items if isinstance(items, Sequence) else ():
        if isinstance(item, Mapping):
            if slides or conditional_text(item):
                yield from condition_names(item.get(ONLY))
                yield from condition_names(item.get(EXCEPT))
            for _, value in item.pairs:
                yield from _names_in(value, slides=False)
