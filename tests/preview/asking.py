"""Requests to the site as a server would pass them on, and a renderer that draws words."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

from deckgen.fonts.face import FaceKey
from deckgen.preview.session import PreviewSession
from deckgen.preview.site import Site, StateEvents
from deckgen.preview.state import PreviewState
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import TownSelection
from deckgen.render.renderer import Feature, Renderer, SlideImage

TOKEN = "a-token-for-tests"  # noqa: S105 - it opens nothing
PORT = 8123
ORIGIN = f"http://127.0.0.1:{PORT}"
FILES = {"index.html": b"<!doctype html>", "app.js": b"import", "style.css": b"body {}"}


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Words(NamedTuple):
    """A renderer whose pictures say which slide of how many bytes they are of."""

    name: str = "words"

    def images(self, _deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        for number in numbers:
            yield SlideImage(number, f"slide {number}, {width} wide".encode(), width, width)

    def differences(self, _deck: bytes) -> dict[int, tuple[Feature, ...]]:
        return {2: ("chart",)}


def words(_own: Mapping[FaceKey, bytes] | None = None) -> Renderer:
    return Words()


def session(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[PreviewState], None] = lambda _: None,
) -> PreviewSession:
    """Return the session of the slides.yaml in a folder, built once."""
    monkeypatch.chdir(folder)
    made = PreviewSession(BuildOptions("slides.yaml", None, None), TownSelection(), words, tell)
    made.build()
    return made


def site(made: PreviewSession) -> Site:
    """Return the site of a session."""
    found = Site(made, StateEvents(), dict(FILES), token=TOKEN)
    found.port = PORT
    return found


def ask(
    asked: Site,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: Sequence[bytes] = (b"",),
) -> Answer:
    """Send a request to a site, `path` as it stands in the request line."""

    def answered() -> Answer:
        return asyncio.run(asyncio.wait_for(_ask(asked, path, method, headers or {}, body), 60))

    # In a thread of its own: the browser of other tests leaves an event loop in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(answered).result()


async def _ask(
    asked: Site, path: str, method: str, headers: Mapping[str, str], body: Sequence[bytes]
) -> Answer:
    target, _, query = path.partition("?")
    said = {"host": f"127.0.0.1:{PORT}", **headers}
    pieces = list(body)
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        piece = pieces.pop(0) if pieces else b""
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(target),
        "raw_path": target.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in said.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", PORT),
    }
    await asked(scope, receive, send)
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:]))
