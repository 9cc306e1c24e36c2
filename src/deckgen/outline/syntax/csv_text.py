"""The text of a CSV file as spreadsheets save it: its encoding, and the line `sep=;`."""

import codecs
import re
from typing import NamedTuple

_SEP = re.compile(r'"?sep=(\\t|[^\w\s"]|\t| )"?[;, \t]*(?:\n|$)', re.IGNORECASE)
"""What Excel is told by a first line, which is no row."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CELL = re.compile(r'[^;,|\t\n"]*')


class CsvText(NamedTuple):
    """A CSV file as text; line ends are LF."""

    text: str
    """Without the line that says what parts its cells."""
    delimiter: str | None
    """What that line says."""
    skipped: int
    """How many lines stand before `text`: 1 if that line is there."""
    doubtful: tuple[int, int, str] | None
    """If it was no UTF-8 and is read as Windows-1252: line and column, from 1, and the words of the
    first cell that this matters to."""


def decode_csv(data: bytes) -> CsvText | None:
    """Return the text of a file; None if it is a workbook, a picture or another file without text.

    UTF-8 is read with or without a byte order mark, UTF-16 with one; anything else as Windows-1252.
    """
    broken = None
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", errors="replace") if len(data) % 2 == 0 else "\0"
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            text = data.decode("cp1252", errors="replace")
            broken = problem.start
    if "\0" in text or data.startswith(b"PK\x03\x04"):
        return None
    doubtful = None if broken is None else _cell(text, broken)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    said = _SEP.match(text)
    if said is None:
        return CsvText(text, None, 0, doubtful)
    delimiter = "\t" if said[1] == "\\t" else said[1]
    return CsvText(text[said.end() :], delimiter, 1, doubtful)


def _cell(text: str, at: int) -> tuple[int, int, str]:
    start = max(text.rfind(sign, 0, at) for sign in ';,|\t\r\n"') + 1
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    found = _CELL.match(text, start)
    words = found[0].strip() if found else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n"), words[:40]
