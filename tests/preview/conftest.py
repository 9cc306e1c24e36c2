"""A browser, and a talk whose preview runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.preview.running import previewed
from tests.preview.windows import GERA, SECONDS, TALK, Room
from tests.tools.browser import running_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give a browser to the tests of one file; as long as it runs, the thread has an event loop."""
    with running_chromium() as running:
        yield running


@pytest.fixture
def room(chromium: Browser, tmp_path: Path) -> Iterator[Room]:
    """Give a talk whose preview runs, and look at the end that the browser had no complaint."""
    outline = tmp_path / "slides.yaml"
    outline.write_text(TALK, encoding="utf-8")
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "gera.yaml").write_text(GERA, encoding="utf-8")
    with previewed(outline) as address:
        yield from _room(chromium, outline, address)


def _room(chromium: Browser, outline: Path, address: str) -> Iterator[Room]:
    windows = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    windows.set_default_timeout(SECONDS)
    trouble: list[str] = []
    windows.on("console", lambda message: _note(trouble, message))
    windows.on("weberror", lambda error: trouble.append(str(error.error)))
    windows.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
    windows.on("request", lambda request: _note_request(trouble, request.url, address))
    yield Room(outline, address, windows, trouble)
    windows.close()
    assert trouble == []


def _note(trouble: list[str], message: ConsoleMessage) -> None:
    # A picture that was asked for just before the talk changed is no longer there; the page asks
    # for the new one.
    is_overtaken = "/pages/" in message.location["url"] and "404" in message.text
    if message.type in {"error", "warning"} and not is_overtaken:
        trouble.append(message.text)


def _note_request(trouble: list[str], url: str, address: str) -> None:
    if not url.startswith(address):
        trouble.append(f"asked for {url}")
