"""The ground of a listing, and the distance of its lines, in every style and size."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, Shape
from tests.present import the_graphic
from tests.talks import talk


def listing(lines: int, size: str, style: str) -> tuple[Box, list[Shape]]:
    """Return the place of a listing of short lines, and its shape on each slide."""
    return drawn("\\n".join(f"step = {line}" for line in range(lines)), size, style)


def drawn(code: str, size: str, style: str) -> tuple[Box, list[Shape]]:
    fitted = talk(f'- {{title: T, code: "{code}"}}', size=size, style=style).compiled.fitted
    shapes = [
        graphic.shapes[0]
        for slide in fitted.deck.slides
        for _, graphic in slide.graphics
        if isinstance(graphic, Drawing)
    ]
    return max(shape.box for shape in shapes), shapes


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_the_ground_of_a_listing_takes_its_whole_place(size: str, style: str) -> None:
    (whole, (long,)), (_, (short,)) = (listing(lines, size, style) for lines in (9, 2))
    assert short.box == long.box == whole
    assert {short.anchor, long.anchor} == {"ctr"}


def test_the_ground_of_a_part_is_as_high_as_its_lines() -> None:
    whole, parts = listing(46, "16:9", "panel")
    lines = [len(part.body.paragraphs) for part in parts if part.body]
    around = [part.box.cy / count for part, count in zip(parts, lines, strict=True)]
    assert sum(lines) == 46
    assert len(set(lines)) == 2
    assert len({part.box.y for part in parts}) == 1
    assert max(around) - min(around) < 0.02 * max(around)
    assert all(part.box.bottom <= whole.bottom for part in parts)


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_listing_is_divided_between_its_functions_where_it_can_be(size: str, style: str) -> None:
    code = "def a():\\n" + "    step()\\n" * 11 + "\\n\\ndef b():\\n" + "    step()\\n" * 11
    _, shapes = drawn(code, size, style)
    firsts = [shape.body.paragraphs[0].text for shape in shapes if shape.body]
    assert firsts == ["def a():", "def b():"]
    assert all(16 <= shape.styles[0].size <= 18 for shape in shapes)


@pytest.mark.parametrize(
    ("lines", "style", "size"),
    [(1, "panel", 44), (3, "panel", 44), (4, "panel", 28), (1, "bold", 32), (3, "civic", 44)],
)
def test_few_lines_are_clearly_larger_than_their_headline_or_behind_it(
    lines: int, style: str, size: int
) -> None:
    _, (shape,) = listing(lines, "16:9", style)
    assert shape.styles[0].size == size


@pytest.mark.parametrize(("lines", "spacing"), [(2, 140), (7, 136), (9, 105)])
def test_lines_stand_further_apart_where_they_have_room(lines: int, spacing: int) -> None:
    _, shapes = listing(lines, "16:9", "panel")
    assert {shape.styles[0].line_spacing for shape in shapes} == {spacing}


QUERY = "SELECT name, count(*) AS calls, avg(minutes) AS minutes FROM calls {}GROUP BY station;"


@pytest.mark.parametrize(
    ("code", "size", "hangs"),
    [
        ("SELECT name FROM calls;", 44, False),
        (QUERY.format(""), 20, True),
        (QUERY.format("JOIN station USING (id) WHERE day > now() "), 20, True),
        ("x" * 90, 15, False),
        ("a-" * 45, 15, False),
    ],
    ids=["a short line", "a long one", "a longer one", "one without blanks", "one of hyphens"],
)
def test_long_lines_are_broken_at_blanks_before_they_are_small(
    code: str, size: int, *, hangs: bool
) -> None:
    made = talk(f"- {{title: T, code: '{code}'}}", style="panel")
    drawing = the_graphic(made.compiled.fitted.deck.slides[0], Drawing)
    (shape,) = drawing.shapes
    assert shape.body
    assert shape.body.paragraphs[0].text == code
    assert (shape.styles[0].size, shape.body.outdent > 0) == (size, hangs)


RULE = (
    ".open-questions { display: grid; grid-template-columns: "
    "repeat(auto-fill, minmax(240px, 1fr)); }"
)


@pytest.mark.parametrize(
    ("code", "size", "narrower"),
    [
        (RULE, 20, True),  # whole words, as the line ends earlier
        (f"{RULE[:-2]} /* {'auto-fill-' * 6} */", 16, False),
    ],
    ids=["whole words in narrower lines", "a word of hyphens is broken, and not refused"],
)
def test_lines_with_hyphens_are_broken_between_words_where_that_can_be(
    code: str, size: int, *, narrower: bool
) -> None:
    made = talk(f"- {{title: T, code: '{code}'}}", style="panel", size="4:3")
    drawing = the_graphic(made.compiled.fitted.deck.slides[0], Drawing)
    (shape,) = drawing.shapes
    assert shape.body
    assert shape.body.side_insets
    left, right = shape.body.side_insets
    assert (shape.styles[0].size, right > left) == (size, narrower)
    (frame,) = (
        found
        for found in made.slides[0]._element.iter("{*}bodyPr")
        if found.get("rIns") == str(right)
    )
    assert frame.get("lIns") == str(left)


def test_the_rest_of_a_long_line_hangs_below_its_beginning() -> None:
    """All paragraphs of a listing have one margin, from which their beginning stands back."""
    (slide,) = talk(f"- {{title: T, code: '{QUERY.format('')}'}}", style="panel").slides
    properties = [found for found in slide._element.iter("{*}pPr") if found.get("marL") != "0"]
    assert [int(found.get("marL")) + int(found.get("indent")) for found in properties] == [0]
