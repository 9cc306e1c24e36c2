"""Where a link of somebody else's deck may lead."""

import re

SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel", "file"})
"""Schemes of addresses to which a link may lead: never a script."""
PROGRAM_ACTIONS = ("ppaction://program", "ppaction://macro")
"""The beginnings of click actions that run a program or a macro."""
LINK_TAGS = ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver")

_WEB = re.compile(r"(?i)(https?://|mailto:)[^\s\x00-\x1f]+")


def has_unknown_scheme(address: str) -> bool:
    """Return whether an address has a scheme that is not in SCHEMES; a link must not lead there."""
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.strip().lower() not in SCHEMES


def is_web_address(address: str) -> bool:
    """Return whether an address is on the web or a mailbox: no file, and no script."""
    return bool(_WEB.fullmatch(address))
