"""The slides of an outline, found by their id, inserted and moved in constant time.

A doubly linked list: a change takes as long among ten thousand slides as among ten.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Node

_END = 0
"""The index before the first slide and after the last."""


class OrderedSlide(NamedTuple):
    """A slide: its id for a town's file, and its entry; None after it is dropped."""

    id: str | None
    entry: Node | None


class SlideOrder:
    """Slides by index; an index stays valid whatever is inserted or moved."""

    def __init__(self, slides: Iterable[OrderedSlide]) -> None:
        self._slides = [OrderedSlide(None, None)]
        self._next, self._previous = [_END], [_END]
        self._indices: dict[str, int] = {}
        self.insert(slides, _END)

    def __iter__(self) -> Iterator[OrderedSlide]:
        at = self._next[_END]
        while at != _END:
            yield self._slides[at]
            at = self._next[at]

    def __getitem__(self, index: int) -> OrderedSlide:
        return self._slides[index]

    def __setitem__(self, index: int, slide: OrderedSlide) -> None:
        self._slides[index] = slide

    def index(self, slide_id: str) -> int | None:
        """Return the index of the first slide that was inserted with this id."""
        return self._indices.get(slide_id)

    def insert(self, slides: Iterable[OrderedSlide], before: int) -> None:
        """Insert slides before an index; 0 is the end."""
        for slide in slides:
            index = len(self._slides)
            self._slides.append(slide)
            self._next.append(_END)
            self._previous.append(_END)
            self._link(index, before)
            if slide.id is not None:
                self._indices.setdefault(slide.id, index)

    def following(self, index: int) -> int:
        """Return the index after another; 0 is the end, which the first slide follows."""
        return self._next[index]

    def move(self, index: int, before: int) -> None:
        """Move a slide before another index; 0 is the end."""
        if before == index:
            return
        previous, following = self._previous[index], self._next[index]
        self._next[previous], self._previous[following] = following, previous
        self._link(index, before)

    def _link(self, index: int, before: int) -> None:
        previous = self._previous[before]
        self._previous[index], self._next[index] = previous, before
        self._next[previous] = self._previous[before] = index
