"""Who may ask the preview for what.

Any page on the web can make a browser send requests to this machine: by its scripts, or under a
name of its own that leads here (DNS rebinding). So an answer gets only who knows the token,
addresses this machine by its own name, and comes from no other page.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

_POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    b"connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
HEADERS = (
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""They stand on every answer."""
FORBIDDEN, NOT_FOUND = 403, 404


def new_token() -> str:
    """Return a token that nobody guesses: 192 bits."""
    return secrets.token_urlsafe(24)


def refusal_status(
    path: str, headers: Iterable[tuple[bytes, bytes]], *, token: str, port: int, changes: bool
) -> int | None:
    """Return the status that refuses a request, or None if it may be answered.

    `path` has its percent signs decoded; `changes` says that the request wants to change something,
    for which it must say where it comes from.
    """
    said: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        said.setdefault(name.lower(), []).append(value)
    names = [f"{host}:{port}".encode() for host in ("127.0.0.1", "localhost")]
    host, origin = said.get(b"host", []), said.get(b"origin", [])
    if len(host) != 1 or host[0].lower() not in names:
        return FORBIDDEN
    if origin != [b"http://" + host[0].lower()] and (origin or changes):
        return FORBIDDEN
    first = path.removeprefix("/").partition("/")[0]
    known = secrets.compare_digest(first.encode("utf-8", "replace"), token.encode())
    return None if known and path.startswith(f"/{token}/") else NOT_FOUND
