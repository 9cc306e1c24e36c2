"""`only:` and `except:`: slides and bullets that only some towns or versions of a talk have.

Nodes → nodes. A slide keeps the two keys, as its kind knows them; a bullet with them becomes an
ordinary bullet.
"""

from __future__ import annotations

import collections.abc
from collections.abc import Container, Iterable, Iterator

from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, texts_of, value_of
from deckgen.support.diagnostics import Diagnostics, Severity
from deckgen.support.file_names import comparable_name
from deckgen.support.nearest import did_you_mean, nearest

ONLY, EXCEPT = "only", "except"
_CONDITIONS = frozenset({ONLY, EXCEPT})
_BULLET_KEYS = frozenset({"text", "bullets"}) | _CONDITIONS
_MAX_COMPARED = 200


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


def _similar_town(word: str, towns: collections.abc.Mapping[str, str]) -> str | None:
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
