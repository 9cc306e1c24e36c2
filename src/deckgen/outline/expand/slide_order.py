"""The slides of an outline in an order that changes: found by their id, inserted, moved, at once.

A list whose neighbours know each other, so that a change takes as long among ten thousand slides as
among ten.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Node

_END = 0
"""Stands before the first slide and behind the last."""


class OrderedSlide(NamedTuple):
    """A slide on its way: what a town's file calls it, and its entry; None once it is dropped."""

    id: str | None
    entry: Node | None


class SlideOrder:
    """Slides by places, which stay valid whatever is inserted or moved."""

    def __init__(self, slides: Iterable[OrderedSlide]) -> None:
        self._slides = [OrderedSlide(None, None)]
        self._next, self._last = [_END], [_END]
        self._places: dict[str, int] = {}
        self.insert(slides, _END)

    def __iter__(self) -> Iterator[OrderedSlide]:
        at = self._next[_END]
        while at != _END:
            yield self._slides[at]
            at = self._next[at]

    def __getitem__(self, place: int) -> OrderedSlide:
        return self._slides[place]

    def __setitem__(self, place: int, slide: OrderedSlide) -> None:
        self._slides[place] = slide

    def place(self, name: str) -> int | None:
        """Return where the slide of this id stands; of several, the one that came first."""
        return self._places.get(name)

    def insert(self, slides: Iterable[OrderedSlide], before: int) -> None:
        """Insert slides before a place; 0 is the end."""
        for slide in slides:
            place = len(self._slides)
            self._slides.append(slide)
            self._next.append(_END)
            self._last.append(_END)
            self._link(place, before)
            if slide.id is not None:
                self._places.setdefault(slide.id, place)

    def following(self, place: int) -> int:
        """Return the place behind one; 0 is the end, and behind the end stands the first slide."""
        return self._next[place]

    def move(self, place: int, before: int) -> None:
        """Move a slide before another place; 0 is the end."""
        if before == place:
            return
        last, following = self._last[place], self._next[place]
        self._next[last], self._last[following] = following, last
        self._link(place, before)

    def _link(self, place: int, before: int) -> None:
        last = self._last[before]
        self._last[place], self._next[place] = last, before
        self._next[last] = self._last[before] = place
