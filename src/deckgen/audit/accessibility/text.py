"""Text: what is typed in place of a list, a table or a space; capitals; languages and links."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from deckgen.audit.finding import Finding, quoted_words
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedParagraph, AuditedSlide, TextArea
from deckgen.fonts.face import is_monospaced
from deckgen.language.descriptive_words import (
    is_bare_address,
    leads_nowhere,
    typed_mark,
    typed_number,
)
from deckgen.language.likely_language import likelier_language

_COLUMNS = re.compile(r"\S(?:[ \u00a0]{4,}|[ \u00a0]*\t[ \u00a0\t]*)(?=\S)")
"""Blanks or tabs between words that make columns."""
_SPREAD = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0]){3,}[^\W\d_](?!\w)")
"""Letters that are spread with blanks: T I T L E."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
IN_PAIRS = "-–—*>"
"""Signs that may stand before one line for another reason."""

_CAPITALS, _JUSTIFIED = 40, 60
"""Letters of a paragraph from which capitals are a wall, and from which it has several lines."""


def typed_layout_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield the shapes whose text is set by typing."""
    for shape in slide.shown:
        marks = [mark for area in shape.texts for mark in _typed_marks(area)]
        if marks:
            yield at_shape("typed-list", slide, shape.place, marks=len(marks), mark=marks[0])
        blank = sum(_blank_lines(area) for area in shape.texts)
        if blank:
            yield at_shape("blank-lines", slide, shape.place, lines=blank)
        words = next((words for area in shape.texts for words in _set_by_blanks(area)), "")
        if words:
            yield at_shape("blanks-as-layout", slide, shape.place, words=words)


def _typed_marks(area: TextArea) -> list[str]:
    """Return the marks that are typed before lines of an area.

    A sign such as • is a mark alone; others and numbers are marks where the next line has one.
    """
    lines = [
        line
        for paragraph in area.paragraphs
        if not paragraph.has_mark and not _is_code(paragraph)
        for line in paragraph.text.split("\n")
    ]
    marks = [typed_mark(line) for line in lines]
    numbers = [typed_number(line) for line in lines]
    typed = [mark for mark in marks if mark and mark not in IN_PAIRS]
    for kind in ([mark if mark in IN_PAIRS else "" for mark in marks], numbers):
        for at, mark in enumerate(kind):
            if mark and (any(kind[at + 1 : at + 2]) or any(kind[max(at - 1, 0) : at])):
                typed.append(mark)
    return typed


def _blank_lines(area: TextArea) -> int:
    """Return how many paragraphs without words stand before paragraphs with words."""
    filled = [bool(paragraph.words) for paragraph in area.paragraphs]
    # Blank lines divide a program.
    if not any(filled) or any(map(_is_code, area.paragraphs)):
        return 0
    last = len(filled) - filled[::-1].index(True)
    breaks = sum(
        first == second == "\n"
        for paragraph in area.paragraphs
        for first, second in pairwise(run.text for run in paragraph.runs)
    )
    return filled[:last].count(False) + breaks


def _set_by_blanks(area: TextArea) -> Iterator[str]:
    for paragraph in area.paragraphs:
        text = paragraph.text
        spread = (each for each in _SPREAD.finditer(text) if _is_spread_word(each[0]))
        match = _COLUMNS.search(text) or next(spread, None)
        if match and not _is_code(paragraph):
            yield " ".join(paragraph.text[match.start() : match.start() + 40].split())


def _is_spread_word(letters: str) -> bool:
    """Return whether single letters are a word; “a b c d” and “A B C D” are names of things."""
    word = "".join(letters.split())
    return word.isupper() and word not in _ALPHABET


def _is_code(paragraph: AuditedParagraph) -> bool:
    return any(is_monospaced(run.font) for run in paragraph.runs)


def letter_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield shapes with long text in capitals, and with justified lines."""
    for shape in slide.shown:
        paragraphs = [each for area in shape.texts for each in area.paragraphs]
        words = next((each.words for each in paragraphs if _is_wall(each)), None)
        if words is not None:
            yield at_shape("all-capitals", slide, shape.place, words=words[:40])
        if any(each.justified and len(each.words) > _JUSTIFIED for each in paragraphs):
            yield at_shape("justified", slide, shape.place)


def _is_wall(paragraph: AuditedParagraph) -> bool:
    capitals = sum(
        len(run.text) if run.capitals else sum(letter.isupper() for letter in run.text)
        for run in paragraph.runs
    )
    letters = sum(map(str.isalpha, paragraph.text))
    return letters >= _CAPITALS and capitals >= letters * 0.9


def language_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield shapes whose text states no language, or hardly the one that it is in."""
    for shape in slide.shown:
        unstated = (run.text for run in shape.runs if not run.lang)
        text = next((text for text in unstated if any(map(str.isalpha, text))), "")
        if text:
            yield at_shape("language-missing", slide, shape.place, words=quoted_words(text))
            continue
        for area in shape.texts:
            langs = {run.lang for run in area.runs}
            stated = langs.pop() if len(langs) == 1 else ""
            if likely := likelier_language(area.text, stated):
                said = {"stated": stated, "likely": likely, "words": quoted_words(area.text)}
                yield at_shape("language-unlikely", slide, shape.place, **said)
                break


def file_language(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield that the properties of the file state no language."""
    if not deck.properties.get("language"):
        yield in_deck("file-language-missing")


def link_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield links whose words do not say where they lead."""
    for shape in slide.shown:
        for area in shape.texts:
            for words in _link_texts(area):
                if leads_nowhere(words):
                    yield at_shape("link-says-nothing", slide, shape.place, words=words)
                elif is_bare_address(words):
                    yield at_shape("link-address", slide, shape.place, words=words[:60])


def _link_texts(area: TextArea) -> Iterator[str]:
    """Yield the words of each link; neighbouring runs to one target are one link."""
    for paragraph in area.paragraphs:
        for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
            words = " ".join("".join(run.text for run in runs).split())
            if link is not None and words:
                yield words
