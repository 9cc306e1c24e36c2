"""The value of `table:` → `TableData`: a list of rows, lines of text, a CSV file, or keys."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from deckgen.outline.schema.bullet_list import text_of_line
from deckgen.outline.schema.fields import RawNode, TableData, Text
from deckgen.outline.schema.scalar_types import WrongTypeError, parse_boolean
from deckgen.outline.syntax.misread_texts import is_torn_number, report_torn_number
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node, part_of
from deckgen.support.diagnostics import Diagnostics

TABLE_KEYS = ("rows", "file", "header", "total", "highlight", "alt")
_FILE = re.compile(r".+\.[^\W\d]\w*")
_PASTED = (
    "For rows that are copied from a spreadsheet, type `{}: |`, and paste them below it, indented."
)
_OWN_ROWS = {
    "header": ("`header` says which row is the header.", "header: [Town, Inhabitants]"),
    "total": ("`total` says whether the last row is a total.", "total: [Together, 140]"),
}
_SEPARATORS = "\t;|,"
"""The signs between cells, in the order in which they are looked for."""
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
"""The line below the header of a table in Markdown."""


def read_table(node: Node, name: str, diagnostics: Diagnostics) -> TableData | None:
    """Return the table that a node describes; None, with errors, if it describes none."""
    own = Diagnostics()
    if isinstance(node, Mapping):
        data = _with_keys(node, name, own)
    elif isinstance(node, Sequence) or _has_lines(node):
        data = TableData(rows=_rows(node, name, own), file=None, span=node.span)
    else:
        data = TableData(rows=(), file=_file(node, name, own), span=node.span)
    diagnostics.extend(own)
    return None if own.has_errors else data


def _has_lines(node: Node) -> bool:
    """Return whether a node is a text of several lines, which are the rows."""
    return isinstance(node, Scalar) and "\n" in node.text.strip()


def _with_keys(node: Mapping, name: str, diagnostics: Diagnostics) -> TableData | None:
    from deckgen.outline.syntax.key_synonyms import report_unknown_key

    values = {key.text: value for key, value in node.pairs}
    if not {"rows", "file"} & set(values):
        _report_no_rows(node, name, diagnostics)
        return None
    for key, _ in node.pairs:
        if key.text not in TABLE_KEYS:
            report_unknown_key(key, TABLE_KEYS, diagnostics)
    if "rows" in values and "file" in values:
        diagnostics.error(
            "two-tables",
            "A table has its rows here or in a file, not both.",
            values["file"].span,
            "Delete `rows` or `file`.",
        )
        return None
    rows = values.get("rows")
    return TableData(
        rows=_rows(rows, "rows", diagnostics) if rows else (),
        file=_file(values["file"], "file", diagnostics) if "file" in values else None,
        span=node.span,
        header=_own_row("header", values.get("header"), diagnostics, default=True),
        alt=_text("alt", values.get("alt"), diagnostics),
        total=_own_row("total", values.get("total"), diagnostics, default=False),
        highlight=RawNode(values["highlight"]) if "highlight" in values else None,
    )


def _own_row(
    name: str, node: Node | None, diagnostics: Diagnostics, *, default: bool
) -> bool | tuple[Text, ...]:
    """Return what `header` or `total` says: its cells, or whether a row of the table is it."""
    if isinstance(node, Sequence):
        return tuple(_cells(node, diagnostics))
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return default
    with suppress(WrongTypeError):
        if isinstance(node, Scalar):
            return parse_boolean(node.text.strip())
    message, example = _OWN_ROWS[name]
    diagnostics.error("wrong-type", message, node.span, f"Type yes or no, or a list: `{example}`.")
    return default


def _file(node: Node, name: str, diagnostics: Diagnostics) -> Text | None:
    text = _text(name, node, diagnostics)
    if text is None and isinstance(node, Scalar):
        diagnostics.error(
            "empty-text",
            f"`{name}` is empty.",
            node.span,
            "Type the rows below it, each as `- [Altenburg, 33.000]`; or the name of a CSV file.",
        )
    elif text is not None and not _FILE.fullmatch(text.text):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes rows, or the name of a CSV file such as towns.csv.",
            node.span,
            "Type each row on a line of its own: `- [Altenburg, 33.000]`. " + _PASTED.format(name),
        )
    return text


def _text(name: str, node: Node | None, diagnostics: Diagnostics) -> Text | None:
    if isinstance(node, Scalar):
        words = node.text.strip()
        return Text(words, node.span, node.dollars) if words else None
    if node is not None:
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes one text.",
            node.span,
            f"Type it as `{name}: your words`.",
        )
    return None


def _rows(node: Node, name: str, diagnostics: Diagnostics) -> tuple[tuple[Text, ...], ...]:
    if isinstance(node, Scalar) and _has_lines(node):
        return tuple(text_rows(node))
    if not isinstance(node, Sequence):
        _report_no_rows(node, name, diagnostics)
        return ()
    if not node.items:
        diagnostics.error(
            "empty-text",
            f"`{name}` is an empty list.",
            node.span,
            "Add a line such as `- [Altenburg, 33.000]` for each row.",
        )
    if len(node.items) > 1 and all(isinstance(item, Scalar) for item in node.items):
        diagnostics.warning(
            "one-column",
            "Each row is a single cell: they stand without brackets.",
            node.items[0].span,
            "Type the cells of a row in brackets, with commas between them: "
            f"`- [Altenburg, 33.000]`. {_PASTED.format(name)}",
        )
    return tuple(row for item in node.items if (row := _row(item, diagnostics)) is not None)


def _row(node: Node, diagnostics: Diagnostics) -> tuple[Text, ...] | None:
    if isinstance(node, Sequence):
        return tuple(_cells(node, diagnostics))
    if cell := text_of_line(node):
        return (cell,)
    _report_no_rows(node, "table", diagnostics)
    return None


def _cells(node: Sequence, diagnostics: Diagnostics) -> Iterator[Text]:
    """Yield the cells of a row; an empty list is a single empty cell."""
    left: Scalar | None = None
    for item in node.items:
        cell = text_of_line(item)
        if cell is None:
            diagnostics.error(
                "list-in-list",
                "A cell of a table holds one text.",
                item.span,
                "If brackets belong to the text, put it in quotation marks.",
            )
            continue
        if left is not None and isinstance(item, Scalar) and is_torn_number(left, item):
            report_torn_number(left, item, diagnostics)
        left = item if isinstance(item, Scalar) else None
        yield cell
    if not node.items:
        yield Text("", node.span)


def _report_no_rows(node: Node, name: str, diagnostics: Diagnostics) -> None:
    """Report keys or a text in the place of rows."""
    example = "Altenburg, 33.000"
    if isinstance(node, Mapping) and node.pairs:
        key, value = node.pairs[0]
        example = f"{key.text}, {value.text if isinstance(value, Scalar) else '…'}"
    diagnostics.error(
        "wrong-type",
        f"`{name}` takes rows, not {describe_node(node)}.",
        node.span,
        f"Type each row on a line of its own, as a list of its cells: `- [{example}]`.",
    )


def _first_line(lines: Iterable[str]) -> str:
    return next((line.strip(" ") for line in lines if line.strip()), "")


def cell_separator(lines: Iterable[str]) -> str:
    """Return the sign between the cells of lines of text, as the first of them says."""
    first = _first_line(lines)
    return next((sign for sign in _SEPARATORS if sign in first), ";")


def text_rows(node: Scalar) -> list[tuple[Text, ...]]:
    """Return the rows of lines of text; the first line says what separates their cells.

    If tabs or semicolons separate the cells, empty rows, and empty columns at the right, are left
    out. In a Markdown table, the bars at both ends of a line and the line below the header are.
    """
    lines = node.text.split("\n")
    first = _first_line(lines)
    separator = cell_separator(lines)
    is_markdown = separator == "|" == first[:1]
    escaped = re.escape(separator)
    quoted = rf'\s*"((?:[^"]|"")*)"\s*(?={escaped}|$)'
    pattern = re.compile(rf"(?:{quoted}|([^{escaped}]*))({escaped}?)")
    rows = []
    start = 0
    for line in lines:
        begin, end = 0, len(line)
        if is_markdown:
            begin = len(line) - len(line.lstrip().removeprefix("|"))
            end = len(line.rstrip().removesuffix("|"))
        if line.strip() and not (is_markdown and _RULE.fullmatch(line)):
            rows.append(tuple(_cells_of_line(pattern.finditer(line[:end], begin), node, start)))
        start += len(line) + 1
    if separator in "\t;":
        width = max((at for row in rows for at, cell in enumerate(row, 1) if cell.text), default=0)
        rows = [row[:width] for row in rows if any(cell.text for cell in row)]
    return rows


def _cells_of_line(found: Iterable[re.Match[str]], node: Scalar, start: int) -> Iterator[Text]:
    """Yield the cells of a line that begins at `start` of a text, up to one without a separator."""
    for match in found:
        quoted, plain, separator = match.groups()
        if quoted is None:
            first = match.end(2) - len(plain.lstrip())
            yield part_of(node, start + first, plain.strip())
        else:
            yield part_of(node, start + match.start(1), quoted.replace('""', '"'))
        if not separator:
            return
