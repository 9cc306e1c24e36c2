"""Files of any kind that deckgen writes: sealed, and known again."""

import io
from typing import BinaryIO

from deckgen.seal.condition import Condition

_ZIP = b"PK"


def condition(file: BinaryIO) -> Condition:
    """Return who wrote a file, as far as the file itself shows. Raises OSError."""
    begins = file.read(len(_ZIP))
    file.seek(0)
    if begins == _ZIP:
        from deckgen.seal.zip_seal import archive_condition

        return archive_condition(file)
    from deckgen.seal.trailing_seal import flat_condition

    return flat_condition(file)


def sealed(data: bytes) -> bytes:
    """Return a PDF, a PNG, a text or a zip with its seal; one that has it is returned as it is.

    A deck gets its seal where it is packed: see `seal.deck`.
    """
    if condition(io.BytesIO(data)) is Condition.AS_WRITTEN:
        return data
    if data.startswith(_ZIP):
        from deckgen.seal.zip_seal import sealed_archive

        return sealed_archive(data, io.BytesIO(data))
    from deckgen.seal.trailing_seal import sealed_flat

    return sealed_flat(data)
