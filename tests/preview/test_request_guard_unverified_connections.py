"""Those who connect to the preview without the token: few at once, and none for long."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from deckgen.preview import request_guard as strangers
from deckgen.preview.request_guard import UnverifiedConnections


class _Door(asyncio.Protocol):
    """One end of a connection that is known by a number."""

    def __init__(self, here: UnverifiedConnections, number: int) -> None:
        self.here, self.address = here, ("there", number)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.here.opened(self.address, transport, asyncio.get_running_loop())

    def connection_lost(self, _problem: Exception | None) -> None:
        self.here.settled(self.address)


async def _closed_of(count: int, known: set[int], expected: int) -> list[int]:
    """Let so many come one after the other; return which are closed, once that many are."""
    loop, here, doors = asyncio.get_running_loop(), UnverifiedConnections(), iter(range(count))
    server = await loop.create_server(lambda: _Door(here, next(doors)), "127.0.0.1", 0)
    readers, writers = [], []
    for number in range(count):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        readers.append(reader)
        writers.append(writer)
        await asyncio.sleep(0.01)
        if number in known:
            here.settled(("there", number))
    until = loop.time() + 20
    while sum(reader.at_eof() for reader in readers) < expected and loop.time() < until:
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)  # nobody else has to go
    closed = [number for number, reader in enumerate(readers) if reader.at_eof()]
    for writer in writers:
        writer.close()
    server.close()
    return closed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seconds", "count", "known", "closed"),
    [
        (60, 5, set(), []),
        (60, 11, set(), [0, 1, 2]),
        (60, 11, {0, 1}, [2]),
        (1, 4, {2}, [0, 1, 3]),
    ],
)
def test_who_has_to_go(
    seconds: float,
    count: int,
    known: set[int],
    closed: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(strangers, "SECONDS_TO_VERIFY", seconds)
    monkeypatch.setattr(strangers, "MOST_UNVERIFIED", 8)
    # In a thread of its own: the browser of other tests leaves an event loop in this one.
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(lambda: asyncio.run(_closed_of(count, known, len(closed))))
        assert answer.result(30) == closed
