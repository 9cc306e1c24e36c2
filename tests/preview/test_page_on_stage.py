"""Full screen and the presenter's view: the preview as plan B on stage."""

import re

import pytest

from tests.preview.windows import Room, current, expect, expect_slide

pytestmark = pytest.mark.slow


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
