"""The bytes of an outline → its text: encoding, line ends, control characters.

Removed characters are remembered, so that spans have the columns of the author's file.
"""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import POWERPOINT_ENDINGS, shell_word

ODD_BLANKS = "\u00a0\u00ad\u1680\u180e\u2000-\u200b\u202f\u205f-\u2064\u2800\u3000\u3164"
"""Characters that look like a blank or like nothing, but are text to YAML; no direction marks."""

_SUSPECT = rf"(?m)^ *(?:-[ \t]+)*(?:-|[\w-]+:)?[\t{ODD_BLANKS}]"

CONTROL_CHARACTER = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Characters that XML forbids, that programs interpret differently, or that turn words round.

A pattern, which `re` compiles and keeps at its first use: few texts need it."""

_TURNING = "\u202d\u202e"
"""They stay: a colleague may have typed them, and `deckgen pull` brings words home as they are."""
_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
_NAMES = {
    "\x00": "a NUL",
    "\x07": "a bell",
    "\x08": "a backspace",
    "\x0b": "a vertical tab (PowerPoint's line break)",
    "\x0c": "a page break",
    "\x1b": "an escape",
    "\x7f": "a delete",
    "\ufeff": "a byte order mark",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\u202d": "a left-to-right override",
    "\u202e": "a right-to-left override",
}
_SAVE_AS_UTF8 = (
    "Save the file as UTF-8: in Windows Notepad “Save as”, Encoding “UTF-8”; in VS Code click "
    "the encoding in the bar at the bottom, first “Reopen with Encoding” and that which shows your "
    "letters, then “Save with Encoding” and “UTF-8”."
)
_UTF_16_32 = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16 (Windows Notepad calls it “Unicode”)"),
    (codecs.BOM_UTF16_BE, "UTF-16 (Windows Notepad calls it “Unicode”)"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a PowerPoint, Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"<!", "a web page"),
    (b"<html", "a web page"),
    (b"<svg", "a picture"),
    (b"<?xml", "an XML file"),
)


def has_control_characters(text: str) -> bool:
    """Return whether a text has a control character."""
    return not text.replace("\n", "").isprintable() and bool(re.search(CONTROL_CHARACTER, text))


_TABLE = ".csv"
_MARKDOWN = (".md", ".markdown", ".qmd")
_IMPORTED = (*POWERPOINT_ENDINGS, *_MARKDOWN)
"""The endings of talks that `deckgen import` reads."""


class SourceText:
    """The text of a file without control characters, line ends as LF; it does not change."""

    def __init__(
        self, file: str, text: str, removed: Mapping[int, tuple[int, ...]] | None = None
    ) -> None:
        self.file = file
        self.text = text
        self.removed = removed or {}
        """The columns in the file of the characters that were removed, by line; all from 0."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, which most outlines are read without."""
        return tuple(self.text.split("\n"))

    @cached_property
    def is_printable(self) -> bool:
        """Whether Python calls all of it printable, line ends aside."""
        return self.text.replace("\n", "").isprintable()

    def line(self, number: int) -> str:
        """Return a line, counted from 0; empty after the last one, where PyYAML's marks may be."""
        return self.lines[number] if number < len(self.lines) else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the span in the file for a line and a column of `text`, both from 0."""
        for removed in self.removed.get(line, ()):
            if removed > column:
                break
            column += 1
        return Span(self.file, line + 1, column + 1, max(length, 1))

    def with_lines(self, lines: list[str]) -> "SourceText":
        """Return the text with other lines, as many as before."""
        return SourceText(self.file, "\n".join(lines), self.removed)


def _way_out(file: str) -> str:
    """Return what to do with a file that is no outline, by its ending."""
    if file.lower().endswith(_IMPORTED):
        return f"Make an outline of it, in a new folder: `deckgen import {shell_word(file)}`."
    if file.lower().endswith(_TABLE):
        return f"To build a deck for each of its rows: `deckgen build --each {shell_word(file)}`."
    return (
        "Name the .yaml file, or for a brand a .potx or .pptx. `deckgen new` writes an outline, "
        "`deckgen brand new` a brand."
    )


def decode(file: str, data: bytes, diagnostics: Diagnostics, empty_hint: str) -> SourceText | None:
    """Return the text of a file; None, with an error, if it is empty or is not UTF-8 text.

    `empty_hint` is the hint for an empty file. Control characters are removed with a warning; those
    that separate words become a blank.
    """
    start = Span(file, 1, 1)
    kind = next((name for magic, name in _OTHER_FILES if data.startswith(magic)), None)
    if kind is None and file.lower().endswith((*_MARKDOWN, _TABLE)):
        kind = "a table" if file.lower().endswith(_TABLE) else "a talk in Markdown"
    if kind is not None:
        diagnostics.error(
            "not-text",
            f"This is {kind}, not a .yaml file such as slides.yaml.",
            start,
            _way_out(file),
        )
        return None
    if wide := _wide_encoding(data):
        diagnostics.error("not-utf8", f"This file is saved as {wide}.", start, _SAVE_AS_UTF8)
        return None
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        _report_not_utf8(file, body, problem.start, diagnostics)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report_empty_file(file, diagnostics, empty_hint)
        return None
    source = SourceText(file, text)
    if source.is_printable or not re.search(CONTROL_CHARACTER, text):
        return source
    return _without_controls(source, diagnostics)


def report_empty_file(file: str, diagnostics: Diagnostics, hint: str) -> None:
    """Report a file that holds nothing, or only comments."""
    message = "There is nothing in this file, or only comments."
    diagnostics.error("empty-file", message, Span(file, 1, 1), hint)


def without_control_characters(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return a scalar's text without control characters; each is warned of at `span`.

    They come from escapes in double quotes, or from a CSV file.
    """
    for character in dict.fromkeys(re.findall(CONTROL_CHARACTER, text)):
        diagnostics.warning("control-character", _message(character), span, _CONTROL_HINT)
    return re.sub(CONTROL_CHARACTER, _replacement, text)


_CONTROL_HINT = (
    "It often comes along when text is copied; delete it, or type the words around it anew."
)


def _wide_encoding(data: bytes) -> str | None:
    if name := next((name for mark, name in _UTF_16_32 if data.startswith(mark)), None):
        return name
    sample = data[:2000]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return "UTF-16" if len(sample) > 3 and zeros * 5 > len(sample) * 2 else None


def _report_not_utf8(file: str, body: bytes, at: int, diagnostics: Diagnostics) -> None:
    before = body[:at].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    byte = body[at]
    guess = bytes([byte]).decode("cp1252", errors="ignore")
    meant = f" Perhaps “{guess}” in an old Windows encoding." if guess.isprintable() else ""
    diagnostics.error(
        "not-utf8",
        f"This file is not UTF-8: the byte {byte:#04x} here is no letter in it.{meant}",
        Span(file, before.count("\n") + 1, len(before) - before.rfind("\n")),
        _SAVE_AS_UTF8,
    )


def _without_controls(source: SourceText, diagnostics: Diagnostics) -> SourceText:
    file, removed = source.file, dict[int, tuple[int, ...]]()
    lines = list(source.lines)
    for number, line in enumerate(source.lines):
        matches = list(re.finditer(CONTROL_CHARACTER, line))
        if not matches:
            continue
        for match in matches:
            span = Span(file, number + 1, match.start() + 1)
            diagnostics.warning("control-character", _message(match[0]), span, _CONTROL_HINT)
        removed[number] = tuple(m.start() for m in matches if not _replacement(m))
        lines[number] = re.sub(CONTROL_CHARACTER, _replacement, line)
    return SourceText(file, "\n".join(lines), removed)


def _replacement(match: re.Match[str]) -> str:
    return " " if match[0] in _SEPARATORS else match[0] if match[0] in _TURNING else ""


def _message(character: str) -> str:
    name = _NAMES.get(character) or unicodedata.name(character, "a control character").lower()
    change = "it was replaced by a blank" if character in _SEPARATORS else "it was taken out"
    if character in _TURNING:
        change = "letters behind it are shown backwards"
    return f"Here stands {name} (U+{ord(character):04X}), which cannot be seen; {change}."


def has_misleading_blanks(source: SourceText) -> bool:
    """Return whether a line begins with blanks that YAML reads differently from a person."""
    # None of them is printable to Python. The pattern is compiled only for a file that has one.
    return not source.is_printable and re.search(_SUSPECT, source.text) is not None
