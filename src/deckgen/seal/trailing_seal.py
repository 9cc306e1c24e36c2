"""Seals of files that are one piece: PDF, PNG, and text that ends with a comment.

The seal stands at a certain place near the end: in a PDF as a comment before `startxref` (ISO
32000-2, 7.2.4), in a PNG as a tEXt chunk before IEND (W3C PNG, 11.3.3.2), in HTML and Markdown as a
comment behind everything. It holds the checksum and the length of all the rest.
"""

import re
import struct
import zlib
from typing import BinaryIO, NamedTuple

from deckgen.seal.checksum import as_digits
from deckgen.seal.condition import Condition

_WORD = b"deckgen-seal"
_SAID = rb"[0-9a-f]{8}-[0-9a-f]+"
_TAIL = 4096
"""Bytes at the end of a file in which its seal stands."""
_IEND = b"\0\0\0\0IEND\xaeB`\x82"
_LARGEST = 1 << 30


class Form(NamedTuple):
    """How a kind of file holds its seal."""

    begins: bytes
    """How files of this kind begin."""
    before: bytes
    """What the seal stands before; its last occurrence counts. Empty: the end of the file."""
    pattern: re.Pattern[bytes]
    """The seal, which ends there."""


_PNG = Form(
    b"\x89PNG\r\n\x1a\n",
    _IEND,
    re.compile(rb"\0\0\0.tEXt%b\0%b.{4}\Z" % (_WORD, _SAID), re.DOTALL),
)
_PDF = Form(b"%PDF-", b"startxref", re.compile(rb"%%%b %b\n\Z" % (_WORD, _SAID)))
_TEXT = Form(b"", b"", re.compile(rb"<!-- %b %b -->\r?\n\Z" % (_WORD, _SAID)))


def seal_at_end(data: bytes) -> bytes:
    """Return a PDF, a PNG or a text with its seal."""
    form = _form(data[:16])
    at = data.rindex(form.before) if form.before else len(data)
    return data[:at] + _seal(form, data[:at], data[at:]) + data[at:]


def trailing_condition(file: BinaryIO) -> Condition:
    """Return what the seal of such a file says; FOREIGN where there is none."""
    form = _form(file.read(16))
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    if size > _LARGEST or _WORD not in file.read(_TAIL):
        return Condition.FOREIGN
    file.seek(0)
    data = file.read()
    at = data.rfind(form.before) if form.before else len(data)
    found = form.pattern.search(data, max(0, at - _TAIL), max(0, at))
    if found is None:
        return Condition.CHANGED
    seal = found[0].replace(b"\r\n", b"\n") if form is _TEXT else found[0]
    unbroken = seal == _seal(form, data[: found.start()], data[at:])
    return Condition.AS_WRITTEN if unbroken else Condition.CHANGED


def _form(begins: bytes) -> Form:
    return next(form for form in (_PNG, _PDF, _TEXT) if begins.startswith(form.begins))


def _seal(form: Form, before: bytes, behind: bytes) -> bytes:
    """Return the seal of what stands before and behind it; line ends of a text are one sign."""
    if form is _TEXT:
        before = before.replace(b"\r\n", b"\n")
    checksum = as_digits(zlib.crc32(behind, zlib.crc32(before)))
    said = b"%b-%x" % (checksum, len(before) + len(behind))
    if form is _PNG:
        chunk = b"tEXt%b\0%b" % (_WORD, said)
        return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"%%%b %b\n" % (_WORD, said) if form is _PDF else b"<!-- %b %b -->\n" % (_WORD, said)
