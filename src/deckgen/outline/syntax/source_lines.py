"""The lines of an outline as a person reads them: dashes, a key, a value.

Used after YAML has failed, to find out why. Left out are comments, empty lines, lines within a `|`
block, and lines within quotes or brackets that began above.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.outline.syntax.decoding import ODD_BLANKS
from deckgen.outline.syntax.key_synonyms import synonyms

BULLET_SIGNS = "•‣▪◦●·–—*"
"""Signs that people type at the start of a bullet instead of a dash."""
BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?$")

_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*+\"|'(?:''|[^'])*+'", re.DOTALL)
_LINE = re.compile(
    rf"(?P<blanks>[ \t{ODD_BLANKS}]*)(?P<dashes>(?:-[ \t]+)*(?:-$)?)"
    rf"(?:(?P<key>{_QUOTED.pattern}|"
    r"[^\s?:,\[\]{}#&*!|>'\"%@`](?:[^:#]|:(?=\S)|(?<=\S)#)*?):(?=[ \t]|$))?"
    r"(?P<gap>[ \t]*)(?P<value>.*)"
)
KEY_WITHOUT_BLANK = re.compile(rf"([A-Za-z_][\w-]*):(?!//)([{ODD_BLANKS}]?)(?=\S|[{ODD_BLANKS}])")
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_LONGEST_LINE = 5_000
_MOST_LINES_IN_QUOTES = 200
_CLOSING = {"[": "]", "{": "}"}
_BRACKETS = re.compile(rf"[\[\]{{}}]|(?<=[\[{{,: ])(?:{_QUOTED.pattern})", re.DOTALL)
"""Brackets, and the quotations between them, in which brackets are text."""


class SourceLine(NamedTuple):
    """A line that begins a node, or continues the text above. Columns count from 0."""

    number: int
    text: str
    blanks: str
    dashes: tuple[int, ...]
    """The columns of the dashes."""
    start: int
    """The column after the dashes: of the key, or of the value if there is no key."""
    key: str | None
    column: int
    """The column of the value."""
    value: str
    continues: int | None = None
    """The column of the line above whose text this one continues."""
    content: bool = False
    """Whether the line belongs to a `|` block, but its indentation has a wrong blank."""
    runs_on: bool = False
    """Whether the value is quoted or in brackets, and is closed on a later line."""

    @property
    def parent(self) -> int:
        """The column that all lines of this node's value are to the right of."""
        if self.key is not None and self.key[0] in f"-{BULLET_SIGNS}":  # meant as a dash
            return self.start + 2
        keyed = self.key is not None or KEY_WITHOUT_BLANK.match(self.value)
        return self.start if keyed or not self.dashes else self.dashes[-1]

    @property
    def is_keyed(self) -> bool:
        """Whether the line begins with a key that is one word, such as `bullets:`."""
        return self.key is not None and not self.dashes and bool(_KEY.fullmatch(self.key))


class _Above:
    """What the lines above say about the next one."""

    def __init__(self) -> None:
        self.block: int | None = None
        """The column of the line whose `|` block is open."""
        self.text: int | None = None
        """The column of the line whose text may be continued."""
        self.waiting: int | None = None
        """The column of the line whose value is expected."""
        self.is_list = False
        """Whether that value is a list, as of `slides:`."""

    def continued_by(self, line: SourceLine) -> int | None:
        """Return the column of the line above whose text this line continues or begins."""
        indent = len(line.blanks)
        continued = self.text
        if continued is not None and indent > continued:
            if line.is_keyed:  # a key in the wrong column: what follows is its own
                self.text = line.parent if line.value else None
            return continued
        self.text = None
        is_item = self.is_list and line.value[:1] in BULLET_SIGNS
        if self.waiting is not None and indent > self.waiting and _is_text(line) and not is_item:
            self.text = self.waiting
            return self.text
        self.is_list = line.key in {"slides", "bullets"}
        self.waiting = None if line.value and line.value[0] != "#" else line.parent
        return None


def structural_lines(lines: Sequence[str], tab: str = "  ") -> Iterator[SourceLine]:
    """Yield every text that has structure, from top to bottom; a tab counts as the blanks `tab`."""
    above = _Above()
    number = -1
    while (number := number + 1) < len(lines):
        text = lines[number]
        if not text.strip(" \t") or len(text) > _LONGEST_LINE:
            continue
        line = split_line(number, text)
        indent = len(line.blanks)
        straight = line.blanks.replace("\t", tab)
        seen = line if straight == line.blanks else split_line(number, straight + text[indent:])
        if above.block is not None and len(straight) > above.block:
            if not line.blanks.startswith(" " * (above.block + 1)):
                yield line._replace(content=True)
            continue
        if indent == len(text):  # blanks that YAML takes for text
            yield line
            continue
        above.block = None
        if text[indent] == "#":
            above.text = None
            continue
        continued = above.continued_by(seen)
        if continued is not None:
            yield line._replace(continues=continued)
            continue
        end = _last_line(lines, line)
        if end is not None and end > number:
            line = line._replace(runs_on=True)
            number = end
        yield line
        if BLOCK_HEADER.match(line.value):
            above.block = seen.parent
        elif line.value and line.value[0] not in "#\"'[{":
            is_lost = (line.key is None and not line.dashes) or key_without_colon(line, lines)
            above.text = None if is_lost else seen.parent


def key_without_colon(line: SourceLine, lines: Sequence[str]) -> str | None:
    """Return the known key at the start of a line without a colon: `slides`, `title My talk`.

    After a dash such a word is text, unless the next line has a key in its column. A text in
    quotation marks is a key if a dash stands below it.
    """
    key = line.value.split(" ")[0]
    below = split_line(0, lines[line.number + 1]) if line.number + 1 < len(lines) else None
    if line.key is None and line.dashes and below and quote_end(line.value) == len(line.value):
        return line.value if below.dashes and len(below.blanks) >= line.start else None
    if line.key is not None or key not in synonyms():
        return None
    if line.dashes:
        return key if below and below.key and len(below.blanks) == line.start else None
    return key


def _is_text(line: SourceLine) -> bool:
    """Return whether a line may be the text of the key above: no key, dash or sign of YAML."""
    return line.key is None and not line.dashes and line.value[0] not in "\"'[{#*&!|>%@`-"


def quote_end(text: str) -> int | None:
    """Return the index after the mark that closes the quotation at the start of `text`."""
    quoted = _QUOTED.match(text)
    return quoted.end() if quoted else None


def bracket_end(text: str) -> int | None:
    """Return the index after the bracket that closes the one at the start of `text`."""
    expected: list[str] = []
    for sign in _BRACKETS.finditer(text):
        if sign[0] in _CLOSING:
            expected.append(_CLOSING[sign[0]])
        elif sign[0] == expected[-1]:
            expected.pop()
            if not expected:
                return sign.end()
    return None


def split_line(number: int, text: str) -> SourceLine:
    """Return the parts of one line, without regard to the lines above it."""
    match = _LINE.match(text)
    if match is None:  # every part of the pattern may be empty
        raise AssertionError(text)
    first = match.start("dashes")
    return SourceLine(
        number=number,
        text=text,
        blanks=match["blanks"],
        dashes=tuple(first + at for at, mark in enumerate(match["dashes"]) if mark == "-"),
        start=match.end("dashes"),
        key=match["key"],
        column=match.start("value"),
        value=match["value"].rstrip(),
    )


def _last_line(lines: Sequence[str], line: SourceLine) -> int | None:
    """Return the number of the line that closes the quotes or brackets which `line` opens."""
    if not line.value or line.value[0] not in "\"'[{":
        return None
    find = quote_end if line.value[0] in "\"'" else bracket_end
    text = line.value
    for number in range(line.number, min(len(lines), line.number + _MOST_LINES_IN_QUOTES)):
        if number > line.number:
            below = lines[number]
            indent = len(below) - len(below.lstrip())
            if below.strip() and indent <= line.parent and below.strip()[0] not in "]}":
                return None
            text += "\n" + below
        end = find(text)
        if end is not None:
            rest = text[end:].strip()
            return number if not rest or rest.startswith("#") else None
    return None
