"""The page stands in nobody's way: what axe finds, on a phone, a tablet and a projector."""

from typing import Literal

import pytest

from tests.preview.windows import BROKEN, TALK, Room
from tests.tools import browser
from tests.tools.needs import need

pytestmark = pytest.mark.slow

SCREENS = [(360, 740, "dark"), (1024, 768, "light"), (2560, 1440, "dark")]


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


def test_a_long_word_is_broken_on_a_phone(room: Room) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    page = room.window("#mehrwert")
    page.set_viewport_size({"width": 360, "height": 740})
    room.save(TALK.replace("title: Wege", f"title: {word}", 1))
    page.get_by_role("heading", name=word, level=1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_help_and_the_show_stand_in_nobodys_way(room: Room) -> None:
    axe = need("axe")
    page = room.window("#mehrwert")
    page.keyboard.press("?")
    assert browser.barriers(page, axe) == []
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.get_by_role("dialog").wait_for()
    assert browser.barriers(page, axe) == []


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1920, 1080)])
def test_the_presenter_view_needs_no_scrolling(room: Room, width: int, height: int) -> None:
    page = room.window("presenter#mehrwert")
    page.set_viewport_size({"width": width, "height": height})
    page.locator(".now img").wait_for()
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
