"""The lines of an outline as a person sees them: dashes, a key, a value; whatever YAML thinks.

Used where YAML has given up, to say what happened. Lines inside a `|` block, inside quotes or
brackets that close further down, comments and empty lines are no rows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deckgen.outline.syntax.decoding import ODD_BLANKS
from deckgen.outline.syntax.key_synonyms import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?$")

_LINE = re.compile(
    rf"(?P<blanks>[ \t{ODD_BLANKS}]*)(?P<dashes>(?:-[ \t]+)*(?:-$)?)"
    r"(?:(?P<key>[^\s?:,\[\]{}#&*!|>'\"%@`](?:[^:#]|:(?=\S)|(?<=\S)#)*?):(?=\s|$))?"
    r"(?P<gap>[ \t]*)(?P<value>.*)"
)
KEY_WITHOUT_BLANK = re.compile(rf"([A-Za-z_][\w-]*):(?!//)([{ODD_BLANKS}]?)(?=\S|[{ODD_BLANKS}])")
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_LONGEST_LINE = 5_000
_MOST_LINES_IN_QUOTES = 200
_CLOSING = {"[": "]", "{": "}"}


class SourceLine(NamedTuple):
    """One line that begins something, or continues the text above. Columns count from 0."""

    number: int
    line: str
    blanks: str
    dashes: tuple[int, ...]
    """The columns of the dashes."""
    start: int
    """The column of what follows the dashes: the key, or the value where there is no key."""
    key: str | None
    column: int
    """The column of the value."""
    value: str
    continues: int | None = None
    """The column of the row whose text this line continues."""
    content: bool = False
    """Whether the line stands in a `|` block, but not far enough to the right."""
    runs_on: bool = False
    """Whether the value ends, properly, on a later line."""

    @property
    def parent(self) -> int:
        """Everything that belongs to this row stands to the right of this column."""
        keyed = self.key is not None or KEY_WITHOUT_BLANK.match(self.value)
        return self.start if keyed or not self.dashes else self.dashes[-1]

    @property
    def is_keyed(self) -> bool:
        """Whether the row looks like a key by itself, as `bullets:` does."""
        return self.key is not None and not self.dashes and bool(_KEY.fullmatch(self.key))


class _Above:
    """What the lines above make of the next one."""

    def __init__(self) -> None:
        self.block: int | None = None
        """The column of the row whose `|` block goes on."""
        self.text: int | None = None
        """The column of the row whose text may go on."""
        self.waiting: int | None = None
        """The column of the row whose value is still to come."""

    def continued_by(self, row: SourceLine) -> int | None:
        """Return the column of the row above whose text this one continues, or is."""
        indent = len(row.blanks)
        continued = self.text
        if continued is not None and indent > continued:
            if row.is_keyed:  # a key in the wrong column: what follows is its own
                self.text = row.parent if row.value else None
            return continued
        self.text = None
        if self.waiting is not None and indent > self.waiting and _is_text(row):
            self.text = self.waiting
            return self.text
        self.waiting = None if row.value and row.value[0] != "#" else row.parent
        return None


def structural_lines(lines: Sequence[str]) -> Iterator[SourceLine]:
    """Every line that is structure, from top to bottom."""
    above = _Above()
    number = -1
    while (number := number + 1) < len(lines):
        line = lines[number]
        if not line.strip(" \t") or len(line) > _LONGEST_LINE:
            continue
        row = split_line(number, line)
        indent = len(row.blanks)
        if above.block is not None and indent > above.block:
            if not row.blanks.startswith(" " * (above.block + 1)):
                yield _changed(row, content=True)
            continue
        if indent == len(line):  # blanks that YAML takes for text
            yield row
            continue
        above.block = None
        if line[indent] == "#":
            above.text = None
            continue
        continued = above.continued_by(row)
        if continued is not None:
            yield _changed(row, continues=continued)
            continue
        end = _last_line(lines, row)
        if end is not None and end > number:
            row = _changed(row, runs_on=True)
            number = end
        yield row
        if BLOCK_HEADER.match(row.value):
            above.block = row.parent
        elif row.value and row.value[0] not in "#\"'[{":
            above.text = None if key_without_colon(row, lines) else row.parent


def key_without_colon(row: SourceLine, lines: Sequence[str]) -> str | None:
    """Return the key that a row begins with, as `slides` alone does, or `title My talk`.

    Behind a dash such words are text, unless a key stands below them.
    """
    key = row.value.split(" ")[0]
    if row.key is not None or key not in SYNONYMS:
        return None
    if row.dashes:
        below = split_line(0, lines[row.number + 1]) if row.number + 1 < len(lines) else None
        return key if below and below.key and len(below.blanks) == row.start else None
    return key


def _is_text(row: SourceLine) -> bool:
    """Return whether a row may be the text of the key above: no key, no bullet, no sign of YAML."""
    return row.key is None and not row.dashes and row.value[0] not in "\"'[{#*&!|>%@`-"


def quote_end(text: str) -> int | None:
    """Find the index behind the quotation mark that closes the one at the start of `text`."""
    mark = text[0]
    index = 1
    while index < len(text):
        if mark == '"' and text[index] == "\\":
            index += 2
        elif text[index] != mark:
            index += 1
        elif mark == "'" and text[index : index + 2] == "''":
            index += 2
        else:
            return index + 1
    return None


def bracket_end(text: str) -> int | None:
    """Find the index behind the bracket that closes the one at the start of `text`."""
    expected: list[str] = []
    index = 0
    while index < len(text):
        character = text[index]
        if character in _CLOSING:
            expected.append(_CLOSING[character])
        elif expected and character == expected[-1]:
            expected.pop()
            if not expected:
                return index + 1
        elif character in "\"'" and text[index - 1] in "[{,: ":
            index += (quote_end(text[index:]) or 1) - 1
        index += 1
    return None


def split_line(number: int, line: str) -> SourceLine:
    """One line by itself."""
    match = _LINE.match(line)
    if match is None:  # the pattern's every part may be empty
        raise AssertionError(line)
    first = match.start("dashes")
    return SourceLine(
        number=number,
        line=line,
        blanks=match["blanks"],
        dashes=tuple(first + at for at, mark in enumerate(match["dashes"]) if mark == "-"),
        start=match.end("dashes"),
        key=match["key"],
        column=match.start("value"),
        value=match["value"].rstrip(),
    )


def _changed(
    row: SourceLine, *, continues: int | None = None, content: bool = False, runs_on: bool = False
) -> SourceLine:
    return SourceLine(
        row.number,
        row.line,
        row.blanks,
        row.dashes,
        row.start,
        row.key,
        row.column,
        row.value,
        continues,
        content,
        runs_on,
    )


def _last_line(lines: Sequence[str], row: SourceLine) -> int | None:
    """Find the line at whose end the quotes or brackets close that begin in `row`."""
    if not row.value or row.value[0] not in "\"'[{":
        return None
    find = quote_end if row.value[0] in "\"'" else bracket_end
    text = row.value
    for number in range(row.number, min(len(lines), row.number + _MOST_LINES_IN_QUOTES)):
        if number > row.number:
            line = lines[number]
            indent = len(line) - len(line.lstrip())
            if line.strip() and indent <= row.parent and line.strip()[0] not in "]}":
                return None
            text += "\n" + line
        end = find(text)
        if end is not None:
            rest = text[end:].strip()
            return number if not rest or rest.startswith("#") else None
    return None
