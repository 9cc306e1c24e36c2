"""Sealing a file of any kind that deckgen writes, and telling its condition later."""

import io
from typing import BinaryIO

from deckgen.seal.condition import Condition

_ZIP = b"PK"


def seal_condition(file: BinaryIO) -> Condition:
    """Return the condition of a file. Raises OSError."""
    begins = file.read(len(_ZIP))
    file.seek(0)
    if begins == _ZIP:
        from deckgen.seal.zip_seal import zip_condition

        return zip_condition(file)
    from deckgen.seal.trailing_seal import trailing_condition

    return trailing_condition(file)


def seal_file(data: bytes) -> bytes:
    """Return a PDF, PNG, text or zip with its seal; a sealed one is returned unchanged.

    A deck is sealed when it is packed: see `seal.deck_seal`.
    """
    if seal_condition(io.BytesIO(data)) is Condition.AS_WRITTEN:
        return data
    if data.startswith(_ZIP):
        from deckgen.seal.zip_seal import seal_zip

        return seal_zip(data, io.BytesIO(data))
    from deckgen.seal.trailing_seal import seal_at_end

    return seal_at_end(data)
