"""Pictures, films and sounds of an edited deck, known by their bytes."""

from hashlib import sha256

from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries

_DIGITS = 8


class MediaDigests:
    """The digests of the parts of a deck; each is taken once, when it is asked for."""

    def __init__(self, entries: ZipEntries | None) -> None:
        self._entries = entries
        self._digests: dict[str, str] = {}

    def of(self, part_name: str) -> str:
        """Return the digest of a part, as `MappedBox.media` has it; empty if it cannot be read."""
        if part_name not in self._digests:
            self._digests[part_name] = self._digest(part_name)
        return self._digests[part_name]

    def _digest(self, part_name: str) -> str:
        if self._entries is None or part_name not in self._entries.infos:
            return ""
        try:
            return sha256(self._entries.unpacked(part_name)).hexdigest()[:_DIGITS]
        except DAMAGE_ERRORS:
            return ""
