"""What a town's file changes of the outline: its head, its variables, and slides by their id.

Nodes in, nodes out. What the town says keeps its place in the town's own file, so that the outline,
once it is typed, tells of mistakes where they were made.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from deckgen.outline.expand.slide_order import OrderedSlide, SlideOrder
from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.talk import EVENT_KEY_HINTS, Talk
from deckgen.outline.schema.town_file import DROP, INSERT_AFTER, INSERT_BEFORE, MOVE, TAGS
from deckgen.outline.schema.unknown_key import report_unknown_key
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.support.diagnostics import name_list
from deckgen.support.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.support.diagnostics import Diagnostics

_MERGED = frozenset({"vars", "event"})
"""Keys of which a town replaces what it names, and leaves the rest."""
_MOVE = re.compile(r"(?P<side>before|after)\s+(?P<id>\S+)|first|last")


class _Move(NamedTuple):
    id: str
    where: Scalar


def apply_town_file(outline: Node, town: Mapping, diagnostics: "Diagnostics") -> Node:
    """Return the outline as the town's file has it; tell of what the file names and is not there.

    The file knows every key at the top of an outline, `tags`, and under `slides:` the slides that
    it changes, by their id (a slide that is a bare word is called by it). A slide is dropped with
    the word `drop`; else the keys given replace its own, `insert-before` and `insert-after` hold
    new slides, and `move` says `first`, `last`, `before ID` or `after ID`.
    """
    if not isinstance(outline, Mapping):
        return outline
    head = {key.text: (key, value) for key, value in outline.pairs}
    known = (*keys_of(Talk), TAGS, "slides")
    for key, value in town.pairs:
        if key.text not in known:
            report_unknown_key(key, known, diagnostics, EVENT_KEY_HINTS)
        elif key.text in _MERGED and isinstance(value, Mapping):
            head[key.text] = key, _merged(head[key.text][1] if key.text in head else None, value)
        elif key.text not in {"slides", TAGS}:
            head[key.text] = key, value
    patches, slides = town.get("slides"), head.get("slides")
    if patches is not None and slides is not None and isinstance(slides[1], Sequence):
        head["slides"] = slides[0], _slides(slides[1], patches, diagnostics)
    return Mapping(tuple(head.values()), outline.span)


def slide_id(entry: Node) -> str | None:
    """Return what a town's file calls a slide: its `id`, or the word that it is made of."""
    if isinstance(entry, Mapping):
        own = entry.get("id")
        return own.text if isinstance(own, Scalar) else None
    return entry.text.strip() if isinstance(entry, Scalar) else None


def _merged(there: Node | None, value: Mapping) -> Mapping:
    kept = there.pairs if isinstance(there, Mapping) else ()
    new = {key.text for key, _ in value.pairs}
    pairs = (*(pair for pair in kept if pair[0].text not in new), *value.pairs)
    return Mapping(pairs, value.span)


def _slides(slides: Sequence, patches: Node, diagnostics: "Diagnostics") -> Sequence:
    if isinstance(patches, Scalar) and not patches.text.strip():
        return slides
    if not isinstance(patches, Mapping):
        diagnostics.error(
            "wrong-type",
            f"In a town's file `slides` takes the ids of slides, not {describe_node(patches)}.",
            patches.span,
            "Type the id of a slide and what changes, such as `welcome: drop`. New slides stand "
            f"below `{INSERT_AFTER}:` of the slide that they follow.",
        )
        return slides
    order = SlideOrder(OrderedSlide(slide_id(entry), entry) for entry in slides.items)
    moves: list[_Move] = []
    for key, patch in patches.pairs:
        at = _place(order, key, key.text, diagnostics)
        if at is not None:
            _patch(order, at, key, patch, moves, diagnostics)
    for move in moves:
        _move(order, move, diagnostics)
    return Sequence(tuple(entry for _, entry in order if entry is not None), slides.span)


def _place(order: SlideOrder, said: Scalar, name: str, diagnostics: "Diagnostics") -> int | None:
    """Return where the slide called `name` stands; tell, at the place where it is said, if not."""
    at = order.place(name)
    if at is None:
        _tell_unknown(order, said, name, diagnostics)
    return at


def _tell_unknown(order: SlideOrder, said: Scalar, name: str, diagnostics: "Diagnostics") -> None:
    hint = None
    if not diagnostics.is_full("unknown-slide"):
        ids = [slide.id for slide in order if slide.id is not None]
        near = nearest(name, ids)
        there = f" There are: {name_list(ids)}." if ids else ""
        hint = (
            f"Did you mean {near}?"
            if near
            else f"Write `id: {name}` on the slide that you mean.{there}"
        )
    message = f"No slide of the outline has the id “{name}”."
    diagnostics.error("unknown-slide", message, said.span, hint)


def _patch(
    order: SlideOrder,
    at: int,
    key: Scalar,
    patch: Node,
    moves: list[_Move],
    diagnostics: "Diagnostics",
) -> None:
    """Change the slide at a place as the town's file says."""
    slide = order[at]
    if isinstance(patch, Scalar) and patch.text.strip() == DROP:
        order[at] = slide._replace(entry=None)
        return
    if not isinstance(patch, Mapping):
        diagnostics.error(
            "wrong-type",
            f"This does not say what changes of the slide {key.text}: {describe_node(patch)}.",
            patch.span,
            f"Type `{key.text}: {DROP}` to leave it out; or, indented below `{key.text}:`, the "
            f"keys to replace, `{INSERT_BEFORE}:`, `{INSERT_AFTER}:` or `{MOVE}:`.",
        )
        return
    order.insert(_inserted(patch.get(INSERT_BEFORE), INSERT_BEFORE, diagnostics), at)
    order.insert(_inserted(patch.get(INSERT_AFTER), INSERT_AFTER, diagnostics), order.following(at))
    if (where := patch.get(MOVE)) is not None:
        if isinstance(where, Scalar):
            moves.append(_Move(key.text, where))
        else:
            _tell_move(where, diagnostics)
    dropped = patch.get(DROP)
    fields = [
        pair
        for pair in patch.pairs
        if pair[0].text not in {INSERT_BEFORE, INSERT_AFTER, MOVE, DROP}
    ]
    if dropped is not None:
        diagnostics.error(
            "wrong-type",
            "A slide is dropped with one word.",
            dropped.span,
            f"Type `{key.text}: {DROP}`. To put another in its place, keep it and replace its "
            "keys.",
        )
    if fields and slide.entry is not None:
        order[at] = slide._replace(entry=_replaced(slide.entry, fields))


def _replaced(entry: Node, fields: "Iterable[tuple[Scalar, Node]]") -> Node:
    """Return the entry with new values; a key without a value takes the key away."""
    if isinstance(entry, Scalar):
        # Its word stays its id, whatever it says now.
        name = (Scalar("id", entry.span), entry._replace(text=entry.text.strip()))
        entry = Mapping(((entry, Scalar("", entry.span)), name), entry.span)
    if not isinstance(entry, Mapping):
        return entry
    pairs = {key.text: (key, value) for key, value in entry.pairs}
    for key, value in fields:
        pairs[key.text] = key, value
        if isinstance(value, Scalar) and value.plain and not value.text:
            del pairs[key.text]
    return Mapping(tuple(pairs.values()), entry.span)


def _inserted(node: Node | None, name: str, diagnostics: "Diagnostics") -> list[OrderedSlide]:
    if node is None:
        return []
    if not isinstance(node, Sequence):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes slides, not {describe_node(node)}.",
            node.span,
            "Type each slide below it as in the outline, with a dash: `- section: Part two`.",
        )
        return []
    return [OrderedSlide(slide_id(entry), entry) for entry in node.items]


def _move(order: SlideOrder, move: _Move, diagnostics: "Diagnostics") -> None:
    """Move a slide to where its town's file wants it."""
    where = _MOVE.fullmatch(move.where.text.strip())
    at = order.place(move.id)
    if where is None or at is None:
        _tell_move(move.where, diagnostics)
    elif where["id"] is None:
        order.move(at, order.following(0) if where[0] == "first" else 0)
    elif where["id"] == move.id:
        _tell_unknown(order, move.where, move.id, diagnostics)
    elif (beside := _place(order, move.where, where["id"], diagnostics)) is not None:
        order.move(at, beside if where["side"] == "before" else order.following(beside))


def _tell_move(where: Node, diagnostics: "Diagnostics") -> None:
    diagnostics.error(
        "wrong-type",
        f"`{MOVE}` cannot be {describe_node(where)}.",
        where.span,
        "Type first, last, before and the id of a slide, or after and the id of a slide.",
    )
