"""The server of the preview: only for this machine, until Ctrl-C."""

import errno
import socket
import sys
import threading
from asyncio import BaseTransport, Transport
from collections.abc import Callable
from importlib import resources
from types import FrameType
from typing import cast

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from deckgen.preview.request_guard import MOST_UNVERIFIED, UnverifiedConnections, new_token
from deckgen.preview.session import PreviewSession, RendererFactory
from deckgen.preview.site import TYPES, Site, StateEvents
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import TownSelection
from deckgen.support.exit_codes import ExitCode, RequestError

_HOST = "127.0.0.1"
_MOST_PAGES = 96
"""Connections with the token; a browser opens six for a page."""
_GRACE = 1
"""Seconds for the last responses."""


def serve_preview(
    options: BuildOptions,
    given: TownSelection,
    town: str,
    renderer: RendererFactory,
    port: int,
    opened: Callable[[str], None],
) -> None:
    """Serve the preview until Ctrl-C; `port` 0 takes a free port, `given` is that of the session.

    `opened` is called with the address of the page, in its own thread, once it is served. Raises
    RenderingError, and RequestError where the port cannot be used.
    """
    with _bound(port) as bound:
        news, unverified = StateEvents(), UnverifiedConnections()
        session = PreviewSession(options, given, renderer, news.tell)
        token = new_token()
        site = Site(session, news, page_files(), token=token, known=unverified.settled)
        site.port = bound.getsockname()[1]
        if not (town and session.choose(town)):
            session.build()
        troubles: list[BaseException] = []
        server = _Server(
            uvicorn.Config(
                site,
                log_config=None,
                log_level="critical",  # what a client does wrong is not the author's concern
                access_log=False,
                lifespan="off",
                ws="none",
                http=_watching_over(unverified),
                server_header=False,
                date_header=False,
                limit_concurrency=MOST_UNVERIFIED + _MOST_PAGES,
                timeout_graceful_shutdown=_GRACE,
            ),
            news,
        )
        address = f"http://{_HOST}:{site.port}/{token}/"
        server.started_at = lambda: opened(address)
        threads = [
            threading.Thread(target=session.pages.run, name="pages", daemon=True),
            threading.Thread(
                target=_watched, args=(session, server, troubles), name="files", daemon=True
            ),
        ]
        for thread in threads:
            thread.start()
        try:
            server.run(sockets=[bound])
        except KeyboardInterrupt:
            pass
        finally:
            session.stop()
            for thread in threads:
                thread.join(_GRACE)
        for trouble in troubles:
            raise trouble


def page_files() -> dict[str, bytes]:
    """Return the files of the page by name; the server reads no other files."""
    folder = resources.files("deckgen.preview") / "page"
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.name.rpartition(".")[2] in TYPES
    }


def _watching_over(unverified: UnverifiedConnections) -> type[H11Protocol]:
    """Return the protocol of connections, which are unverified at first."""

    class Connection(H11Protocol):
        def connection_made(self, transport: BaseTransport) -> None:
            # The transport of a socket is always a Transport.
            super().connection_made(cast("Transport", transport))
            if self.client is not None:
                unverified.opened(self.client, transport, self.loop)

        def connection_lost(self, exc: Exception | None) -> None:
            if self.client is not None:
                unverified.settled(self.client)
            super().connection_lost(exc)

    return Connection


class _Server(uvicorn.Server):
    """Ends the event streams before it waits for the last responses."""

    def __init__(self, config: uvicorn.Config, news: StateEvents) -> None:
        super().__init__(config)
        self._news = news
        self.started_at: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._news.begin()
        await super().startup(sockets)
        threading.Thread(target=self.started_at, daemon=True).start()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._news.end()


def _watched(session: PreviewSession, server: _Server, troubles: list[BaseException]) -> None:
    """Watch files; an error ends the server and is added to `troubles`."""
    try:
        session.watch()
    except BaseException as trouble:  # noqa: BLE001 - raised again in the main thread
        troubles.append(trouble)
        server.should_exit = True


def _bound(port: int) -> socket.socket:
    """Return a socket that listens only to this machine."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # On Windows, SO_REUSEADDR would let another program use the same address.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((_HOST, port))
        bound.listen()
    except OSError as problem:
        bound.close()
        taken = problem.errno in {errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1)}
        why = "another program uses it" if taken else (problem.strerror or "unknown reason").lower()
        raise RequestError(
            f"Port {port} cannot be used: {why}.",
            "Leave --port out, and any free one is taken; or give another number.",
            ExitCode.OUTSIDE,
        ) from None
    return bound
