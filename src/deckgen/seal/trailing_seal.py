"""The seal near the end of a PDF, a PNG or a text.

In a PDF it is a comment before `startxref` (ISO 32000-2, 7.2.4), in a PNG a tEXt chunk before IEND
(W3C PNG, 11.3.3.2), in HTML and Markdown a comment at the very end. It holds the checksum and the
length of the rest of the file.
"""

import re
import struct
import zlib
from typing import BinaryIO, NamedTuple

from deckgen.seal.condition import Condition, as_digits

_WORD = b"deckgen-seal"
_VALUE = rb"[0-9a-f]{8}-[0-9a-f]+"
_TAIL = 4096
"""Bytes at the end of a file that contain its seal."""
_IEND = b"\0\0\0\0IEND\xaeB`\x82"
_LARGEST = 1 << 30


class Format(NamedTuple):
    """How a file format holds its seal."""

    start: bytes
    """The first bytes of such a file."""
    follower: bytes
    """The bytes after the seal, at their last occurrence; empty for the end of the file."""
    pattern: re.Pattern[bytes]
    """The seal itself."""


_PNG = Format(
    b"\x89PNG\r\n\x1a\n",
    _IEND,
    re.compile(rb"\0\0\0.tEXt%b\0%b.{4}\Z" % (_WORD, _VALUE), re.DOTALL),
)
_PDF = Format(b"%PDF-", b"startxref", re.compile(rb"%%%b %b\n\Z" % (_WORD, _VALUE)))
_TEXT = Format(b"", b"", re.compile(rb"<!-- %b %b -->\r?\n\Z" % (_WORD, _VALUE)))


def seal_at_end(data: bytes) -> bytes:
    """Return a PDF, a PNG or a text with its seal."""
    format_ = _format(data[:16])
    at = data.rindex(format_.follower) if format_.follower else len(data)
    return data[:at] + _seal(format_, data[:at], data[at:]) + data[at:]


def trailing_condition(file: BinaryIO) -> Condition:
    """Return the condition of a PDF, PNG or text: FOREIGN if it has no seal."""
    format_ = _format(file.read(16))
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    if size > _LARGEST or _WORD not in file.read(_TAIL):
        return Condition.FOREIGN
    file.seek(0)
    data = file.read()
    at = data.rfind(format_.follower) if format_.follower else len(data)
    match = format_.pattern.search(data, max(0, at - _TAIL), max(0, at))
    if match is None:
        return Condition.CHANGED
    seal = match[0].replace(b"\r\n", b"\n") if format_ is _TEXT else match[0]
    unbroken = seal == _seal(format_, data[: match.start()], data[at:])
    return Condition.AS_WRITTEN if unbroken else Condition.CHANGED


def _format(start: bytes) -> Format:
    return next(format_ for format_ in (_PNG, _PDF, _TEXT) if start.startswith(format_.start))


def _seal(format_: Format, before: bytes, after: bytes) -> bytes:
    """Return the seal for the bytes before and after it; in a text, CR LF counts as LF."""
    if format_ is _TEXT:
        before = before.replace(b"\r\n", b"\n")
    checksum = as_digits(zlib.crc32(after, zlib.crc32(before)))
    value = b"%b-%x" % (checksum, len(before) + len(after))
    if format_ is _PNG:
        chunk = b"tEXt%b\0%b" % (_WORD, value)
        return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    form = b"%%%b %b\n" if format_ is _PDF else b"<!-- %b %b -->\n"
    return form % (_WORD, value)
