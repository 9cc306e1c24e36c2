"""The page of `deckgen preview` in a real browser, before the real server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest

from tests.preview.running import previewed
from tests.tools import browser
from tests.tools.needs import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

pytestmark = pytest.mark.slow

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
HOSTILE = "<img src=x onerror=alert(1)>"
SECONDS = 20_000  # milliseconds to wait for what must come; far more than it takes
SCREENS = [(360, 740, "dark"), (1024, 768, "light"), (2560, 1440, "dark")]


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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    program = need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


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


def test_it_shows_the_talk(room: Room) -> None:
    page = room.window("#mehrwert")
    expect_slide(page, "Welchen Mehrwert sehen Sie für Altenburg?")
    expect(page.locator("h1"), "Wege")
    assert page.locator(".strip li").count() == 4
    assert current(page) == "2"
    expect(page.locator(".facts"), "slides.yaml:7")
    expect(page.locator(".facts"), "2 min")
    expect(page.locator(".status"), re.compile(r"saved \d\d:\d\d:\d\d · 4 slides"))
    expect(page.locator(".status"), "of 20 min")
    notes = page.locator(".notes > div")
    assert notes.get_attribute("lang") == "de-DE"
    assert notes.locator("p").inner_text() == "Langsam sprechen."
    assert notes.locator("ul > li").all_inner_texts() == ["Erst der Mehrwert", "dann der Preis"]
    hidden = page.locator(".strip li").nth(2)
    expect(hidden, "hidden")


def test_a_saved_change_comes_without_a_reload_and_the_place_stays(room: Room) -> None:
    page = room.window("#mehrwert")
    page.evaluate("window.stayed = true")
    page.locator(".strip [aria-current]").focus()
    page.locator(".strip li:nth-child(4) img").wait_for()
    known = {picture.get_attribute("src") for picture in page.locator(".strip img").all()}
    room.save(TALK.replace("Perspektivwechsel", "Neue Blicke"))
    expect_slide(page, "Neue Blicke")
    assert page.evaluate("window.stayed")
    assert current(page) == "2"
    assert page.url.endswith("#mehrwert")
    assert page.locator(".strip a:focus").get_attribute("href") == "#mehrwert"
    page.locator(f".strip li:nth-child(2) img:not({_any_of(known)})").wait_for()
    now = {picture.get_attribute("src") for picture in page.locator(".strip img").all()}
    assert len(known & now) == 3, "only the picture that changed is another"


def _any_of(addresses: set[str | None]) -> str:
    """Return what selects the pictures with these addresses."""
    return ", ".join(f'[src="{address}"]' for address in addresses)


def test_the_page_follows_its_slide_when_others_come_before_it(room: Room) -> None:
    page = room.window("#schluss")
    room.save(
        TALK.replace("  - id: mehrwert", "  - title: Davor\n    bullets: [Eins]\n  - id: mehrwert")
    )
    expect(page.locator(".strip"), "Davor")
    assert current(page) == "5"
    expect_slide(page, "Was bleibt")


def test_a_mistake_stands_over_the_last_good_picture_and_goes(room: Room) -> None:
    page = room.window("#schluss")
    room.save(BROKEN)
    broken = page.locator(".broken")
    broken.wait_for()
    expect(broken, "slides.yaml:25")
    expect(broken.locator(".source"), "bulets:")
    assert broken.locator("mark").inner_text() == "bulets"
    expect_slide(page, "Was bleibt")
    expect(page.locator(".status"), "1 error")
    room.save(TALK)
    broken.wait_for(state="hidden")
    expect(page.locator(".status"), "saved")


def test_the_keys(room: Room) -> None:
    page = room.window("#mehrwert")
    for key, number in [
        ("ArrowRight", "3"), ("ArrowRight", "4"), ("ArrowRight", "4"), ("ArrowLeft", "3"),
        ("Home", "1"), ("PageDown", "2"), ("End", "4"), ("PageUp", "3"),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert current(page) == number, key
    page.keyboard.press("n")
    assert page.locator(".notes").is_hidden()
    page.keyboard.press("n")
    assert page.locator(".notes").is_visible()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert current(page) == "3"


def test_full_screen_shows_the_slide_alone_and_skips_hidden_ones(room: Room) -> None:
    page = room.window("#mehrwert")
    page.keyboard.press("f")
    show = page.get_by_role("dialog", name="Full screen")
    show.wait_for()
    assert page.evaluate("document.fullscreenElement !== null")
    page.keyboard.press("ArrowRight")
    show.get_by_role("img", name=re.compile("Was bleibt")).wait_for()
    page.keyboard.press("b")
    assert show.locator("img").is_hidden()
    page.keyboard.press("b")
    assert show.locator("img").is_visible()
    page.keyboard.press("Escape")
    show.wait_for(state="hidden")
    assert current(page) == "4"


def test_the_presenter_leads_the_window_of_the_audience_and_follows_it(room: Room) -> None:
    page = room.window("#mehrwert")
    with page.expect_popup() as popup:
        page.keyboard.press("p")
    presenter = popup.value
    expect(presenter.locator(".now h2"), "Slide 2 of 4")
    expect(presenter.locator(".speech"), "Langsam sprechen.")
    presenter.get_by_role("region", name="Next").get_by_role(
        "img", name=re.compile("Was bleibt")
    ).wait_for()
    presenter.keyboard.press("ArrowRight")
    expect_slide(page, "Was bleibt")
    page.keyboard.press("Home")
    expect(presenter.locator(".now h2"), "Slide 1 of 4")
    page.keyboard.press("f")
    page.get_by_role("dialog").wait_for()
    presenter.get_by_role("button", name="Black screen").click()
    page.locator(".show.black").wait_for()
    presenter.get_by_role("button", name="Start").click()
    expect(presenter.locator(".elapsed"), re.compile(r"0:0[1-9].*of 20 min", re.DOTALL))
    presenter.get_by_role("button", name="Pause").click()
    presenter.get_by_role("button", name="Reset").click()
    expect(presenter.locator(".elapsed"), "0:00")


def test_another_town(room: Room) -> None:
    page = room.window("#mehrwert")
    page.get_by_label("Town").select_option("gera")
    expect_slide(page, "Welchen Mehrwert sehen Sie für Gera?")
    page.get_by_label("Town").select_option("")
    expect_slide(page, "Welchen Mehrwert sehen Sie für Altenburg?")


def test_words_never_become_markup(room: Room) -> None:
    hostile = TALK.replace("Langsam sprechen.", HOSTILE).replace("Was bleibt", f"'{HOSTILE}'")
    room.save(hostile.replace("title: Wege\nlang", f"title: '{HOSTILE}'\nlang", 1))
    page = room.window("#mehrwert")
    expect(page.locator(".notes"), HOSTILE)
    expect(page.locator("h1"), HOSTILE)
    expect(page.locator(".strip"), HOSTILE)
    room.save(hostile.replace("bullets:", f"'{HOSTILE}':"))
    expect(page.locator(".broken"), HOSTILE)
    assert page.locator("img[onerror], img[src=x]").count() == 0


def test_a_broken_line_is_told_and_mended(room: Room) -> None:
    page = room.window()
    page.route("**/events", lambda route: route.abort())
    page.reload()
    expect(page.locator(".status"), "Connection lost")
    page.unroute("**/events")
    expect(page.locator(".status"), "4 slides")
    room.trouble[:] = [one for one in room.trouble if "ERR_FAILED" not in one]


@pytest.mark.parametrize(("width", "height", "scheme"), SCREENS)
def test_nothing_stands_in_the_way_of_anybody(
    room: Room, width: int, height: int, scheme: Literal["light", "dark"]
) -> None:
    axe = need("axe")
    for path in ("#mehrwert", "presenter#mehrwert"):
        page = room.window(path)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        assert browser.barriers(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        room.save(BROKEN)
        if "presenter" not in path:
            page.locator(".broken").wait_for()
        assert browser.barriers(page, axe) == []
        room.save(TALK)
        page.close()


def test_the_help_and_the_show_stand_in_nobodys_way(room: Room) -> None:
    axe = need("axe")
    page = room.window("#mehrwert")
    page.keyboard.press("?")
    assert browser.barriers(page, axe) == []
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.get_by_role("dialog").wait_for()
    assert browser.barriers(page, axe) == []
