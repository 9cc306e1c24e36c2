"""Which entries a slide may be, by what stands on it and where: the first one is tried first."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceRun
from deckgen.importing.outline_entry import Flow, Item, Keys, LiteralBlock, Rows
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import candidate_entries, why_included
from deckgen.importing.powerpoint.reading.source_slide import (
    Content,
    SlideText,
    SourceChart,
    SourceClip,
    SourceGroup,
    SourcePicture,
    SourceSeries,
    SourceShape,
    SourceSlide,
    SourceTable,
    Unread,
)
from deckgen.importing.source_paragraph import ListMark, SourceParagraph

LEFT = Box(0, 2_000_000, 4_000_000, 3_000_000)
RIGHT = Box(5_000_000, 2_000_000, 4_000_000, 3_000_000)
BELOW_LEFT = Box(0, 5_100_000, 4_000_000, 300_000)
BELOW_RIGHT = BELOW_LEFT._replace(x=5_000_000)
FOOT = Box(0, 6_500_000, 9_000_000, 300_000)


def paragraph(words: str, mark: ListMark = "none") -> SourceParagraph:
    """Return a paragraph; stars around it make it bold."""
    run = SourceRun(words.strip("*"), bold=words.startswith("*"))
    return SourceParagraph((run,), mark=mark)


def text(
    *lines: str,
    mark: ListMark = "none",
    box: Box | None = LEFT,
    placeholder: str = "body",
    size: float = 18,
    idx: int = 0,
    is_mono: bool = False,
) -> SourceShape:
    content = SlideText(tuple(paragraph(line, mark) for line in lines))
    return SourceShape(content, box, placeholder, idx, size, is_mono=is_mono)


def shown(content: Content, box: Box | None = RIGHT, covers: float = 0.3) -> SourceShape:
    return SourceShape(content, box, covers=covers)


def free(words: str, box: Box, size: float = 18) -> SourceShape:
    """Return a text box, which is no placeholder."""
    return text(words, box=box, placeholder="", size=size)


TITLE = text("*Towns*", placeholder="title")
PLAN = SourcePicture(b"1", "png", alt="A plan", decorative=False, name="plan.png")
LINE = SourcePicture(b"2", "png", alt="", decorative=True, name="line")
FILM = SourceClip("video", b"3", "mp4", "A walk", PLAN, "walk", loops=True, is_mute=True)
SOUND = SourceClip("audio", b"4", "mp3", "Bells", None, "bells")
CHART = SourceChart(
    "bar", ("Gera", "Jena"), (SourceSeries("", (1.0, None)),), "tons", "Gera leads", source="LfU"
)
NUMBERS = tuple(
    tuple((SourceRun(cell),) for cell in row) for row in (("Town", "People"), ("Gera", "94"))
)
TABLE = SourceTable(NUMBERS, header=True, alt="")

IMAGE = {"file": "pictures/a-plan.png", "alt": "A plan"}
DECORATION = {"file": "pictures/line.png", "decorative": True}
DATA = {"kind": "bar", "data": "data/tons.csv", "unit": "tons", "source": "LfU"}
ROWS = Rows((("Town", "People"), ("Gera", "94")))


def slide(
    *shapes: SourceShape, title: SourceShape | None = TITLE, layout: str = "", kind: str = ""
) -> SourceSlide:
    """Return a slide below a title; `kind` is the type of its layout."""
    above = () if title is None else (title,)
    return SourceSlide(4, "towns", layout, kind, (*above, *shapes), transition="")


def entries(made: SourceSlide, *, is_first: bool = False) -> list[Keys]:
    return [{**each.keys} for each in candidate_entries(made, AssetFiles(","), is_first=is_first)]


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
        ([shown(PLAN), shown(LINE)], [{"image": (IMAGE, DECORATION)}]),
        ([shown(PLAN)] * 7, []),
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
        ([free("a", LEFT), free("b", BELOW_RIGHT)], []),
        (
            [free("a", LEFT), free("b", BELOW_LEFT), shown(PLAN)],
            [
                {"text": LiteralBlock("a\n\nb"), "image": IMAGE},
                {"columns": ({"text": LiteralBlock("a\n\nb")}, {"image": IMAGE})},
            ],
        ),
        ([free("a" * 161, LEFT), shown(PLAN, LEFT)], []),
        # What stands just below a picture belongs to it; a small text below may be its source.
        ([shown(PLAN, LEFT), free("c", BELOW_LEFT)], [{"image": {**IMAGE, "caption": "c"}}]),
        (
            [shown(CHART, LEFT), free("c", BELOW_LEFT)],
            [{"chart": {**DATA, "alt": "Gera leads", "source": "c"}}],
        ),
        ([shown(PLAN, LEFT), free("c", FOOT, size=14)], [{"image": {**IMAGE, "caption": "c"}}]),
        ([shown(PLAN, LEFT), free("c", FOOT, size=15)], [{"text": "c", "image": IMAGE}]),
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


OURS: list[tuple[str, list[SourceShape], list[Keys]]] = [
    ("Cover", [text("Four", idx=1)], [{"cover": "Towns", "subtitle": "Four"}]),
    (
        "Cover with picture",
        [text("Ada", idx=13), shown(PLAN)],
        [{"cover": "Towns", "image": IMAGE}, {"cover": "Towns", "speaker": "Ada", "image": IMAGE}],
    ),
    ("Section (dark)", [text("a", idx=1)], [{"section": "Towns", "subtitle": "a", "tone": "dark"}]),
    ("Quote", [text("Ada", idx=1)], [{"quote": "Towns", "by": "Ada"}]),
    ("Closing", [text("a", idx=1)], [{"closing": "Towns", "text": "a"}]),
    (
        "Title and text",
        [text("a", idx=1), text("k", idx=13)],
        [{"title": "Towns", "text": "a", "kicker": "k"}],
    ),
    (
        "Question",
        [text("a", idx=1), text("Talk", idx=13)],
        [{"question": "Towns", "title": "Talk", "text": "a"}],
    ),
    (
        "Questions",
        [text("a", idx=1), text("Talk", idx=13)],
        [
            {"questions": (Item("a"),), "title": "Talk"},
            {"questions": (Item("a"),), "title": "Towns"},
        ],
    ),
    ("Questions", [text("a", idx=1)], [{"agenda": "Towns"}]),
    (
        "Question with graphic",
        [text("Talk · 2/3", idx=13), text("a", idx=1), shown(PLAN)],
        [
            {"question": "Towns", "text": "a", "image": IMAGE, "title": "Talk"},
            {"title": "Towns", "text": "a", "image": IMAGE, "kicker": "Talk · 2/3"},
        ],
    ),
    ("Full picture", [shown(PLAN)], [{"title": "Towns", "image": IMAGE, "bleed": True}]),
    ("Half picture", [shown(PLAN)], [{"title": "Towns", "image": IMAGE, "bleed": "half"}]),
]


@pytest.mark.parametrize(("layout", "shapes", "expected"), OURS)
def test_a_layout_of_ours_names_the_kind(
    layout: str, shapes: list[SourceShape], expected: list[Keys]
) -> None:
    made = slide(*shapes, layout=layout)._replace(is_own=True)
    assert entries(made)[: len(expected)] == expected


def test_in_a_deck_of_ours_captions_credits_and_made_descriptions_are_known() -> None:
    def first(shape: SourceShape, *more: SourceShape) -> Keys:
        return entries(slide(shape, *more)._replace(is_own=True))[0]

    below = free("A plan  ·  Ada", BELOW_LEFT)
    two = text("A plan", "Ada", box=BELOW_LEFT, placeholder="")
    known = {**IMAGE, "caption": "A plan", "credit": "Ada"}
    assert first(shown(PLAN, LEFT), below)["image"] == known
    assert first(shown(PLAN, LEFT), two)["image"] == known
    made = "Table of Town, People: 1."
    assert first(shown(TABLE._replace(alt=made)))["table"] == ROWS
    assert first(shown(CHART._replace(alt="Bars: Towns")))["chart"] == DATA


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
