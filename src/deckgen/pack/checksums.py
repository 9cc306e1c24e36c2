"""SHA256SUMS: what `sha256sum -c` reads, and by which a pack of ours is known again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

CHECKSUM_FILE = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^/\\\0]+)")
"""A digest, and a name beside the file; no other folder is meant by it."""


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the checksum file of these files, by name in order."""
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()


def read_checksums(data: bytes) -> dict[str, str] | None:
    """Return the digest of each file that is listed; None if it is no such list."""
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        return None
    found = [_LINE.fullmatch(line) for line in lines]
    listed = {match[2]: match[1] for match in found if match}
    return listed if found and len(listed) == len(lines) else None
