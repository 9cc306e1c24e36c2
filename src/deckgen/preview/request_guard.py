"""Which requests the preview refuses, and the connections that have not sent the token yet.

Any web page can make a browser send requests to this machine, by scripts or by DNS rebinding. So a
request must have the token, a host name of this machine, and no other origin. Any program here can
connect to the preview and send nothing, or one byte at a time. That must not block the author's
page: such connections are limited in number and time.
"""

import secrets
from asyncio import AbstractEventLoop, BaseTransport, TimerHandle
from collections.abc import Iterable
from typing import TypeAlias

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
MOST_UNVERIFIED = 32
"""Connections at once; a further one closes the oldest."""
SECONDS_TO_VERIFY = 10.0
"""Time to send a request with the token."""

SocketAddress: TypeAlias = tuple[str, int]
"""The address of the client."""


def new_token() -> str:
    """Return a random token of 192 bits."""
    return secrets.token_urlsafe(24)


def refusal_status(
    path: str, headers: Iterable[tuple[bytes, bytes]], *, token: str, port: int, changes: bool
) -> int | None:
    """Return the status that refuses a request, or None if it may be answered.

    `path` is percent-decoded. A request that `changes` something needs an origin.
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


class UnverifiedConnections:
    """Open connections without the token; belongs to one event loop."""

    def __init__(self) -> None:
        self._open: dict[SocketAddress, tuple[BaseTransport, TimerHandle]] = {}
        """Each with the end of its time."""

    def opened(
        self, address: SocketAddress, transport: BaseTransport, loop: AbstractEventLoop
    ) -> None:
        """Start the time limit of a connection; close the oldest if there are too many."""
        if len(self._open) >= MOST_UNVERIFIED:
            self._close(next(iter(self._open)))
        deadline = loop.call_later(SECONDS_TO_VERIFY, self._close, address)
        self._open[address] = transport, deadline

    def settled(self, address: SocketAddress) -> None:
        """Forget a connection that is closed, or has sent the token."""
        if connection := self._open.pop(address, None):
            connection[1].cancel()

    def _close(self, address: SocketAddress) -> None:
        connection = self._open.get(address)
        self.settled(address)
        if connection:
            connection[0].close()
