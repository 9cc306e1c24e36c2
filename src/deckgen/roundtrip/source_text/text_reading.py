"""How a text is read: as a line, as paragraphs, or letter by letter; and what is shown of it.

Also how words are typed so that a slide shows exactly these.
"""

import re
from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.deck.text_body import UNMARKED, Formula, Inline, LineBreak
from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.outline.expand.variable_references import variable_places
from deckgen.outline.expand.variables import insert_variables_in_text
from deckgen.outline.markup.block_markup import parse_blocks
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar
from deckgen.roundtrip.source_text.shown_words import LINE_BREAK, PARAGRAPH_END, canonical
from deckgen.support.diagnostics import Diagnostics, Span

Reading: TypeAlias = Literal["line", "paragraphs", "letters", "lines"]
"""A line with markup; paragraphs and lists with markup; a text without markup; its lines, each
shown as a paragraph, such as code."""

_READINGS: tuple[Reading, ...] = get_args(Reading)
_NOWHERE = Span("", 1, 1)
_START_OF_ITEM = re.compile(r"([-*•+]|[0-9]{1,3}[.)])(?=\s)|#")
NO_VARIABLES = Mapping((), Span("", 1, 1))


class ShownSign(NamedTuple):
    """A character as it is shown; `look` is that of its run."""

    sign: str
    look: tuple[object, ...]


def shown_signs(written: str, reading: Reading, outline: Node) -> tuple[ShownSign, ...]:
    """Return what is shown of a text, its variables inserted, its signs as `canonical` has them."""
    diagnostics = Diagnostics()
    text = insert_variables_in_text(Scalar(written, _NOWHERE), outline, diagnostics)
    words = text.text
    if reading in {"letters", "lines"}:
        feed = PARAGRAPH_END if reading == "lines" else LINE_BREAK
        return tuple(_signs(words.rstrip("\n").replace("\n", feed), UNMARKED))
    if reading == "line":
        stripped = text._replace(text=words.strip())
        return tuple(_run_signs(parse_inline(stripped, diagnostics)))
    signs: list[ShownSign] = []
    for number, paragraph in enumerate(parse_blocks(text, diagnostics).paragraphs):
        if number:
            signs.append(ShownSign(PARAGRAPH_END, UNMARKED))
        signs += _run_signs(paragraph.runs)
    return tuple(signs)


def reading_of(written: str, shown: str, outline: Node) -> Reading | None:
    """Return how a text is read if `shown` (as `canonical` has it) stands on its slide.

    None if it is changed in another way, too, as numbers are.
    """
    for reading in _READINGS:
        if signs_text(shown_signs(written, reading, outline)) == shown:
            return reading
    return None


def signs_text(signs: tuple[ShownSign, ...]) -> str:
    """Return the characters alone."""
    return "".join([sign.sign for sign in signs])


def _run_signs(runs: tuple[Inline, ...]) -> list[ShownSign]:
    signs: list[ShownSign] = []
    for run in runs:
        if isinstance(run, LineBreak):
            signs.append(ShownSign(LINE_BREAK, UNMARKED))
        elif isinstance(run, Formula):
            signs += _signs(run.text, ("formula",))
        else:
            signs += _signs(run.text, run[1:])
    return signs


def _signs(words: str, look: tuple[object, ...]) -> list[ShownSign]:
    return [ShownSign(sign, look) for sign in canonical(words)]


class Origin(NamedTuple):
    """What the author wrote for a character."""

    start: int
    end: int
    variable: str = ""
    """The variable whose words it belongs to; empty if the author typed it there."""


class InsertedText(NamedTuple):
    """A text as the markup is read from it."""

    written: str
    """The text as the author wrote it."""
    text: str
    """The text with the words of its variables."""
    origins: tuple[Origin, ...]
    """The origin of each character of `text`."""

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


def literal_block(words: str) -> str:
    """Return a paragraph with a line of its own for each of its lines, of which none is an item."""
    return "\n".join(map(literal_line, words.split(LINE_BREAK)))


def literal_line(words: str) -> str:
    """Return a line as `literal_lines` does, with a backslash at what would begin an item, too."""
    mark = _START_OF_ITEM.match(words)
    if mark is None:
        return literal_lines(words)
    last = mark.end() - 1
    return f"{words[:last]}\\{words[last]}{literal_lines(words[last + 1 :])}"


def literal_lines(words: str, *, breaks: str = "<br>") -> str:
    """Return words so that no sign is markup and no variable, with `breaks` for each line break."""
    lines = ([SourceRun(line)] for line in words.split(LINE_BREAK))
    return breaks.join(marked_text(line, breaks="\n") for line in lines)
