"""How a text is read: as a line, as paragraphs, or letter by letter, and what is shown of it."""

from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.deck.text_body import UNMARKED, Formula, Inline, LineBreak
from deckgen.outline.expand.variables import insert_variables_in_text
from deckgen.outline.markup.block_markup import parse_blocks
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.roundtrip.source_text.shown_words import LINE_BREAK, PARAGRAPH_END, canonical
from deckgen.support.diagnostics import Diagnostics, Span

Reading: TypeAlias = Literal["line", "paragraphs", "letters", "lines"]
"""A line with markup; paragraphs and lists with markup; a text without markup; its lines, each
shown as a paragraph, such as code."""

_READINGS: tuple[Reading, ...] = get_args(Reading)
_NOWHERE = Span("", 1, 1)


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
