"""Which requests the preview refuses.

Any web page can make a browser send requests to this machine, by scripts or by DNS rebinding. So a
request must have the token, a host name of this machine, and no other origin.
"""

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
"""Headers of every response."""
FORBIDDEN, NOT_FOUND = 403, 404


def new_token() -> str:
    """Return a random token of 192 bits."""
    return secrets.token_urlsafe(24)


def refusal_status(
    path: str, headers: Iterable[tuple[bytes, bytes]], *, token: str, port: int, changes: bool
) -> int | None:
    """Return the status that refuses a request, or None if it may be answered.

    `path` is percent-decoded; `changes` says that the request changes something and so needs an
    origin.
    """
    values: dict[bytes, list[bytes]] = {}
    for name, value in headers:
        values.setdefault(name.lower(), []).append(value)
    names = [f"{host}:{port}".encode() for host in ("127.0.0.1", "localhost")]
    host, origin = values.get(b"host", []), values.get(b"origin", [])
    if len(host) != 1 or host[0].lower() not in names:
        return FORBIDDEN
    if origin != [b"http://" + host[0].lower()] and (origin or changes):
        return FORBIDDEN
    first = path.removeprefix("/").partition("/")[0]
    is_token = secrets.compare_digest(first.encode("utf-8", "replace"), token.encode())
    return None if is_token and path.startswith(f"/{token}/") else NOT_FOUND
