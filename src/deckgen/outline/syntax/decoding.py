"""The bytes of an outline as text: encoding, line ends and control characters, put right or named.

A character that is taken out is remembered, so that every later column is still the author's.
"""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from deckgen.support.diagnostics import Diagnostics, Span

BEFORE_A_NODE = " \t?:-"
"""What may stand on a line before its first key or value: blanks and dashes."""

ODD_BLANKS = "\u00a0\u00ad\u1680\u180e\u2000-\u200b\u202f\u205f-\u2064\u2800\u3000\u3164"
"""What looks like a blank, or like nothing, and is none to YAML. Marks of direction are text."""

_SUSPECT = rf"(?m)^ *(?:-[ \t]+)*(?:-|[\w-]+:)?[\t{ODD_BLANKS}]"

_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
"""What no slide may hold: XML forbids it, or programs disagree on what it means."""

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
    (b"PK\x03\x04", "a PowerPoint, Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF document"),
)


@cache
def control_characters() -> re.Pattern[str]:
    """Return the pattern of a control character; most texts never ask for it."""
    return re.compile(_CONTROL)


def has_control_characters(text: str) -> bool:
    """Return whether there is a control character in a text."""
    return (
        not text.replace("\n", "").isprintable() and control_characters().search(text) is not None
    )


class SourceText(NamedTuple):
    """The text of a file without control characters, line ends as LF, and its lines."""

    file: str
    text: str
    lines: tuple[str, ...]
    removed: Mapping[int, tuple[int, ...]] = {}
    """For each 0-based line, the original 0-based columns of what was taken out."""

    def line(self, number: int) -> str:
        """Return a line, counted from 0; YAML's places may lie one behind the last."""
        return self.lines[number] if number < len(self.lines) else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Find the author's place for a 0-based line and column of `text`."""
        for gone in self.removed.get(line, ()):
            if gone > column:
                break
            column += 1
        return Span(self.file, line + 1, column + 1, max(length, 1))


def decode(file: str, data: bytes, diagnostics: Diagnostics, empty_hint: str) -> SourceText | None:
    """Decode an outline; None, with an error, when the bytes are no UTF-8 text or no text at all.

    `empty_hint` is the hint for an empty file.
    Control characters are taken out with a warning each; those that part words become a blank.
    """
    start = Span(file, 1, 1)
    if any(data.startswith(magic) for magic, _ in _OTHER_FILES):
        what = next(name for magic, name in _OTHER_FILES if data.startswith(magic))
        diagnostics.error(
            "not-text",
            f"This is {what}, not an outline.",
            start,
            "An outline is a plain text file such as slides.yaml; `deckgen new` writes one.",
        )
        return None
    if wide := _wide_encoding(data):
        diagnostics.error("not-utf8", f"This file is saved as {wide}.", start, _SAVE_AS_UTF8)
        return None
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        _not_utf8(file, body, problem.start, diagnostics)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report_empty_file(file, diagnostics, empty_hint)
        return None
    if not has_control_characters(text):
        return SourceText(file, text, tuple(text.split("\n")))
    return _without_controls(file, text, diagnostics)


def report_empty_file(file: str, diagnostics: Diagnostics, hint: str) -> None:
    """Report a file that holds nothing, or only comments."""
    message = "There is nothing in this file, or only comments."
    diagnostics.error("empty-file", message, Span(file, 1, 1), hint)


def without_control_characters(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Take control characters out of one scalar, with a warning at its place.

    They come out of escapes in double quotes, which the file itself shows as harmless letters.
    """
    found = control_characters().findall(text)
    for character in dict.fromkeys(found):
        diagnostics.warning("control-character", _told(character), span, _CONTROL_HINT)
    return control_characters().sub(_replacement, text)


_CONTROL_HINT = (
    "Nothing of it would show on a slide. It often comes along when text is copied; delete it, "
    "or type the words around it anew."
)


def _wide_encoding(data: bytes) -> str | None:
    for mark, name in _UTF_16_32:
        if data.startswith(mark):
            return name
    sample = data[:2000]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return "UTF-16" if len(sample) > 3 and zeros * 5 > len(sample) * 2 else None


def _not_utf8(file: str, body: bytes, at: int, diagnostics: Diagnostics) -> None:
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


def _without_controls(file: str, text: str, diagnostics: Diagnostics) -> SourceText:
    removed: dict[int, tuple[int, ...]] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = list(control_characters().finditer(line))
        if not found:
            continue
        for match in found:
            place = Span(file, number + 1, match.start() + 1)
            diagnostics.warning("control-character", _told(match[0]), place, _CONTROL_HINT)
        gone = tuple(m.start() for m in found if m[0] not in _SEPARATORS)
        if gone:
            removed[number] = gone
        lines[number] = control_characters().sub(_replacement, line)
    return SourceText(file, "\n".join(lines), tuple(lines), removed)


def _replacement(match: re.Match[str]) -> str:
    return " " if match[0] in _SEPARATORS else ""


def _told(character: str) -> str:
    name = _NAMES.get(character) or unicodedata.name(character, "a control character").lower()
    done = "replaced by a blank" if character in _SEPARATORS else "taken out"
    return f"Here stands {name} (U+{ord(character):04X}), which cannot be seen; it was {done}."


def has_misleading_blanks(source: SourceText) -> bool:
    """Whether the file has blanks that YAML reads otherwise than the eye does."""
    # Python counts none of them as printable. The pattern is compiled only for a file that has one.
    plain = all(map(str.isprintable, source.lines))
    return not plain and re.search(_SUSPECT, source.text) is not None
