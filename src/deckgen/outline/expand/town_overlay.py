"""A town's file, which changes the outline: its head, its variables, and slides by their id.

Nodes → nodes. What the town changes keeps spans of the town's file: later errors point there.
"""

import re
from collections.abc import Iterable, Iterator

from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.talk import (
    DROP,
    EVENT_KEY_HINTS,
    INSERT_AFTER,
    INSERT_BEFORE,
    MOVE,
    TAGS,
    Talk,
)
from deckgen.outline.syntax.key_synonyms import report_unknown_key
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node, value_of
from deckgen.support.diagnostics import Diagnostics, name_list
from deckgen.support.nearest import did_you_mean

_MERGED = frozenset({"vars", "event", "layouts"})
"""Keys whose values are merged; those of other keys are replaced."""
_MOVE = re.compile(r"(?P<side>before|after)\s+(?P<id>\S+)|first|last")


class _SlideOrder:
    """The slides of an outline by index, which stays valid whatever is inserted or moved.

    They are a ring, in which 0 is the end: the first slide follows it. A change takes as long among
    ten thousand slides as among ten.
    """

    def __init__(self, entries: Iterable[Node]) -> None:
        self.entries: list[Node | None] = [None]
        """None for a slide that is dropped, and for the end."""
        self.ids: list[str | None] = [None]
        self.first: dict[str, int] = {}
        """The index of the first slide that was inserted with an id."""
        self.following, self.previous = [0], [0]
        self.insert(entries, 0)

    def __iter__(self) -> Iterator[int]:
        index = self.following[0]
        while index:
            yield index
            index = self.following[index]

    def insert(self, entries: Iterable[Node], before: int) -> None:
        """Insert slides before an index."""
        for entry in entries:
            index, name = len(self.entries), slide_id(entry)
            self.entries.append(entry)
            self.ids.append(name)
            self.following.append(index)
            self.previous.append(index)
            self.move(index, before)
            if name is not None:
                self.first.setdefault(name, index)

    def move(self, index: int, before: int) -> None:
        """Move a slide before another index."""
        if before != index:
            previous, following = self.previous[index], self.following[index]
            self.following[previous], self.previous[following] = following, previous
            previous = self.previous[before]
            self.previous[index], self.following[index] = previous, before
            self.following[previous] = self.previous[before] = index


def apply_town_file(outline: Node, town: Mapping, diagnostics: Diagnostics) -> Node:
    """Return the outline with the changes of a town's file; report slides that do not exist.

    The file has the keys of the head of an outline, `tags`, and below `slides:` the ids of slides
    that change (for a bare word, that word). The word `drop` removes a slide; otherwise the keys
    replace those of the slide, `insert-before` and `insert-after` have new slides, and `move` is
    `first`, `last`, `before ID` or `after ID`.
    """
    if not isinstance(outline, Mapping):
        return outline
    head = {key.text: (key, value) for key, value in outline.pairs}
    keys = (*keys_of(Talk), TAGS, "slides")
    for key, value in town.pairs:
        if key.text not in keys:
            variables = outline.get("vars")
            own = variables.pairs if isinstance(variables, Mapping) else ()
            names = [each.text for each, _ in own]
            hints = {name: f"`{name}` is a variable: type `vars: {{{name}: …}}`." for name in names}
            report_unknown_key(key, keys, diagnostics, hints | EVENT_KEY_HINTS)
        elif key.text in _MERGED and isinstance(value, Mapping):
            head[key.text] = key, _merged(outline.get(key.text), value)
        elif key.text not in {"slides", TAGS}:
            head[key.text] = key, value
    patches, slides = town.get("slides"), head.get("slides")
    if patches is not None and slides is not None and isinstance(slides[1], Sequence):
        head["slides"] = slides[0], _slides(slides[1], patches, diagnostics)
    return Mapping(tuple(head.values()), outline.span)


def slide_id(entry: Node) -> str | None:
    """Return the id of an entry for a town's file: its `id`, or its bare word."""
    if isinstance(entry, Mapping):
        own = entry.get("id")
        return own.text if isinstance(own, Scalar) else None
    return entry.text.strip() if isinstance(entry, Scalar) else None


def _merged(old: Node | None, value: Mapping) -> Mapping:
    kept = old.pairs if isinstance(old, Mapping) else ()
    new = {key.text for key, _ in value.pairs}
    pairs = (*(pair for pair in kept if pair[0].text not in new), *value.pairs)
    return Mapping(pairs, value.span)


def _slides(slides: Sequence, patches: Node, diagnostics: Diagnostics) -> Sequence:
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
    order = _SlideOrder(slides.items)
    moves: list[tuple[int, Node]] = []
    for key, patch in patches.pairs:
        index = order.first.get(key.text)
        if index is None:
            _report_unknown(order, key, key.text, diagnostics)
            continue
        _patch(order, index, key, patch, diagnostics)
        if (place := value_of(patch, MOVE)) is not None:
            moves.append((index, place))
    for index, place in moves:
        _move(order, index, place, diagnostics)
    entries = (order.entries[index] for index in order)
    return Sequence(tuple(entry for entry in entries if entry is not None), slides.span)


def _report_unknown(
    order: _SlideOrder, scalar: Scalar, name: str, diagnostics: Diagnostics
) -> None:
    hint = None
    if not diagnostics.is_full("unknown-slide"):
        ids = [each for index in order if (each := order.ids[index]) is not None]
        existing = f" There are: {name_list(ids)}." if ids else ""
        hint = did_you_mean(name, ids, f"Write `id: {name}` on the slide that you mean.{existing}")
    message = f"No slide of the outline has the id “{name}”."
    diagnostics.error("unknown-slide", message, scalar.span, hint)


def _patch(
    order: _SlideOrder, index: int, key: Scalar, patch: Node, diagnostics: Diagnostics
) -> None:
    """Change the slide at an index as the town's file says, but for where it goes."""
    if isinstance(patch, Scalar) and patch.text.strip() == DROP:
        order.entries[index] = None
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
    order.insert(_inserted(patch, INSERT_BEFORE, diagnostics), index)
    order.insert(_inserted(patch, INSERT_AFTER, diagnostics), order.following[index])
    own = {INSERT_BEFORE, INSERT_AFTER, MOVE, DROP}
    fields = [pair for pair in patch.pairs if pair[0].text not in own]
    if (dropped := patch.get(DROP)) is not None:
        diagnostics.error(
            "wrong-type",
            "A slide is dropped with one word.",
            dropped.span,
            f"Type `{key.text}: {DROP}`. To put another in its place, keep it and replace its "
            "keys.",
        )
    if fields and (entry := order.entries[index]) is not None:
        order.entries[index] = _replaced(entry, fields)


def _replaced(entry: Node, fields: Iterable[tuple[Scalar, Node]]) -> Node:
    """Return the entry with other values; a key without a value removes that key."""
    if isinstance(entry, Scalar):
        # The word stays the id of the slide, even if its text changes.
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


def _inserted(patch: Mapping, name: str, diagnostics: Diagnostics) -> tuple[Node, ...]:
    node = patch.get(name)
    if isinstance(node, Sequence):
        return node.items
    if node is not None:
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes slides, not {describe_node(node)}.",
            node.span,
            "Type each slide below it as in the outline, with a dash: `- section: Part two`.",
        )
    return ()


def _move(order: _SlideOrder, index: int, place: Node, diagnostics: Diagnostics) -> None:
    """Move the slide at an index to where the town's file says."""
    target = _MOVE.fullmatch(place.text.strip()) if isinstance(place, Scalar) else None
    if target is None or not isinstance(place, Scalar):
        diagnostics.error(
            "wrong-type",
            f"`{MOVE}` cannot be {describe_node(place)}.",
            place.span,
            "Type first, last, before and the id of a slide, or after and the id of a slide.",
        )
    elif target["id"] is None:
        order.move(index, order.following[0] if target[0] == "first" else 0)
    elif (other := order.first.get(target["id"])) in {None, index}:
        _report_unknown(order, place, target["id"], diagnostics)
    else:
        order.move(index, other if target["side"] == "before" else order.following[other])
