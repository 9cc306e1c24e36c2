"""The entries of a zip that somebody else made, listed before any is unpacked.

No zip can fill the memory: entries and sizes are counted first, and no entry is unpacked beyond its
stated size. Faults become diagnostics, never exceptions.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from deckgen.support.diagnostics import Diagnostics

MAX_PARTS = 100_000
MAX_BYTES = 1 << 30
MAX_RATIO = 150
SMALL_ENOUGH = 64 << 20
"""Bytes; below this unpacked size, the ratio of compression does not matter."""

SAVE_AGAIN = "Open it in PowerPoint, and save it again as .pptx."
"""The way out for a package that PowerPoint may still understand."""

DAMAGE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""The errors of zipfile for damaged, encrypted or unknown archives."""
_REASONS = (
    ("Bad CRC-32", "its bytes are not those that were packed"),
    ("File is not a zip file", "the list of its parts, at the end, is missing"),
    ("Error -", "its bytes cannot be unpacked"),
)
"""How messages of zipfile and zlib begin, and what they mean."""

_IN_DIRECTORY = b"PK\1\2"
"""The signature of an entry in the central directory."""
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_KINDS = (
    (
        "EncryptedPackage",
        "protected with a password",
        "Open it in PowerPoint, remove the password under File > Info, and save it.",
    ),
    (
        "PowerPoint Document",
        "a .ppt file, as PowerPoint wrote them before 2007",
        "Open it in PowerPoint or LibreOffice, and save it as .pptx.",
    ),
    ("WordDocument", "an old Word document, not a PowerPoint file", "Name a .pptx or .potx file."),
    ("Workbook", "an old Excel workbook, not a PowerPoint file", "Name a .pptx or .potx file."),
)
"""Compound files ([MS-CFB]): a stream that only this kind has, the kind, the way out."""
_UNKNOWN_COMPOUND = (
    "protected with a password, or is a .ppt file of before 2007",
    "Open it in PowerPoint, remove the password, and save it as .pptx.",
)


class ZipEntries(NamedTuple):
    """The entries of a zip.

    `infos` is keyed by absolute part name; of several entries with the same name it holds the last.
    `repeated` are the names that several entries have.
    """

    archive: zipfile.ZipFile
    infos: Mapping[str, zipfile.ZipInfo]
    repeated: tuple[str, ...]

    def unpacked(self, name: str) -> bytes:
        """Return an entry's bytes. Raises one of DAMAGE_ERRORS if it is damaged or encrypted."""
        info = self.infos[name]
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zipfile.BadZipFile(f"{name} is packed in a way that Office does not know")
        with self.archive.open(info) as stream:
            # With a size, zlib stops there; without one, it unpacks everything.
            data = stream.read(info.file_size)
        if len(data) < info.file_size:
            raise zipfile.BadZipFile(f"{name} has fewer bytes than it should")
        return data

    def check(self, name: str) -> None:
        """Raise one of DAMAGE_ERRORS if an entry is damaged; a film is not kept in memory."""
        with self.archive.open(self.infos[name]) as stream:
            while stream.read(1 << 20):
                pass

    def unpacked_or_empty(self, name: str) -> bytes:
        """Return an entry's bytes; none where it is missing or damaged."""
        try:
            return self.unpacked(name) if name in self.infos else b""
        except DAMAGE_ERRORS:
            return b""


def open_entries(data: bytes, diagnostics: Diagnostics, file: str) -> ZipEntries | None:
    """Return the entries of a zip; None, with an error, if it is none or would fill the memory.

    `file` is the name for messages. Folders and entries without a name are left out.
    """
    if data.startswith(COMPOUND_FILE):
        what, way_out = next(
            (told for stream, *told in _COMPOUND_KINDS if stream.encode("utf-16-le") in data),
            _UNKNOWN_COMPOUND,
        )
        diagnostics.error("encrypted-or-old", f"{file} is {what}", None, way_out)
        return None
    if (count := data.count(_IN_DIRECTORY)) > MAX_PARTS:
        # Checked first: zipfile makes an object of each, ten times as large.
        _report_size(f"{file} holds {count:,} parts", diagnostics)
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGE_ERRORS as broken:
        report_damage(broken, diagnostics, file)
        return None
    infos = [info for info in archive.infolist() if info.filename.strip("/") and not info.is_dir()]
    if not _is_harmless(infos, len(data), diagnostics, file):
        return None
    by_name: dict[str, zipfile.ZipInfo] = {}
    repeated = []
    for info in infos:
        name = "/" + info.filename.lstrip("/")
        if name in by_name:
            repeated.append(name)
        by_name[name] = info
    return ZipEntries(archive, by_name, tuple(repeated))


def damage_reason(broken: Exception) -> str:
    """Return what is wrong with a zip, or an entry, in words for people."""
    return next((words for sign, words in _REASONS if str(broken).startswith(sign)), str(broken))


def report_damage(broken: Exception, diagnostics: Diagnostics, file: str) -> None:
    """Add the error for a zip, or an entry, that cannot be unpacked."""
    diagnostics.error(
        "not-a-zip",
        f"{file} is not a PowerPoint file, or is damaged or cut off: {damage_reason(broken)}",
        None,
        f"Copy or download it again. {SAVE_AGAIN}",
    )


def _is_harmless(
    infos: list[zipfile.ZipInfo], packed: int, diagnostics: Diagnostics, file: str
) -> bool:
    """Return whether a zip may be unpacked; report an error if it would fill the memory."""
    total = sum(info.file_size for info in infos)
    too_dense = total > SMALL_ENOUGH and total > MAX_RATIO * packed
    if total <= MAX_BYTES and not too_dense:
        return True
    size = f"{total >> 20:,} MB, {total // packed:,} times its size,"
    _report_size(f"{file} would unpack to {size} in {len(infos):,} parts", diagnostics)
    return False


def _report_size(what: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "too-large",
        f"{what}; it is not read",
        None,
        f"Take a smaller one: deckgen reads up to {MAX_BYTES >> 20:,} MB in {MAX_PARTS:,} parts, "
        f"and {MAX_RATIO} times the size of the file.",
    )
