"""How well a layout suits a role: its stated type first, then its name, then its placeholders."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder, PlaceholderType, TextStyle
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.layout_score import layout_score
from deckgen.template.match.choosing.placeholder_roles import (
    LayoutContents,
    assign_placeholders,
    layout_contents,
)

WIDTH, HEIGHT = 1600, 900


def placeholder(
    type_: PlaceholderType, x: int, y: int, cx: int, cy: int, size: int = 18
) -> Placeholder:
    return Placeholder(None, type_, 1, type_, Box(x, y, cx, cy), (TextStyle(size, "000000"),))


def contents(title: Placeholder | None, *texts: Placeholder) -> LayoutContents:
    return LayoutContents(title, texts, (), WIDTH, HEIGHT)


TITLE = placeholder("title", 100, 50, 1400, 100)
BODY = placeholder("body", 100, 200, 1400, 600)
LEFT, RIGHT = placeholder("obj", 100, 200, 650, 600), placeholder("obj", 850, 200, 650, 600)
WIDER = placeholder("obj", 850, 200, 660, 600)
ONE_BODY, TWO_BODIES = contents(TITLE, BODY), contents(TITLE, LEFT, RIGHT)
ONE_LINE = contents(TITLE, placeholder("body", 100, 200, 1400, 50))
COVER = contents(
    placeholder("ctrTitle", 100, 300, 1400, 200), placeholder("subTitle", 0, 600, 900, 90)
)
HIGH_TITLE = contents(
    placeholder("title", 100, 300, 1400, 250), placeholder("body", 100, 600, 1400, 100)
)
TYPE, NAME, SHAPES = "PowerPoint marks it so", "it is called so", "its placeholders are such"


@pytest.mark.parametrize(
    ("role", "name", "type_", "found", "reason"),
    [
        ("bullets", "Whatever", "obj", ONE_BODY, TYPE),
        ("bullets", "Title and Content", "cust", ONE_BODY, NAME),
        ("bullets", "Layout 7", "cust", ONE_BODY, SHAPES),
        ("bullets", "Title and Content", "cust", ONE_LINE, NAME),
        ("bullets", "Title and Content", "cust", contents(TITLE, *ONE_LINE.texts * 2), ""),
        ("bullets", "Title and Content", "cust", contents(None, BODY), ""),
        ("bullets", "Title and Content over Text", "cust", ONE_BODY, NAME),
        ("bullets", "Title and Content over Text", "objOverTx", ONE_BODY, SHAPES),
        ("bullets", "Layout 7", "cust", ONE_LINE, ""),
        ("bullets", "Layout 7", "cust", TWO_BODIES, ""),
        ("bullets", "Layout 7", "obj", contents(None, BODY), ""),
        ("bullets", "Content slide - no image", "cust", ONE_BODY, NAME),
        ("bullets", "Image", "cust", ONE_BODY, ""),
        ("bullets", "Content slide - image", "cust", ONE_BODY._replace(pictures=(RIGHT,)), ""),
        ("quote", "Bild mit Zitat dunkel", "cust", ONE_BODY, NAME),
        ("quote", "Quote and section", "cust", ONE_BODY, ""),  # it may be the one or the other
        ("section", "Layout 7", "cust", HIGH_TITLE, SHAPES),
        ("closing", "Layout 7", "cust", HIGH_TITLE, ""),
        ("two-contents", "Layout 7", "cust", TWO_BODIES, SHAPES),
        ("two-contents", "Layout 7", "obj", TWO_BODIES, ""),
        ("quote", "Zitat", "obj", ONE_BODY, NAME),
        ("quote", "Layout 7", "cust", ONE_BODY, ""),
        ("cover", "Layout 7", "cust", COVER, SHAPES),
        ("cover", "Title", "cust", COVER, NAME),
        ("cover", "1_Titre", "cust", COVER, NAME),
        ("cover", "Title", "titleOnly", contents(TITLE), ""),
        ("cover", "Titel", "cust", ONE_BODY, ""),
        ("title-only", "Nur Titel", "cust", contents(TITLE), NAME),
        ("title-only", "Nur Titel", "titleOnly", ONE_BODY, ""),
        ("cover", "Titelfolie", "vertTx", ONE_BODY, ""),
        ("blank", "Leer", "cust", contents(None), NAME),
        ("bleed", "Layout 7", "cust", ONE_BODY, ""),
    ],
)
def test_what_speaks_for_a_layout(
    role: TemplateRole, name: str, type_: str, found: LayoutContents, reason: str
) -> None:
    score, said = layout_score(role, name, type_, found)
    assert said.startswith(reason)
    assert (score > 0) == bool(reason) == bool(said)


def test_a_type_beats_a_name_and_a_name_beats_placeholders() -> None:
    by_type, by_name, by_shapes = (
        layout_score("bullets", name, type_, ONE_BODY)[0]
        for name, type_ in (
            ("Layout 7", "obj"),
            ("Title and Content", "cust"),
            ("Layout 7", "cust"),
        )
    )
    assert by_type > by_name > by_shapes > 0


NUMBER = placeholder("body", 100, 200, 1400, 600, 96)

LINES = contents(placeholder("title", 100, 50, 1400, 50), *ONE_LINE.texts)


@pytest.mark.parametrize(
    ("role", "found", "assigned"),
    [
        ("bullets", ONE_BODY, {"title": TITLE, "body": BODY}),
        ("bullets", contents(TITLE), {}),
        ("closing", ONE_BODY, {"title": TITLE, "body": BODY}),
        ("bullets", contents(TITLE, LEFT, WIDER), {"title": TITLE, "body": LEFT}),
        ("section", ONE_BODY, {"title": TITLE, "subtitle": BODY}),
        ("section", contents(TITLE, NUMBER), {"title": TITLE, "progress": NUMBER}),
        ("two-contents", TWO_BODIES, {"title": TITLE, "body": LEFT, "second": RIGHT}),
        ("quote", ONE_BODY, {"title": TITLE, "body": BODY}),
        ("quote", COVER, {"title": COVER.title, "by": COVER.texts[0]}),
        ("quote", LINES, {"title": LINES.title, "body": LINES.texts[0]}),
        ("picture", ONE_BODY, {"title": TITLE}),
        ("blank", ONE_BODY, {}),
    ],
)
def test_which_placeholder_takes_which_content(
    role: TemplateRole, found: LayoutContents, assigned: dict[str, Placeholder]
) -> None:
    assert assign_placeholders(role, found) == assigned


def text(y: int, height: int, size: int, width: int = 1400) -> Placeholder:
    return placeholder("body", 100, y, width, height, size)


@pytest.mark.parametrize(
    ("texts", "headline"),
    [
        pytest.param((text(50, 80, 18), text(200, 600, 18)), 0, id="lower than the text below"),
        pytest.param((text(300, 80, 32), text(380, 80, 20)), 0, id="as low, but larger"),
        pytest.param((text(380, 80, 20), text(300, 80, 32)), 1, id="in whatever order"),
        pytest.param((text(300, 80, 20), text(380, 80, 20)), None, id="two lines of one size"),
        pytest.param((text(300, 80, 32, 500), text(380, 80, 20)), None, id="too narrow for it"),
    ],
)
def test_a_layout_without_a_title_has_its_first_line_as_the_headline(
    texts: tuple[Placeholder, ...], headline: int | None
) -> None:
    layout = Layout("Layout", None, "light", "", texts)
    expected = None if headline is None else texts[headline]
    assert layout_contents(layout, WIDTH, HEIGHT).title == expected
