"""SHA256SUMS: for `sha256sum -c`, and to recognize a pack that deckgen wrote."""

import re
from collections.abc import Mapping
from hashlib import sha256

CHECKSUM_FILE = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^/\\\0]+)")
"""A digest and the name of a file in the same folder."""


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the checksum file of these files, sorted by name."""
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()


def read_checksums(data: bytes) -> dict[str, str] | None:
    """Return the digest of each listed file; None if the data is no checksum file."""
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines]
    listed = {match[2]: match[1] for match in matches if match}
    return listed if matches and len(listed) == len(lines) else None
