"""A text with its variables inserted, and where each of its characters comes from."""

from typing import NamedTuple

from deckgen.outline.expand.variable_references import variable_places
from deckgen.outline.expand.variables import insert_variables_in_text
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.support.diagnostics import Diagnostics, Span

_NOWHERE = Span("", 1, 1)


class Origin(NamedTuple):
    """What the author wrote for a character."""

    start: int
    end: int
    variable: str = ""
    """The variable whose words it is of, if it is of one."""


class InsertedText(NamedTuple):
    """A text as the markup is read from it."""

    written: str
    """As the author wrote it."""
    text: str
    """With the words of its variables."""
    origins: tuple[Origin, ...]
    """Of each character of `text`."""

    def place(self, index: int, *, behind: bool) -> int | None:
        """Return where in the written text something is inserted before the character `index`.

        With `behind`, it is right behind the character before it; else right before this one. None
        within the words of a variable.
        """
        origins = self.origins
        if 0 < index < len(origins) and origins[index - 1] == origins[index]:
            return None
        if (behind and index > 0) or index == len(origins):
            return origins[index - 1].end if index else 0
        return origins[index].start


def inserted_text(written: str, outline: Node) -> InsertedText:
    """Return what an author wrote with the variables of an outline (of a town's version of it)."""
    origins: list[Origin] = []
    at = 0
    for place in variable_places(written):
        origins += (Origin(index, index + 1) for index in range(at, place.start))
        at = place.end
        words = "$" if not place.name else _words(written[place.start : at], outline)
        origins += [Origin(place.start, at, place.name)] * len(words)
    origins += (Origin(index, index + 1) for index in range(at, len(written)))
    return InsertedText(written, _words(written, outline), tuple(origins))


def _words(text: str, outline: Node) -> str:
    return insert_variables_in_text(Scalar(text, _NOWHERE), outline, Diagnostics()).text
