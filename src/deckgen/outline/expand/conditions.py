"""`only:` and `except:`: slides and bullets that stand in some versions of a talk, not in others.

On located nodes, before they are typed. A slide keeps its two keys, which its kind knows; a bullet
with them becomes the plain bullet that it is without them.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.support.diagnostics import Severity
from deckgen.support.file_names import comparable_name
from deckgen.support.nearest import nearest

if TYPE_CHECKING:
    import collections.abc
    from collections.abc import Container, Iterable, Iterator

    from deckgen.support.diagnostics import Diagnostics

ONLY, EXCEPT = "only", "except"
_OF_A_BULLET = frozenset({"text", "bullets", ONLY, EXCEPT})
_MOST_GUESSES = 200


def apply_conditions(outline: Node, active: frozenset[str]) -> Node:
    """Return the outline with the slides and bullets for a town, whose name and tags are `active`.

    Capitals make no difference: a row may call Gera what a file calls gera. Without a town nothing
    is active: what has `only:` is left out. What needs no change is returned as it is.
    """
    slides = outline.get("slides") if isinstance(outline, Mapping) else None
    if not isinstance(outline, Mapping) or not isinstance(slides, Sequence):
        return outline
    active = frozenset(comparable_name(name) for name in active)
    kept = tuple(
        [
            _slide(item, active) if isinstance(item, Mapping) else item
            for item in slides.items
            if _stays(item, active)
        ]
    )
    if len(kept) == len(slides.items) and all(map(is_, kept, slides.items)):
        return outline
    chosen = Sequence(kept, slides.span)
    pairs = tuple((key, chosen if value is slides else value) for key, value in outline.pairs)
    return Mapping(pairs, outline.span)


def warn_of_unknown_towns(
    outline: Node, towns: Iterable[str], tags: Container[str], diagnostics: Diagnostics
) -> None:
    """Tell of names in `only:` and `except:` that are nearly the name of a town.

    Any other word may be a tag: those of the command line are `tags`. Only of so many words it is
    asked whether they are like a town as can be compared with all towns.
    """
    known = {comparable_name(town): town for town in towns}
    meant: dict[str, str | None] = {}
    for name in _names_in(outline):
        said = name.text.strip()
        if comparable_name(said) in known or said in tags:
            continue
        if said not in meant and len(meant) < _MOST_GUESSES:
            meant[said] = _much_like(said, known)
        if near := meant.get(said):
            diagnostics.warning(
                "unknown-town",
                f"There is no town called {said}.",
                name.span,
                f"Did you mean {near}?",
            )


def warn_of_unused_tags(outline: Node, tags: Iterable[Scalar], diagnostics: Diagnostics) -> None:
    """Tell of tags of a town's file, or of `--tag`, that the outline does not name."""
    used = {comparable_name(name.text) for name in _names_in(outline)}
    for tag in tags:
        said = tag.text.strip()
        if comparable_name(said) not in used:
            full = diagnostics.is_full("unused-tag", Severity.WARNING)
            near = None if full else nearest(said, used)
            diagnostics.warning(
                "unused-tag",
                f"No slide and no bullet of the outline names the tag {said}.",
                tag.span,
                f"Did you mean {near}?"
                if near
                else f"Mark slides or bullets with `only: {said}` or `except: {said}`.",
            )


def condition_names(node: Node | None) -> Iterator[Scalar]:
    """Yield the names in the value of `only:`, `except:` or `tags:`: one, or a list of them."""
    if isinstance(node, Scalar) and node.text.strip():
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def _stays(node: Node, active: frozenset[str]) -> bool:
    if not isinstance(node, Mapping):
        return True
    only, excepted = node.get(ONLY), node.get(EXCEPT)
    if only is None and excepted is None:
        return True
    wanted = {comparable_name(name.text) for name in condition_names(only)}
    unwanted = {comparable_name(name.text) for name in condition_names(excepted)}
    return (not wanted or not wanted.isdisjoint(active)) and unwanted.isdisjoint(active)


def _slide(slide: Mapping, active: frozenset[str]) -> Mapping:
    """Return a slide, or a bullet with bullets below it, with the bullets that stay."""
    changed: dict[int, Sequence] = {}
    for _, value in slide.pairs:
        if type(value) is Sequence and (new := _list(value, active)) is not value:
            changed[id(value)] = new
    if not changed:
        return slide
    pairs = tuple((key, changed.get(id(value), value)) for key, value in slide.pairs)
    return Mapping(pairs, slide.span)


def _list(bullets: Sequence, active: frozenset[str]) -> Sequence:
    kept: list[Node] = []
    same = True
    for item in bullets.items:
        if type(item) is not Mapping:
            kept.append(item)
        elif is_conditional_bullet(item):
            same = False
            if _stays(item, active):
                kept.append(_unmarked(item, active))
        else:
            new = _slide(item, active)
            same = same and new is item
            kept.append(new)
    return bullets if same else Sequence(tuple(kept), bullets.span)


def _unmarked(item: Mapping, active: frozenset[str]) -> Node:
    """Return a bullet without its marks: its text, or its text with the bullets below it."""
    text, below = item.get("text"), item.get("bullets")
    if not isinstance(text, Scalar):
        return _slide(item, active)
    if isinstance(below, Sequence):
        below = _list(below, active)
    if below is None or (isinstance(below, Sequence) and not below.items):
        return text
    # At the place of its text, so that it reads as a bullet that was written the usual way.
    return Mapping(((text, below),), text.span)


def is_conditional_bullet(item: Node) -> bool:
    """Return whether an item of a list is a bullet with marks: `text`, and who sees it.

    Today's only bullets of two keys, so that no text changes its meaning: `- text: words` alone is
    a bullet that says “text: words”.
    """
    if not isinstance(item, Mapping) or len(item.pairs) == 1:  # as nearly all are
        return False
    if not isinstance(item.get("text"), Scalar):
        return False
    keys = {key.text for key, _ in item.pairs}
    return keys <= _OF_A_BULLET and bool(keys & {ONLY, EXCEPT})


def _much_like(word: str, known: collections.abc.Mapping[str, str]) -> str | None:
    from difflib import SequenceMatcher

    near = nearest(word, known)
    alike = near is not None and SequenceMatcher(None, near, word.casefold()).ratio() >= 0.8
    return known[near] if near is not None and alike else None


def _names_in(outline: Node) -> Iterator[Scalar]:
    slides = outline.get("slides") if isinstance(outline, Mapping) else None
    for slide in slides.items if isinstance(slides, Sequence) else ():
        if isinstance(slide, Mapping):
            yield from _names_of(slide)
            for _, value in slide.pairs:
                if isinstance(value, Sequence):
                    yield from _names_in_list(value)


def _names_in_list(bullets: Sequence) -> Iterator[Scalar]:
    for item in bullets.items:
        if isinstance(item, Mapping):
            if is_conditional_bullet(item):
                yield from _names_of(item)
            for _, value in item.pairs:
                if isinstance(value, Sequence):
                    yield from _names_in_list(value)


def _names_of(node: Mapping) -> Iterator[Scalar]:
    yield from condition_names(node.get(ONLY))
    yield from condition_names(node.get(EXCEPT))
