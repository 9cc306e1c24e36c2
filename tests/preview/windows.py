"""A talk, its preview and the windows of one person: what the tests of the page have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

TALK = """\
title: Wege
lang: de-DE
event: {name: Tagung, slot: 20}
vars: {town: Altenburg}
slides:
  - cover
  - id: mehrwert
    minutes: 2
    title: Wege
    question: Welchen Mehrwert sehen Sie für ${town}?
    bullets:
      - Perspektivwechsel
    notes: |
      Langsam sprechen.

      - Erst der Mehrwert
      - dann der Preis
  - id: geheim
    hidden: yes
    title: Nur wenn jemand fragt
    bullets:
      - Zahlen
  - id: schluss
    title: Was bleibt
    bullets:
      - Mut
"""
GERA = "vars: {town: Gera}\n"
BROKEN = TALK.replace("    bullets:\n      - Mut", "    bulets:\n      - Mut")
SECONDS = 60_000  # milliseconds to wait for what must come; far more than it takes


class Room(NamedTuple):
    """A talk whose preview runs, and the windows of one person."""

    outline: Path
    address: str
    windows: BrowserContext
    trouble: list[str]
    """What the browser complained of: errors, refusals by the policy, dialogs, requests abroad."""

    def save(self, text: str) -> None:
        """Write the outline, as an editor does."""
        self.outline.write_text(text, encoding="utf-8")

    def window(self, path: str = "") -> Page:
        """Open a window and wait until a slide is drawn."""
        page = self.windows.new_page()
        page.goto(self.address + path)
        picture_in(page).wait_for(timeout=SECONDS)
        return page


def picture_in(page: Page) -> Locator:
    """Return the large picture, whichever view it is."""
    return page.locator("main .frame img").first


def expect(place: Locator, words: str | re.Pattern[str]) -> None:
    """Wait until the words stand there."""
    from playwright.sync_api import expect as awaited

    awaited(place).to_contain_text(words, timeout=SECONDS)


def expect_slide(page: Page, words: str) -> None:
    """Wait until the picture of a slide with these words is shown."""
    from playwright.sync_api import expect as awaited

    awaited(picture_in(page)).to_have_attribute(
        "alt", re.compile(re.escape(words)), timeout=SECONDS
    )


def current(page: Page) -> str:
    """Return the number of the slide that the strip marks."""
    return page.locator(".strip [aria-current] .number").inner_text()
