"""Chromium as people have it, and axe, which looks at a page as a screen reader would."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

Scheme: TypeAlias = Literal["light", "dark"]

HOW_TO_GET = "install Chromium, on Debian: apt install chromium"
HOW_TO_GET_AXE = "`make test` installs it (needs npm); DECKGEN_TOOLS may name the folder it is in"
REPOSITORY = Path(__file__).resolve().parents[2]


def find() -> Path | None:
    """Return the program of Chromium or Chrome, or None when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    places = [
        *map(shutil.which, names),
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]
    return next((Path(place) for place in places if place and Path(place).exists()), None)


def find_axe() -> Path | None:
    """Return the script of axe, or None when it is not installed."""
    folder = Path(os.environ.get("DECKGEN_TOOLS") or REPOSITORY / "build" / "tools")
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    return script if script.is_file() else None


def barriers(page: Page, axe: Path) -> list[str]:
    """Return what axe finds on a page: the rule, and the elements that break it.

    The script is evaluated, not added to the page, so that a strict content security policy stays.
    """
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Yield Chromium; without it, skip the test, or fail where CI is set."""
    from playwright.sync_api import sync_playwright

    from tests.tools.needs import need

    program = need("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


def barriers_of_file(path: Path, width: int, height: int, scheme: Scheme) -> list[str]:
    """Return the barriers of a page in a window of this size, and what its console says."""
    from tests.tools.needs import need

    axe = need("axe")
    size: ViewportSize = {"width": width, "height": height}
    with running_chromium() as running:
        window = running.new_page(viewport=size, color_scheme=scheme)
        told: list[str] = []
        window.on("console", lambda message: told.append(message.text))
        window.goto(path.absolute().as_uri())
        found = barriers(window, axe)
        if not window.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            found.append("wider than the window")
        return found + told
