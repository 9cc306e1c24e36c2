"""Which layout serves which role: by types that can be believed, and on masters of one design."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from deckgen.deck.layout import Layout
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.layout_match import LayoutMatch, TemplateRole
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.template import Master, Template, TemplateLayout
from tests.template.opened import plain_template, read_with_matches

ALL = ["Title Slide", "Title and Content", "Section Header", "Two Content", "Title Only"]


PLAIN, _ = read_with_matches(plain_template())
LAYOUTS = {one.layout.name: one for one in PLAIN.masters[0].layouts}


class Design(NamedTuple):
    """A master of a case: its layouts are those of PowerPoint, `Source = New name`."""

    name: str
    layouts: list[str]
    heading: str = "Calibri"
    accent: str = "4F81BD"
    type: str | None = None
    """What all its layouts state instead of their own types."""


def template(*designs: Design) -> Template:
    return PLAIN._replace(masters=tuple(master(one, at) for at, one in enumerate(designs)))


def master(design: Design, number: int) -> Master:
    (plain_master,) = PLAIN.masters
    theme = plain_master.theme
    theme = theme._replace(
        heading=design.heading, colors={**theme.colors, "accent1": design.accent}
    )

    def layout(text: str) -> TemplateLayout:
        source, _, name = text.partition(" = ")
        found = LAYOUTS[source]
        shown = found.layout._replace(
            name=name or source, part_name=f"{number}{found.layout.part_name}{name}"
        )
        return found._replace(layout=shown, type=found.type if design.type is None else design.type)

    layouts = tuple(map(layout, design.layouts))
    return plain_master._replace(
        name=design.name, part_name=f"/m{number}.xml", theme=theme, layouts=layouts
    )


def matched(*designs: Design) -> dict[TemplateRole, LayoutMatch]:
    found = match_layouts(template(*designs), {}, Diagnostics())
    assert found is not None
    return {one.role: one for one in found}


def places(*designs: Design) -> dict[str, str]:
    """Return the number of the master and the name of the layout for each role with its own."""
    return {
        role: f"{one.layout.layout.part_name[0]} {one.layout.layout.name}"
        for role, one in matched(*designs).items()
        if not one.is_substitute
    }


CONTENT = Design("Content", ["Title and Content", "Two Content", "Title Only"])


@pytest.mark.parametrize(
    ("designs", "expected"),
    [
        pytest.param(
            [Design("One", ALL), Design("Two", ALL)],
            {
                "cover": "0 Title Slide",
                "section": "0 Section Header",
                "bullets": "0 Title and Content",
            },
            id="the first of masters that have everything",
        ),
        pytest.param(
            [
                Design("ACME Cover", ["Title Slide"]),
                Design("ACME Agenda", ["Title and Content"]),
                CONTENT,
                Design("ACME Ending", ["Title Slide = Last"]),
            ],
            {
                "cover": "0 Title Slide",
                "questions": "1 Title and Content",
                "bullets": "2 Title and Content",
                "two-contents": "2 Two Content",
                "closing": "3 Last",
            },
            id="a master each for cover, agenda, content and ending",
        ),
        pytest.param(
            [Design("Office Theme", ["Title Slide"]), Design("1_Office Theme", ALL)],
            {"cover": "0 Title Slide", "bullets": "1 Title and Content"},
            id="a master without bullets is there for its cover",
        ),
        pytest.param(
            [Design("Titel", ALL), Design("Inhalt", ALL)],
            {"cover": "0 Title Slide", "bullets": "1 Title and Content"},
            id="a master that is named for the cover carries no bullets",
        ),
        pytest.param(
            [Design("A", ["Title Slide"]), Design("B", ALL, heading="Georgia")],
            {"cover": "1 Title Slide", "bullets": "1 Title and Content"},
            id="other fonts are another design",
        ),
        pytest.param(
            [Design("A", ["Title Slide"]), Design("B", ALL, accent="FF0000")],
            {"cover": "1 Title Slide", "bullets": "1 Title and Content"},
            id="other accents are another design",
        ),
        pytest.param(
            [Design("Cover", ["Title Slide"]), Design("B", ALL, accent="FF0000")],
            {"cover": "0 Title Slide", "bullets": "1 Title and Content"},
            id="a master named for the cover may have other accents",
        ),
        pytest.param(
            [Design("Cover", ["Title Slide"]), Design("B", ALL, "Georgia", "FF0000")],
            {"cover": "1 Title Slide", "bullets": "1 Title and Content"},
            id="but not other accents and other fonts",
        ),
        pytest.param(
            [Design("A", ["Title and Content = X"], type="cust"), Design("B", ALL)],
            {"bullets": "1 Title and Content"},
            id="a type before a look",
        ),
    ],
)
def test_masters_of_one_design_are_one_template(
    designs: list[Design], expected: dict[str, str]
) -> None:
    found = places(*designs)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("sampled", "main"),
    [
        pytest.param((), "0", id="the first, without slides"),
        pytest.param((1,), "1", id="the one with slides"),
        pytest.param((1, 0), "0", id="the first of two with slides"),
        pytest.param((2,), "0", id="but none that is named for closing pages"),
    ],
)
def test_a_master_under_sample_slides_is_the_main_one(sampled: tuple[int, ...], main: str) -> None:
    designs = (
        Design("Office Theme", ALL),
        Design("Town", ALL, accent="FF0000"),
        Design("End", ALL),
    )
    made = template(*designs)
    found = shown_by(made, [made.masters[at].layouts[-1] for at in sampled])
    assert found["bullets"].part_name[0] == main


def shown_by(made: Template, sampled: Sequence[TemplateLayout]) -> dict[TemplateRole, Layout]:
    """Return the layout for each role of a template with sample slides on some layouts."""
    names = tuple(each.part_name for each in sampled)
    opened = made.opened._replace(sampled_layouts=names)
    found = match_layouts(made._replace(opened=opened), {}, Diagnostics())
    assert found is not None
    return {each.role: each.layout.layout for each in found}


def test_without_a_layout_for_lists_all_stand_on_that_for_overviews() -> None:
    names = ["Title Slide", "Title and Content = Agenda"]
    found = matched(Design("Any", names, type="cust"))
    assert {found[role].layout.layout.name for role in ("questions", "bullets", "text")} == {
        "Agenda"
    }


@pytest.mark.parametrize(
    ("share", "names", "expected"),
    [
        pytest.param(0.4, ["One", "Two Content"], "Two Content", id="a narrow text, two columns"),
        pytest.param(0.6, ["One", "Two Content"], "One", id="a text that is wide enough"),
        pytest.param(0.4, ["One"], "One", id="no columns"),
        pytest.param(0.4, ["Bullets", "Two Content"], "Bullets", id="its name says so"),
    ],
)
def test_bullets_stand_on_both_columns_rather_than_on_a_narrow_text(
    share: float, names: list[str], expected: str
) -> None:
    sources = [name if name in LAYOUTS else f"Title and Content = {name}" for name in names]
    design = master(Design("Any", sources, type="cust"), 0)
    width = round(PLAIN.opened.width * share)

    def narrowed(found: TemplateLayout) -> TemplateLayout:
        if found.name == "Two Content":
            return found
        placeholders = tuple(
            each._replace(box=each.box._replace(cx=width)) if each.idx == 1 else each
            for each in found.layout.placeholders
        )
        return found._replace(layout=found.layout._replace(placeholders=placeholders))

    layouts = tuple(map(narrowed, design.layouts))
    made = PLAIN._replace(masters=(design._replace(layouts=layouts),))
    found = match_layouts(made, {}, Diagnostics())
    assert found is not None
    bullets = next(each for each in found if each.role == "bullets")
    assert bullets.layout.name == expected


@pytest.mark.parametrize(
    ("type_", "expected"), [("objTx", "Two Content"), ("cust", "Two Content"), ("obj", "Caption")]
)
def test_bullets_stand_on_both_columns_rather_than_beside_their_headline(
    type_: str, expected: str
) -> None:
    """As where somebody took the title away from “Title and Content”."""
    sources = ["Title and Content = Content with Caption", "Two Content"]
    design = master(Design("Any", sources), 0)
    beside, columns = design.layouts
    width = PLAIN.opened.width
    x = {None: 0, 1: round(width * 0.4)}
    placeholders = tuple(
        each._replace(
            box=each.box._replace(x=x[each.idx], cx=round(width * (0.55 if each.idx else 0.3)))
        )
        for each in beside.layout.placeholders
        if each.idx in x
    )
    layout = beside.layout._replace(name="Content with Caption", placeholders=placeholders)
    layouts = (beside._replace(layout=layout, type=type_), columns)
    found = match_layouts(
        PLAIN._replace(masters=(design._replace(layouts=layouts),)), {}, Diagnostics()
    )
    assert found is not None
    bullets = next(each for each in found if each.role == "bullets")
    assert bullets.layout.name.split()[-1] == expected.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize(
    ("source", "is_copy"), [("Title and Content", True), ("Title Slide", False)]
)
def test_a_cover_is_for_lists_where_its_title_stands_where_lists_have_it(
    source: str, *, is_copy: bool
) -> None:
    """LibreOffice writes such a “Title Slide”."""
    names = [f"{source} = Cover", "Title and Content"]
    cover = matched(Design("Any", names, type="cust"))["cover"]
    assert (cover.layout.layout.name, cover.is_copy, cover.is_for_lists) == (
        "Cover",
        is_copy,
        is_copy,
    )


def test_types_that_most_layouts_state_are_not_believed() -> None:
    """As Keynote writes them: `tx` on a cover and on a page with a headline alone."""
    names = [
        "Title Slide = Title",
        "Title Only = Title - Top",
        "Title and Content = Title & Bullets",
    ]
    assert places(Design("White", names, type="tx")) == {
        "cover": "0 Title",
        "bullets": "0 Title & Bullets",
    }


def test_the_first_layout_with_a_low_title_and_a_short_text_is_the_cover() -> None:
    names = ["Section Header = Alpha", "Title and Content = Beta"]
    cover = matched(Design("Any", names, type="cust"))["cover"]
    assert (cover.layout.layout.name, cover.is_substitute) == ("Alpha", False)
    second = matched(Design("Any", names[::-1], type="cust"))["cover"]
    assert second.is_substitute


@pytest.mark.parametrize(
    "design",
    [
        Design("Any", ["Title Only"]),
        Design("Any", ["Title Only = Title Slide", "Title Only"], type="title"),
        Design("Any", []),
    ],
    ids=["a headline alone", "a cover without a text", "no layouts"],
)
def test_without_a_place_for_text_below_a_headline_no_template_is_used(design: Design) -> None:
    diagnostics = Diagnostics()
    assert match_layouts(template(design), {}, diagnostics) is None
    assert [each.code for each in diagnostics] == ["no-text-placeholder"]
