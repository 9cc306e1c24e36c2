"""Connections of those who have not shown the token: few at once, and none for long.

Whoever runs a program on this machine can connect to the preview and say nothing, or a letter at a
time. That must not keep the page of the author waiting.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, BaseTransport, TimerHandle
from typing import NamedTuple, TypeAlias

MOST_UNVERIFIED = 32
"""Strangers at once; where one more comes, the one who has been there longest must go."""
SECONDS_TO_VERIFY = 10.0
"""Time to ask for something with the token."""

Address: TypeAlias = tuple[str, int]
"""Of the other end."""


class _Stranger(NamedTuple):
    transport: BaseTransport
    deadline: TimerHandle


class UnverifiedConnections:
    """Those who are connected and have not shown the token; lives in one event loop."""

    def __init__(self) -> None:
        self._here: dict[Address, _Stranger] = {}

    def came(self, address: Address, transport: BaseTransport, loop: AbstractEventLoop) -> None:
        """Give somebody time to show the token; close what has waited longest if many do."""
        if len(self._here) >= MOST_UNVERIFIED:
            self._close(next(iter(self._here)))
        deadline = loop.call_later(SECONDS_TO_VERIFY, self._close, address)
        self._here[address] = _Stranger(transport, deadline)

    def left(self, address: Address) -> None:
        """Forget somebody who is gone, or who has shown the token."""
        stranger = self._here.pop(address, None)
        if stranger is not None:
            stranger.deadline.cancel()

    def _close(self, address: Address) -> None:
        stranger = self._here.get(address)
        self.left(address)
        if stranger is not None:
            stranger.transport.close()
