"""The web application of the preview: its page, events with states, slide pictures."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from deckgen.preview.picture_queue import WIDTHS
from deckgen.preview.request_guard import HEADERS, SECONDS_TO_VERIFY, SocketAddress, refusal_status
from deckgen.preview.session import PreviewSession
from deckgen.preview.state import PreviewState, state_json
from deckgen.render.renderer import RenderingError

_Scope: TypeAlias = MutableMapping[str, Any]
_Message: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[_Message]]
_Send: TypeAlias = Callable[[_Message], Awaitable[None]]

TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
}
"""Media types of the page's files, by ending."""
_PING = 15.0
"""Seconds between two signs of life of a stream."""
_LARGEST_BODY = 4096
_INDEX = "index.html"
_FRESH = {"cache-control": "no-store"}
_FOREVER = {"cache-control": "private, max-age=31536000, immutable"}


class StateEvents:
    """Wakes the event streams when there is a new state; belongs to one event loop."""

    def __init__(self) -> None:
        self._change = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.ended = False

    def begin(self) -> None:
        """Use the running event loop."""
        self._loop = asyncio.get_running_loop()

    def tell(self, _state: PreviewState | None = None) -> None:
        """Wake all streams; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def end(self) -> None:
        """End all streams; from any thread."""
        self.ended = True
        self.tell()

    async def wait(self) -> bool:
        """Wait for a new state; return False if a sign of life is due first."""
        try:
            async with asyncio.timeout(_PING):
                await self._change.wait()
        except TimeoutError:
            return False
        return True

    def _wake(self) -> None:
        self._change.set()
        self._change = asyncio.Event()


class Site:
    """The ASGI application: answers whoever may ask, refuses everybody else without detail."""

    def __init__(
        self,
        session: PreviewSession,
        news: StateEvents,
        files: MutableMapping[str, bytes],
        *,
        token: str,
        known: Callable[[SocketAddress], None] = lambda _: None,
    ) -> None:
        """`files` are those of the page, by name; nothing else is ever served.

        `known` hears the address of everybody who shows the token.
        """
        self.port = 0
        """Of the address; known when it is bound."""
        self._session, self._news, self._files, self._token = session, news, files, token
        self._known = known
        self._routes = Starlette(
            routes=[
                Route("/", self._index),
                Route("/presenter", self._index),
                Route("/state", self._state),
                Route("/events", self._events),
                Route("/town", self._town, methods=["POST"]),
                Route("/pages/{key}.png", self._page),
                Route("/{name}", self._file),
            ],
            exception_handlers={HTTPException: _refused, Exception: _failed},
        )
        self._routes.router.redirect_slashes = False

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        """Answer a request (ASGI 3)."""
        if scope["type"] != "http":
            return

        async def guarded(message: _Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                kept = [(name, value) for name, value in message["headers"] if name not in own]
                if all(name != b"cache-control" for name, _ in kept):
                    kept.append((b"cache-control", b"no-store"))
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        status = refusal_status(
            scope["path"],
            scope["headers"],
            token=self._token,
            port=self.port,
            changes=scope["method"] not in {"GET", "HEAD"},
        )
        if status is not None:
            # The rest of the request is not read: a body may never end.
            refused = Response(status_code=status, headers={"connection": "close"})
            await refused(scope, receive, guarded)
            return
        if scope.get("client"):
            self._known(tuple(scope["client"]))
        below = scope["path"].removeprefix(f"/{self._token}")
        inner = {**scope, "path": below, "raw_path": below.encode(), "root_path": ""}
        await self._routes(inner, receive, guarded)

    async def _index(self, _request: Request) -> Response:
        return Response(self._files[_INDEX], media_type=TYPES["html"], headers=_FRESH)

    async def _file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._files:
            return Response(status_code=404)
        media_type = TYPES[name.rpartition(".")[2]]
        return Response(self._files[name], media_type=media_type, headers=_FRESH)

    async def _state(self, _request: Request) -> Response:
        return Response(
            state_json(self._session.state), media_type="application/json", headers=_FRESH
        )

    async def _events(self, _request: Request) -> Response:
        headers = {**_FRESH, "x-accel-buffering": "no"}
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers=headers)

    async def _stream(self) -> AsyncIterator[str]:
        """Yield each state as an event, the present one first; slow readers miss some."""
        version = -1
        while not self._news.ended:
            state = self._session.state
            if state.version != version:
                version = state.version
                yield f"event: state\nid: {version}\ndata: {state_json(state)}\n\n"
            elif not await self._news.wait():
                yield ": ping\n\n"

    async def _town(self, request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            return Response(status_code=415)
        body = b""
        try:
            async with asyncio.timeout(SECONDS_TO_VERIFY):
                async for piece in request.stream():
                    body += piece
                    if len(body) > _LARGEST_BODY:
                        return Response(status_code=413, headers={"connection": "close"})
        except (TimeoutError, ClientDisconnect):
            return Response(status_code=408, headers={"connection": "close"})
        try:
            message = json.loads(body)
            town = message["town"]
        except (ValueError, TypeError, KeyError, RecursionError):
            return Response(status_code=400)
        if not isinstance(town, str):
            return Response(status_code=400)
        chosen = await run_in_threadpool(self._session.choose, town)
        return Response(status_code=204 if chosen else 404)

    async def _page(self, request: Request) -> Response:
        width = request.query_params.get("width", str(WIDTHS[1]))
        if width not in map(str, WIDTHS):
            return Response(status_code=400)
        picture = self._session.pages.ask(request.path_params["key"], int(width))
        try:
            png = await asyncio.wrap_future(picture)
        except RenderingError:
            return Response(status_code=500)
        if png is None:
            return Response(status_code=404)
        return Response(png, media_type="image/png", headers=_FOREVER)


async def _refused(_request: Request, refused: Exception) -> Response:
    """Return a status without details for an unknown path or method."""
    return Response(status_code=refused.status_code if isinstance(refused, HTTPException) else 400)


async def _failed(_request: Request, _mistake: Exception) -> Response:
    return Response(status_code=500)
