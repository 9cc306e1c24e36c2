"""The worksheet behind a chart: a small .xlsx (ECMA-376 Part 1, 18), the same bytes each time.

PowerPoint opens it on “Edit Data”: names in the first row, categories in the first column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.opc.package_writer import Part, Relationship, package_bytes
from deckgen.support.xml_text import DECLARATION, RELATIONSHIPS, escape

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "Sheet1"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_OWN_FORMAT = 164
"""Ids of number formats below it are Excel's own (18.8.30)."""


class FormulaCell(NamedTuple):
    """A cell that is computed from others."""

    formula: str
    result: str | float
    """Its result for the numbers as written."""


SheetCell: TypeAlias = str | float | FormulaCell | None


def workbook_bytes(
    rows: Sequence[Sequence[SheetCell]], formats: Sequence[str], widths: Sequence[int]
) -> bytes:
    """Return a workbook of one sheet. Each column has a number format, and a width in characters.

    Text is stored as text, numbers as numbers; None leaves the cell empty.
    """
    codes = list(dict.fromkeys(formats))
    styles = [codes.index(code) + 1 for code in formats]
    words = {value: None for row in rows for value in row if isinstance(value, str) and value}
    numbers = {word: number for number, word in enumerate(words)}
    parts = (
        Part(
            "/xl/workbook.xml",
            f"{_TYPE}.sheet.main+xml",
            f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'.encode(),
            (
                Relationship("rId1", f"{RELATIONSHIPS}/worksheet", "worksheets/sheet1.xml"),
                Relationship("rId2", f"{RELATIONSHIPS}/styles", "styles.xml"),
                Relationship("rId3", f"{RELATIONSHIPS}/sharedStrings", "sharedStrings.xml"),
            ),
        ),
        Part(
            "/xl/worksheets/sheet1.xml",
            f"{_TYPE}.worksheet+xml",
            _sheet(rows, styles, widths, numbers).encode(),
        ),
        Part("/xl/styles.xml", f"{_TYPE}.styles+xml", _styles(codes).encode()),
        Part("/xl/sharedStrings.xml", f"{_TYPE}.sharedStrings+xml", _strings(words).encode()),
    )
    root = Relationship("rId1", f"{RELATIONSHIPS}/officeDocument", "xl/workbook.xml")
    return package_bytes(parts, (root,))


def column_name(number: int) -> str:
    """Return the letters of a column, counted from 1: A, B, …, Z, AA."""
    name = ""
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _strings(words: Iterable[str]) -> str:
    """Return the table of all strings; cells refer to them by index (18.4.9).

    Some programs that draw charts do not read strings within cells.
    """
    items = "".join(f'<si><t xml:space="preserve">{escape(word)}</t></si>' for word in words)
    return f'{DECLARATION}<sst xmlns="{_MAIN}">{items}</sst>'


def _sheet(
    rows: Sequence[Sequence[SheetCell]],
    styles: Sequence[int],
    widths: Sequence[int],
    strings: Mapping[str, int],
) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{wide}" customWidth="1"/>'
        for at, wide in enumerate(widths, 1)
    )
    data = "".join(
        f'<row r="{number}">{"".join(_cells(number, row, styles, strings))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><cols>{columns}</cols>'
        f"<sheetData>{data}</sheetData></worksheet>"
    )


def _cells(
    number: int, row: Sequence[SheetCell], styles: Sequence[int], strings: Mapping[str, int]
) -> Iterator[str]:
    for at, (value, style) in enumerate(zip(row, styles, strict=True), 1):
        place = f"{column_name(at)}{number}"
        if isinstance(value, str):
            yield f'<c r="{place}" t="s"><v>{strings[value]}</v></c>' if value else ""
        elif isinstance(value, FormulaCell):
            formula = f"<f>{escape(value.formula)}</f>"
            if isinstance(value.result, str):
                yield f'<c r="{place}" t="str">{formula}<v>{escape(value.result)}</v></c>'
            else:
                text = value_text(value.result)
                yield f'<c r="{place}" s="{style}">{formula}<v>{text}</v></c>'
        elif value is not None:
            yield f'<c r="{place}" s="{style}"><v>{value_text(value)}</v></c>'


def value_text(value: float) -> str:
    """Return the shortest text of a number, as charts and worksheets store it."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _styles(codes: Sequence[str]) -> str:
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_OWN_FORMAT + at}" formatCode="{escape(code)}"/>'
        for at, code in enumerate(codes)
    )
    cells = "".join(
        f'<xf numFmtId="{_FIRST_OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0"'
        ' applyNumberFormat="1"/>'
        for at in range(len(codes))
    )
    count = len(codes)
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{count}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{count + 1}">'
        f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
