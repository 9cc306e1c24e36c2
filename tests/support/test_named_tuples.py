"""Makers of named tuples."""

from typing import NamedTuple

from deckgen.support.named_tuples import maker


class _Place(NamedTuple):
    file: str
    line: int = 1

    @property
    def next_line(self) -> int:
        return self.line + 1


def test_a_maker_makes_what_the_class_makes() -> None:
    made = maker(_Place)(("a.yaml", 7))
    assert made == _Place("a.yaml", 7)
    assert type(made) is _Place
    assert (made.file, made.next_line) == ("a.yaml", 8)
