"""Which addresses a link of somebody else's deck may lead to."""

import re

_WEB = re.compile(r"(?i)(https?://|mailto:)[^\s\x00-\x1f]+")


def is_web(address: str) -> bool:
    """Say whether an address is one on the web, or that of a mailbox; no file, and no script."""
    return bool(_WEB.fullmatch(address))
