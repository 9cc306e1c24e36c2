"""The page of `deckgen preview` in a real browser, before the real server."""

import re

import pytest

from tests.preview.windows import BROKEN, TALK, Room, current, expect, expect_slide

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=alert(1)>"


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
    broken.locator("h2").click(trial=True)  # nothing lies over it
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
