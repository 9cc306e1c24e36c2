"""Minutes and slots: when the talk is too long, and which slides would bring it in."""

import pytest

from deckgen.outline.lower.speaking_time import check_minutes
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import outline_of
from tests.present import present


def warnings(slot: str, *slides: str) -> list[tuple[str, str | None]]:
    """Each slide is `id minutes`, with a question mark behind an optional one's."""
    text = f"title: T\nevent: {{slot: {slot}}}\nslides:\n"
    for each in slides:
        name, _, minutes = each.partition(" ")
        text += f"  - id: {name}\n    section: S\n"
        text += f"    minutes: {minutes.strip('?!')}\n" if minutes.strip("?!") else ""
        text += "    optional: yes\n" if "?" in minutes else ""
        text += "    hidden: yes\n" if "!" in minutes else ""
    diagnostics = Diagnostics()
    outline = outline_of(text, diagnostics)
    check_minutes(outline, diagnostics)
    return [(each.message, each.hint) for each in diagnostics]


@pytest.mark.parametrize("slides", [("a 5", "b 5"), ("a 5", "b 9!", "c 5?"), ("a", "b"), ()])
def test_a_talk_that_fits_is_no_matter(slides: tuple[str, ...]) -> None:
    assert warnings("10", *slides or ("a",)) == []


@pytest.mark.parametrize(
    ("slides", "hint"),
    [
        (("a 8", "b 3?"), "Without b (3 minutes) it takes 8 minutes."),
        (("a 8", "b 1?", "c 3?"), "Without c (3 minutes) it takes 9 minutes."),
        (("a 8", "b 1?", "c 1?", "d 1.5?"), "Without d (1.5 minutes) it takes 10 minutes."),
        (
            ("a 9", "b 1?", "c 2?", "d 1?"),
            "Without c (2 minutes), b (1 minute) it takes 10 minutes.",
        ),
        (("a 12", "b 1?"), "Even without its optional slides, b (1 minute), it takes 12 minutes."),
        (
            ("a 12", "b 1"),
            "Mark slides that you could do without with `optional: yes`, or shorten the `minutes`.",
        ),
    ],
)
def test_the_optional_slides_that_bring_it_in_are_named(slides: tuple[str, ...], hint: str) -> None:
    assert [told for _, told in warnings("10", *slides)] == [hint]


def test_slides_that_say_nothing_are_counted_as_nothing_and_told() -> None:
    assert warnings("10", "a 11", "b", "c")[0][0] == (
        "The talk takes 11 minutes, not counting 2 slides that say no minutes; "
        "its slot here has 10 minutes."
    )


@pytest.mark.parametrize(
    ("slot", "slide", "message"),
    [
        ("1 h", "a 90 s", None),
        ("20 h", "a 1441", "A slide cannot take longer than a day."),
        ("20", "a -5", "A slide cannot take less than no time."),
        ("2000", "a 5", "A talk cannot take longer than a day."),
    ],
)
def test_minutes_that_nobody_means_are_told(slot: str, slide: str, message: str | None) -> None:
    assert [told for told, _ in warnings(slot, slide)][:1] == ([message] if message else [])


@pytest.mark.parametrize(
    ("lang", "day", "expected"),
    [
        ("de-DE", "14.3.2027", "2027-03-14"),
        ("de-DE", "Sonntag, 14. März 2027", "2027-03-14"),
        ("fr-FR", "3/4/2027", "2027-04-03"),
        ("fr-FR", "14 mars 2027", "2027-03-14"),
        ("en-US", "3/14/2027", "2027-03-14"),
        ("en-US", "3/4/2027", None),
        ("de-DE", "3/4/2027", None),
    ],
)
def test_the_day_of_the_event_is_read_by_the_language(
    lang: str, day: str, expected: str | None
) -> None:
    text = f"title: T\nlang: {lang}\nevent: {{date: '{day}', place: X}}\nslides: [cover]\n"
    diagnostics = Diagnostics()
    outline = outline_of(text, diagnostics)
    event = present(outline.talk.event)
    assert str(event.date) == str(expected)
    assert [each.code for each in diagnostics] == ([] if expected else ["wrong-type"])
    hints = " ".join(each.hint or "" for each in diagnostics)
    assert expected or ("2027-04-03" in hints and "2027-03-04" in hints)


def test_of_many_optional_slides_the_first_are_named() -> None:
    ((_, hint),) = warnings("10", *(f"s{at} 1?" for at in range(30)))
    assert hint is not None
    assert "s11 (1 minute) and 8 more it takes 10 minutes." in hint
