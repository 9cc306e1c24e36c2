"""Which entries a slide may be, by what stands on it and where: the first one is tried first."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.outline_yaml import Flow, Item, Keys, LiteralBlock
from deckgen.importing.powerpoint.entries.candidate_entries import why_included
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceGroup,
    SourceShape,
    SourceSlide,
    Unread,
)
from tests.importing.powerpoint.entries.source_shapes import (
    BELOW_LEFT,
    BELOW_RIGHT,
    CHART,
    DATA,
    DECORATION,
    FILM,
    FOOT,
    IMAGE,
    LEFT,
    LINE,
    PLAN,
    RIGHT,
    ROWS,
    SOUND,
    TABLE,
    entries,
    free,
    paragraph,
    shown,
    slide,
    text,
)


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([], [{}]),
        (
            [text("a", "b", mark="bullet")],
            [{"bullets": (Item("a"), Item("b"))}, {"text": LiteralBlock("- a\n- b")}],
        ),
        # As a bullet, the number of a single item would be a word of it.
        ([text("a", mark="number")], [{"text": "1. a"}]),
        ([text("a", "b")], [{"text": LiteralBlock("a\n\nb")}]),
        ([text("a", is_mono=True)], [{"text": "a"}]),
        (
            [text("a", "b", is_mono=True)],
            [{"code": LiteralBlock("a\nb")}, {"text": LiteralBlock("a\n\nb")}],
        ),
        ([shown(PLAN)], [{"image": IMAGE}]),
        ([shown(PLAN, LEFT), shown(LINE)], [{"image": (IMAGE, DECORATION)}]),
        ([shown(PLAN)] * 10, []),
        (
            [shown(FILM)],
            [
                {
                    "video": {
                        "file": "films/a-walk.mp4",
                        "alt": "A walk",
                        "poster": "pictures/a-plan.png",
                        "loop": True,
                        "mute": True,
                    }
                }
            ],
        ),
        ([shown(SOUND)], [{"audio": {"file": "sounds/bells.mp3", "alt": "Bells"}}]),
        ([shown(CHART)], [{"chart": {**DATA, "alt": "Gera leads"}}]),
        (
            [shown(CHART._replace(lines=("a", "b"), highlight=("Gera",), alt=""))],
            [{"chart": {**DATA, "lines": Flow(("a", "b")), "highlight": "Gera"}}],
        ),
        ([shown(TABLE)], [{"table": ROWS}]),
        ([shown(TABLE._replace(header=False))], [{"table": {"header": False, "rows": ROWS}}]),
        (
            [shown(TABLE._replace(total=True, highlight=("Gera", "Jena"), alt="Two towns"))],
            [
                {
                    "table": {
                        "rows": ROWS,
                        "total": True,
                        "highlight": Flow(("Gera", "Jena")),
                        "alt": "Two towns",
                    }
                }
            ],
        ),
        # A text beside a content, in the order in which they stand.
        (
            [text("a"), shown(PLAN)],
            [{"text": "a", "image": IMAGE}, {"columns": ({"text": "a"}, {"image": IMAGE})}],
        ),
        (
            [text("a", box=RIGHT), shown(PLAN, LEFT)],
            [{"image": IMAGE, "text": "a"}, {"columns": ({"image": IMAGE}, {"text": "a"})}],
        ),
        (
            [text("a"), shown(TABLE)],
            [{"text": "a", "table": ROWS}, {"columns": ({"text": "a"}, {"table": ROWS})}],
        ),
        ([text("a"), shown(PLAN), shown(TABLE)], []),
        # Headings and what stands below them, in columns.
        (
            [
                text("Left", box=LEFT),
                text("a", box=BELOW_LEFT),
                text("Right", box=RIGHT),
                text("b", box=BELOW_RIGHT),
            ],
            [{"columns": ({"heading": "Left", "text": "a"}, {"heading": "Right", "text": "b"})}],
        ),
        (
            [text("*Left*", "a"), text("*Right*", "b", box=RIGHT)],
            [{"columns": ({"heading": "Left", "text": "a"}, {"heading": "Right", "text": "b"})}],
        ),
        ([text("a"), text("b", box=RIGHT), text("c", box=BELOW_RIGHT)], []),
        # Text boxes in one column are one text, unless one is much larger, or lies on a picture.
        ([free("a", LEFT), free("b", BELOW_LEFT)], [{"text": LiteralBlock("a\n\nb")}]),
        ([free("a", LEFT), free("b", BELOW_LEFT, size=29)], []),
        (
            [
                free("Read what follows", LEFT, size=28),
                free("for an hour or two", BELOW_LEFT, size=14),
            ],
            [],
        ),
        (
            [
                free("Read what follows it", LEFT, size=28),
                free("for an hour or two", BELOW_LEFT, size=14),
            ],
            [{"text": LiteralBlock("Read what follows it\n\nfor an hour or two")}],
        ),
        ([free("a", LEFT), free("b", BELOW_RIGHT)], []),
        # A small text box at the foot is the last line of the text above it.
        (
            [text("a", "b", mark="bullet"), free("c", BELOW_LEFT, size=10)],
            [{"text": LiteralBlock("- a\n- b\n\nc")}],
        ),
        (
            [free("a", LEFT), free("b", BELOW_LEFT), shown(PLAN)],
            [
                {"text": LiteralBlock("a\n\nb"), "image": IMAGE},
                {"columns": ({"text": LiteralBlock("a\n\nb")}, {"image": IMAGE})},
            ],
        ),
        ([free("a" * 161, LEFT), shown(PLAN, LEFT)], []),
        # What counts of a text box are its lines, from the top: a picture may lie on the rest.
        (
            [free("$ git branch", LEFT), shown(PLAN, LEFT._replace(y=3_500_000))],
            [{"text": "$ git branch", "image": IMAGE}],
        ),
        ([free("Ten words " * 40, LEFT), shown(PLAN, LEFT._replace(y=3_500_000))], []),
        # A source in small letters may have a long address.
        (
            [shown(PLAN, LEFT), free("c" * 320, BELOW_LEFT, 14)],
            [{"image": {**IMAGE, "caption": "c" * 320}}],
        ),
        # What stands just below a picture belongs to it; a small text below may be its source.
        ([shown(PLAN, LEFT), free("c", BELOW_LEFT)], [{"image": {**IMAGE, "caption": "c"}}]),
        (
            [shown(CHART, LEFT), free("c", BELOW_LEFT)],
            [{"chart": {**DATA, "alt": "Gera leads", "source": "c"}}],
        ),
        ([shown(PLAN, LEFT), free("c", FOOT, size=14)], [{"image": {**IMAGE, "caption": "c"}}]),
        ([shown(PLAN, LEFT), free("c", FOOT, size=15)], [{"text": "c", "image": IMAGE}]),
        # A list is no caption, also without marks; and no headline of a text is one.
        (
            [shown(PLAN, LEFT), text("a", "b", "c", box=BELOW_LEFT, placeholder="")],
            [{"text": LiteralBlock("a\n\nb\n\nc"), "image": IMAGE}],
        ),
        ([shown(PLAN, LEFT), free("Headline", BELOW_LEFT, 30), text("c", box=FOOT, size=18)], []),
        (
            [
                *(shown(PLAN, LEFT), shown(LINE, RIGHT)),
                *(free("right", BELOW_RIGHT), free("left", BELOW_LEFT)),
            ],
            [{"image": ({**IMAGE, "caption": "left"}, {**DECORATION, "caption": "right"})}],
        ),
        ([shown(Unread("drawing"))], []),
        ([shown(SourceGroup("Logo", ()))], []),
    ],
)
def test_entries_of_a_kind_show_all_that_stands_below_the_title(
    shapes: list[SourceShape], expected: list[Keys]
) -> None:
    made = entries(slide(*shapes))
    assert [[*each.items()] for each in made] == [
        [("title", "Towns"), *each.items()] for each in expected
    ]


@pytest.mark.parametrize(
    ("kind", "is_first", "shapes", "expected"),
    [
        ("title", False, [], {"cover": "Towns"}),
        ("", True, [text("Ada")], {"cover": "Towns", "subtitle": "Ada"}),
        (
            "",
            True,
            [text("*Ada*", "*Eve*")],
            {"cover": "Towns", "subtitle": "Ada", "speaker": "Eve"},
        ),
        (
            "title",
            False,
            [text("Four", placeholder="subTitle"), text("Ada"), shown(PLAN)],
            {"cover": "Towns", "subtitle": "Four", "speaker": "Ada", "image": IMAGE},
        ),
        ("", True, [text("a", mark="bullet")], {"title": "Towns", "bullets": (Item("a"),)}),
        (
            "",
            True,
            [text(*"abcde")],
            {"title": "Towns", "text": LiteralBlock("a\n\nb\n\nc\n\nd\n\ne")},
        ),
        ("title", False, [free("Ada", LEFT)], {"title": "Towns", "text": "Ada"}),
        ("", True, [free("Ada", LEFT)], {"cover": "Towns", "subtitle": "Ada"}),
        (
            "title",
            False,
            [text("Four", placeholder="subTitle"), text("Ada"), text("5 May")],
            {"cover": "Towns", "subtitle": "Four", "speaker": "Ada, 5 May"},
        ),
        ("title", False, [text("a"), shown(TABLE)], {"title": "Towns", "text": "a", "table": ROWS}),
        ("secHead", True, [text("Four")], {"section": "Towns", "subtitle": "Four"}),
        ("secHead", False, [], {"section": "Towns"}),
        ("secHead", False, [shown(PLAN)], {"title": "Towns", "image": IMAGE}),
    ],
)
def test_covers_and_sections(
    kind: str, shapes: list[SourceShape], expected: Keys, *, is_first: bool
) -> None:
    assert entries(slide(*shapes, kind=kind), is_first=is_first)[0] == expected


def test_what_an_entry_of_every_kind_may_say() -> None:
    made = slide()._replace(
        section="East",
        reveal=True,
        hidden=True,
        transition="fade",
        lang="de-DE",
        notes=(paragraph("Slowly"),),
    )
    assert entries(made) == [
        {
            "title": "Towns",
            "chapter": "East",
            "reveal": True,
            "hidden": True,
            "transition": "fade",
            "lang": "de-DE",
            "notes": "Slowly",
        }
    ]


def test_slides_without_a_title() -> None:
    filling = slide(shown(PLAN, covers=1), title=None)
    image = {"image": IMAGE, "bleed": True, "panel": False}
    assert entries(filling) == [{"title": "A plan", **image}]
    unnamed = slide(shown(PLAN._replace(alt="", name="Picture 1"), covers=1), title=None)
    assert entries(unnamed)[0]["title"] == "Slide 4"
    assert entries(unnamed)[0]["image"] == {"file": "pictures/slide-4.png", "alt": ""}
    titled = slide(shown(CHART._replace(alt="", title="Tons  a year", source="")), title=None)
    assert entries(titled) == [
        {"title": "Tons a year", "chart": {"kind": "bar", "data": "data/slide-4.csv"}}
    ]
    assert entries(slide(shown(TABLE), title=None)) == []


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (slide(), ""),
        (slide(title=None), "nothing on it"),
        (slide(shown(PLAN), shown(LINE)), "pictures on each other"),
        (slide(*[shown(PLAN)] * 10), ""),
        (slide(shown(PLAN, LEFT), shown(LINE)), ""),
        (slide(text("a"), title=None), "no title"),
        (slide(shown(Unread("embedded file"))), "an embedded file"),
        (
            slide(*[shown(Unread("drawing"))] * 2)._replace(reasons=("a click",)),
            "2 × drawing, a click",
        ),
        (
            slide(shown(SlideText((SourceParagraph((SourceRun("x", is_formula=True),)),)))),
            "a formula without an equal in LaTeX",
        ),
        (
            slide(
                shown(SlideText((SourceParagraph((SourceRun("x", latex="x", is_formula=True),)),)))
            ),
            "",
        ),
    ],
)
def test_why_no_kind_shows_a_slide(made: SourceSlide, why: str) -> None:
    assert why_included(made) == why
