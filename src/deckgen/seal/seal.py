"""Files of any kind that deckgen writes: sealed, and known again."""

import io
from typing import BinaryIO

from deckgen.seal.condition import Condition

_ZIP = b"PK"


def seal_condition(file: BinaryIO) -> Condition:
    """Return who wrote a file, as far as the file itself shows. Raises OSError."""
    begins = file.read(len(_ZIP))
    file.seek(0)
    if begins == _ZIP:
        from deckgen.seal.zip_seal import zip_condition

        return zip_condition(file)
    from deckgen.seal.trailing_seal import trailing_condition

    return trailing_condition(file)


def seal_file(data: bytes) -> bytes:
    """Return a PDF, a PNG, a text or a zip with its seal; one that has it is returned as it is.

    A deck gets its seal where it is packed: see `seal.deck`.
    """
    if seal_condition(io.BytesIO(data)) is Condition.AS_WRITTEN:
        return data
    if data.startswith(_ZIP):
        from deckgen.seal.zip_seal import seal_zip

        return seal_zip(data, io.BytesIO(data))
    from deckgen.seal.trailing_seal import seal_at_end

    return seal_at_end(data)
