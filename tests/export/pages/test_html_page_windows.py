"""The page for the browser in windows of many sizes: what stands where."""

from pathlib import Path
from typing import Any

import pytest

from deckgen.export.pages.html_page import html_page
from deckgen.export.talk_contents import talk_contents
from tests.export.pages.test_html_page import TALK
from tests.export.talks import compiled, pictures
from tests.tools.browser import running_chromium


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 390, 640, 768, 1024, 1280])
def test_nothing_stands_beside_the_window(width: int, tmp_path: Path) -> None:
    """WCAG 1.4.10: neither a slide, a link nor a button, however long the words are."""
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    long = TALK.replace("Open questions", f"{word} {word}").replace("the form", 2 * word)
    long = long.replace("place: Leeds", "place: The town hall of Leeds, date: 2026-11-22")
    talk = talk_contents(compiled(long, tmp_path))
    file = tmp_path / "talk.html"
    file.write_bytes(html_page(talk, pictures(talk), notes=True))
    with running_chromium() as chromium:
        tab = chromium.new_page(viewport={"width": width, "height": 800})
        tab.goto(file.as_uri())
        for key in ("Home", "t", "n", "o"):
            tab.keyboard.press(key)
            assert tab.evaluate("document.documentElement.scrollWidth") == width, key
            main = "document.querySelector('main')"
            assert tab.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0, key


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(360, 740), (740, 360), (768, 1024), (1280, 800)])
def test_a_slide_stands_at_the_top_beside_or_above_its_words(
    width: int, height: int, tmp_path: Path
) -> None:
    """However long the words are; the title of the talk is whole, its event gives way."""
    long = TALK.replace("Say it slowly.", 60 * "Say it slowly. ")
    long = long.replace("Leeds", "The town hall of Leeds, date: 2026-11-22")
    long = long.replace("Open questions", "The shop of open questions")
    talk = talk_contents(compiled(long, tmp_path))
    file = tmp_path / "talk.html"
    file.write_bytes(html_page(talk, pictures(talk), notes=True))
    with running_chromium() as chromium:
        tab: Any = chromium.new_page(viewport={"width": width, "height": height})
        tab.goto(file.as_uri())
        for key in ("n", "t"):
            tab.keyboard.press(key)
            box = tab.query_selector("#one .go").bounding_box()
            assert box["y"] <= 16
            assert box["height"] == pytest.approx(box["width"] * 9 / 16, rel=0.02)
        shown = "(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)"
        assert tab.evaluate(f"{shown}(document.querySelector('.talk'))") == 0


@pytest.mark.slow
def test_a_tinted_slide_stands_out_from_its_window(tmp_path: Path) -> None:
    """Covers and feet of many brands have nearly the colour of the page."""
    talk = talk_contents(compiled(TALK, tmp_path))
    file = tmp_path / "talk.html"
    file.write_bytes(html_page(talk, pictures(talk), notes=True))
    with running_chromium() as chromium:
        tab = chromium.new_page(color_scheme="light")
        tab.goto(file.as_uri())
        around = "getComputedStyle(document.querySelector('.one .slides')).backgroundColor"
        assert tab.evaluate(around) == "rgb(211, 211, 205)"
