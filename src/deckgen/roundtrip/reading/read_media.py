"""Pictures, films and sounds of an edited deck, known by their bytes."""

from hashlib import sha256

from deckgen.opc.zip_reader import ZipEntries

_DIGITS = 8


class MediaDigests:
    """The digests of the parts of a deck; each is taken once, when it is asked for."""

    def __init__(self, entries: ZipEntries | None) -> None:
        self._entries = entries
        self._digests: dict[str, str] = {}

    def of(self, part_name: str) -> str:
        """Return the digest of a part, as `MappedBox.media` has it; empty if it cannot be read."""
        if part_name not in self._digests:
            data = self._entries.unpacked_or_empty(part_name) if self._entries else b""
            self._digests[part_name] = sha256(data).hexdigest()[:_DIGITS] if data else ""
        return self._digests[part_name]
