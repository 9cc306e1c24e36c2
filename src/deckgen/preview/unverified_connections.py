"""Connections that have not sent the token yet: limited in number and time.

Any program on this machine can connect to the preview and send nothing, or one byte at a time. That
must not block the author's page.
"""

from asyncio import AbstractEventLoop, BaseTransport, TimerHandle
from typing import NamedTuple, TypeAlias

MOST_UNVERIFIED = 32
"""Connections at once; a further one closes the oldest."""
SECONDS_TO_VERIFY = 10.0
"""Time to send a request with the token."""

SocketAddress: TypeAlias = tuple[str, int]
"""The address of the client."""


class _Connection(NamedTuple):
    transport: BaseTransport
    deadline: TimerHandle


class UnverifiedConnections:
    """Open connections without the token; belongs to one event loop."""

    def __init__(self) -> None:
        self._open: dict[SocketAddress, _Connection] = {}

    def opened(
        self, address: SocketAddress, transport: BaseTransport, loop: AbstractEventLoop
    ) -> None:
        """Start the time limit of a connection; close the oldest if there are too many."""
        if len(self._open) >= MOST_UNVERIFIED:
            self._close(next(iter(self._open)))
        deadline = loop.call_later(SECONDS_TO_VERIFY, self._close, address)
        self._open[address] = _Connection(transport, deadline)

    def settled(self, address: SocketAddress) -> None:
        """Forget a connection that is closed, or has sent the token."""
        connection = self._open.pop(address, None)
        if connection is not None:
            connection.deadline.cancel()

    def _close(self, address: SocketAddress) -> None:
        connection = self._open.get(address)
        self.settled(address)
        if connection is not None:
            connection.transport.close()
