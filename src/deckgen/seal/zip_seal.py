"""The seal of a zip: a deck has it in a custom XML part, any other zip in its comment."""

from typing import BinaryIO

from deckgen.seal.checksum import as_digits, listing_checksum
from deckgen.seal.condition import Condition
from deckgen.seal.deck_seal import PART, is_seal, is_unbroken
from deckgen.seal.zip_directory import Directory, read_directory

_LARGEST_PART = 64 << 20
"""Most bytes of a custom XML part that is read: the map of a deck with 60,000 slides."""
_COMMENT = b"deckgen-seal "


def zip_condition(file: BinaryIO) -> Condition:
    """Return the condition of a zip. Only its directory and small entries are read."""
    directory = read_directory(file)
    if directory is None:
        return Condition.FOREIGN
    if directory.comment.startswith(_COMMENT):
        unbroken = directory.comment == _comment(directory)
        return Condition.AS_WRITTEN if unbroken else Condition.CHANGED
    name, part = _seal(directory, file)
    if part is not None:
        unbroken = is_unbroken(part, directory.listing(without=name))
        return Condition.AS_WRITTEN if unbroken else Condition.CHANGED
    return Condition.FOREIGN


def seal_in(file: BinaryIO) -> bytes | None:
    """Return the part of a deck that holds its seal and its map; None if there is none."""
    directory = read_directory(file)
    return None if directory is None else _seal(directory, file)[1]


def _seal(directory: Directory, file: BinaryIO) -> tuple[bytes, bytes | None]:
    """Return name and content of the part with the seal; None if there is none."""
    for name in directory.offsets:
        if name[:1] in b"cC" and PART.fullmatch(name):
            part = directory.unpacked(file, name, _LARGEST_PART)
            if part is not None and is_seal(part):
                return name, part
    return b"", None


def seal_zip(data: bytes, file: BinaryIO) -> bytes:
    """Return a zip that has no comment with its seal as comment; `file` has the same bytes."""
    directory = read_directory(file)
    if directory is None or directory.comment:
        raise ValueError("no zip without a comment")
    comment = _comment(directory)
    return b"%b%b%b" % (data[:-2], len(comment).to_bytes(2, "little"), comment)


def _comment(directory: Directory) -> bytes:
    return _COMMENT + as_digits(listing_checksum(directory.listing()))
