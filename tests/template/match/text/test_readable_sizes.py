"""Text that a template sets too small is raised, in its own proportions."""

from typing import TypeAlias

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.text.readable_sizes import with_readable_sizes

READABLE = 18
HIGH, LOW = 300, 60
"""Points: boxes of 13 lines and of 2 lines at 18 points."""
Told: TypeAlias = dict[PlaceholderRole, tuple[tuple[int, ...], int]]
"""The sizes of each text, and the size to which it may be set smaller, 0 if it is not raised."""


def placeholder(role: PlaceholderRole, *sizes: int, height: int = HIGH) -> Placeholder:
    box = Box(0, 0, 600 * EMU_PER_POINT, height * EMU_PER_POINT)
    levels = tuple(TextStyle(size, "000000") for size in sizes)
    return Placeholder(role, "body", 1, role, box, levels)


def told(found: PlaceholderMap) -> Told:
    return {
        role: (tuple(level.size for level in one.level_styles), one.minimum_size)
        for role, one in found.items()
    }


CASES: dict[str, tuple[TemplateRole, list[Placeholder], Told]] = {
    "what can be read stays": (
        "bullets",
        [placeholder("title", 30), placeholder("body", 20, 16, 14)],
        {"title": ((30,), 0), "body": ((20, 16, 14), 0)},
    ),
    "lower levels that are far smaller than the first": (
        "bullets",
        [placeholder("title", 40), placeholder("body", 32, 15, 24, 14)],
        {"title": ((40,), 0), "body": ((32, 21, 24, 21), 0)},
    ),
    "the details of a cover too": (
        "cover",
        [placeholder("title", 50), placeholder("subtitle", 32, 15)],
        {"title": ((50,), 0), "subtitle": ((32, 21), 0)},
    ),
    "Office's own, of which the fourth is smaller": (
        "bullets",
        [placeholder("title", 44), placeholder("body", 32, 28, 24, 20, 20)],
        {"title": ((44,), 0), "body": ((32, 28, 24, 20, 20), 0)},
    ),
    "three levels in proportion": (
        "bullets",
        [placeholder("title", 40), placeholder("body", 12, 10, 9, 9)],
        {"title": ((40,), 0), "body": ((24, 20, 18, 18), 18)},
    ),
    "smaller than the title": (
        "bullets",
        [placeholder("title", 24), placeholder("body", 9, 8, 7)],
        {"title": ((24,), 0), "body": ((19, 18, 18), 18)},
    ),
    "with a small title, which stays larger": (
        "bullets",
        [placeholder("title", 16), placeholder("body", 12)],
        {"title": ((23,), 16), "body": ((18,), 18)},
    ),
    "a level that was larger than the first": (
        "bullets",
        [placeholder("title", 40), placeholder("body", 9, 16)],
        {"title": ((40,), 0), "body": ((18, 18), 18)},
    ),
    "down to its own size with little room": (
        "bullets",
        [placeholder("title", 40), placeholder("body", 12, height=LOW)],
        {"title": ((40,), 0), "body": ((18,), 12)},
    ),
    "down to its own size in columns": (
        "two-contents",
        [placeholder("title", 40), placeholder("body", 12), placeholder("second", 12)],
        {"title": ((40,), 0), "body": ((18,), 12), "second": ((18,), 12)},
    ),
    "other texts in one step, their lower levels small": (
        "cover",
        [placeholder("title", 40), placeholder("subtitle", 14, 12, 10), placeholder("date", 9)],
        {"title": ((40,), 0), "subtitle": ((18, 15, 14), 14), "date": ((14,), 9)},
    ),
    "kickers stay small": (
        "question",
        [placeholder("title", 40), placeholder("kicker", 11), placeholder("body", 20)],
        {"title": ((40,), 0), "kicker": ((14,), 11), "body": ((20,), 0)},
    ),
}


@pytest.mark.parametrize(("role", "given", "expected"), CASES.values(), ids=CASES)
def test_sizes(role: TemplateRole, given: list[Placeholder], expected: Told) -> None:
    placeholders = dict(zip(expected, given, strict=True))
    assert told(with_readable_sizes(role, placeholders, READABLE)) == expected


LIMITED: dict[str, tuple[TemplateRole, list[Placeholder], Told]] = {
    "lower levels that could be read": (
        "bullets",
        [placeholder("title", 30), placeholder("body", 20, 16, 14)],
        {"title": ((30,), 0), "body": ((20, 18, 18), 18)},
    ),
    "with little room": (
        "bullets",
        [placeholder("title", 40), placeholder("body", 12, 10, height=LOW)],
        {"title": ((40,), 0), "body": ((22, 18), 18)},
    ),
    "other texts and their lower levels": (
        "cover",
        [placeholder("title", 16), placeholder("subtitle", 14, 10), placeholder("date", 9)],
        {"title": ((23,), 18), "subtitle": ((18, 18), 18), "date": ((18,), 18)},
    ),
    "small lines beside a headline": (
        "quote",
        [placeholder("title", 40), placeholder("kicker", 11), placeholder("by", 14)],
        {"title": ((40,), 0), "kicker": ((14,), 11), "by": ((18,), 14)},
    ),
}
"""What `limits: {size: 18}` of a brand.yaml asks for."""


@pytest.mark.parametrize(("role", "given", "expected"), LIMITED.values(), ids=LIMITED)
def test_no_text_below_a_limit(
    role: TemplateRole, given: list[Placeholder], expected: Told
) -> None:
    placeholders = dict(zip(expected, given, strict=True))
    assert told(with_readable_sizes(role, placeholders, READABLE, READABLE)) == expected


def raised(level: TextStyle, list_style: str = "") -> Placeholder:
    small = placeholder("body", 9)._replace(level_styles=(level,), list_style=list_style)
    return with_readable_sizes("bullets", {"body": small}, READABLE)["body"]


SPACED = TextStyle(9, "000000", space_before=3, line_points=11, margin=114_300, indent=-114_300)


def test_the_slide_says_what_differs_from_the_layout() -> None:
    found = raised(SPACED)
    assert found.list_style == (
        '<a:lvl1pPr marL="228600" indent="-228600"><a:lnSpc><a:spcPts val="2200"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        '<a:defRPr sz="1800"/></a:lvl1pPr>'
    )
    assert not found.overrides_sizes


def test_levels_that_the_slide_says_already_keep_all_but_their_size() -> None:
    found = raised(SPACED._replace(line_points=0), "<a:lvl1pPr/>")
    assert found.list_style == "<a:lvl1pPr/>"
    assert found.overrides_sizes
    assert found.level_styles[0].size == 18


@pytest.mark.parametrize(
    ("height", "least"),
    [pytest.param(HIGH, 14, id="goes on"), pytest.param(LOW, 12, id="little room")],
)
def test_a_list_on_a_low_page_is_smaller_before_it_goes_on(height: int, least: int) -> None:
    given: PlaceholderMap = {"body": placeholder("body", 12, height=height)}
    found = with_readable_sizes("bullets", given, READABLE, smallest=14)
    assert told(found) == {"body": ((18,), least)}
