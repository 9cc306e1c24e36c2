"""The text of a CSV file as spreadsheets save it: its encoding and its `sep=;` line."""

import codecs
import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.support.diagnostics import Diagnostics, Span

_SEP = re.compile(r'"?sep=(\\t|[^\w\s"]|\t| )"?[;, \t]*(?:\n|$)', re.IGNORECASE)
"""A first line that tells Excel the delimiter; it is not a row."""
SAVE_AS_CSV = "In Excel: File, Save as, “CSV UTF-8”."
"""How to save a workbook as a CSV file."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EMPTY = " \t;,"
"""What a row without words consists of."""
_CELL = re.compile(r'[^;,|\t\n"]*')
FAILED_FORMULA_HINT = "Mend it in the spreadsheet and save anew; or type what is meant, or a dash."
_FAILED = re.compile(r"#[¡¿]?[A-Z/0]+[!?]|#N/?[ADV]|#{4,}|(?:Err|Fehler) ?:[0-9]{3}")


class CsvText(NamedTuple):
    """A CSV file as text; line ends are LF."""

    text: str
    """The whole text without its `sep=` line."""
    delimiter: str | None
    """The delimiter of the `sep=` line."""
    skipped: int
    """The number of lines before `text`: 1 if there is a `sep=` line, else 0."""
    doubtful: tuple[int, int, str] | None
    """The first cell with a letter outside ASCII in a file that is read as Windows-1252.

    Its line and column, from 1, and its beginning; None if the file is UTF-8.
    """


class CsvRow(NamedTuple):
    """A row of cells, with number (from 1) and text of its first line in the file."""

    line: int
    text: str
    cells: list[str]


class CsvError(Exception):
    """A row cannot be read: its quotation marks are wrong, or a cell is too long."""

    def __init__(self, row: CsvRow) -> None:
        super().__init__(str(row.line))
        self.row = row


def is_failed_formula(cell: str) -> bool:
    """Return whether a cell is what spreadsheets show for a number they lack, such as #NV."""
    return _FAILED.fullmatch(cell) is not None


def warn_of_failed_formula(cell: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a cell of words in whose place a spreadsheet says that it failed."""
    if is_failed_formula(cell):
        message = f"“{cell}” is what a spreadsheet shows when it has no result."
        diagnostics.warning("failed-formula", message, span, FAILED_FORMULA_HINT)


def decode_csv(data: bytes) -> CsvText | None:
    """Return the text of a CSV file; None if the file is binary, such as a workbook or a picture.

    UTF-8 is read with or without a byte order mark, UTF-16 with one; anything else as Windows-1252.
    """
    not_utf8 = None
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", errors="replace") if len(data) % 2 == 0 else "\0"
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            text = data.decode("cp1252", errors="replace")
            not_utf8 = problem.start
    if "\0" in text or data.startswith(b"PK\x03\x04"):
        return None
    doubtful = None if not_utf8 is None else _cell_at(text, not_utf8)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sep = _SEP.match(text)
    if sep is None:
        return CsvText(text, None, 0, doubtful)
    delimiter = "\t" if sep[1] == "\\t" else sep[1]
    return CsvText(text[sep.end() :], delimiter, 1, doubtful)


def read_csv(file: str, data: bytes, diagnostics: Diagnostics) -> CsvText | None:
    """Return the text of a CSV file; None, with an error, if it is binary.

    That it is no UTF-8 is a warning, at its first letter outside ASCII.
    """
    read = decode_csv(data)
    if read is None:
        message = f"{file} is no CSV file; it looks like a workbook or a picture."
        diagnostics.error("not-text", message, Span(file, 1, 1), SAVE_AS_CSV)
    elif read.doubtful:
        line, column, word = read.doubtful
        diagnostics.warning(
            "not-utf8",
            f"{file} is not saved as UTF-8; it is read as Windows-1252, which makes “{word}” of "
            "this cell.",
            Span(file, line, column, max(len(word), 1)),
            f"If that is wrong, save it anew. {SAVE_AS_CSV}",
        )
    return read


def split_rows(read: CsvText, delimiter: str, *, strict: bool = False) -> Iterator[CsvRow]:
    """Yield the rows with words; raise CsvError at a row that cannot be read.

    With `strict`, quotation marks that are not closed, or that text follows, are errors.
    """
    lines = read.text.split("\n")
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=strict)
    start = 0
    try:
        for cells in reader:
            if any(cell.strip(_EMPTY) for cell in cells):
                yield CsvRow(start + read.skipped + 1, lines[start], cells)
            start = reader.line_num
    except csv.Error as error:
        line = start + read.skipped + 1
        raise CsvError(CsvRow(line, lines[min(start, len(lines) - 1)], [])) from error


def written_cell(text: str, delimiter: str, *, is_quoted: bool = False) -> str:
    """Return a cell as it is written: in quotation marks if needed, or if `is_quoted`."""
    if is_quoted or any(sign in text for sign in f'{delimiter}"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def cell_spans(file: str, row: CsvRow) -> list[Span]:
    """Return the spans of the cells; that of the whole row after a quoted cell."""
    whole = Span(file, row.line, 1, max(len(row.text), 1))
    spans: list[Span] = []
    start, quote = 0, row.text.find('"')
    exact = True
    for cell in row.cells:
        exact = exact and not 0 <= quote <= start
        length = len(cell.split("\n", 1)[0])
        spans.append(whole._replace(column=start + 1, length=max(length, 1)) if exact else whole)
        exact = exact and length == len(cell)
        start += len(cell) + 1
    return spans


def _cell_at(text: str, at: int) -> tuple[int, int, str]:
    start = max(text.rfind(sign, 0, at) for sign in ';,|\t\r\n"') + 1
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    cell = _CELL.match(text, start)
    words = cell[0].strip() if cell else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n"), words[:40]
