"""People without pictures have initials, smaller names before none."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics import Drawing, Picture, Shape
from deckgen.deck.layout import EMU_PER_INCH
from tests.fit.graphics.test_captions_in_styles import png
from tests.present import the_graphic
from tests.sampled import pairs, sampled
from tests.talks import talk

NAMES = (
    "Ruth Ashdown",
    "Imran Holt",
    "Maggie Dale",
    "Karl-Heinz Oberschulte-Beckmann",
    "Anna Li",
    "Jo Roe",
    "Eva Wu",
    "Tim Tau",
)


@pytest.mark.parametrize(
    ("count", "style", "size"), sampled(pairs(range(1, 9), style_names(), ["16:9", "4:3"]), every=8)
)
def test_up_to_eight_people_have_initials(count: int, size: str, style: str) -> None:
    people = ", ".join(f"{{name: {name}, role: Town}}" for name in NAMES[:count])
    made = talk(f"- {{title: T, people: [{people}]}}", style=style, size=size)
    (slide,) = made.compiled.fitted.deck.slides
    names = [
        shape.name
        for _, graphic in slide.graphics
        if isinstance(graphic, Drawing)
        for shape in graphic.shapes
    ]
    assert [name for name in names if name.startswith("Initials")] == [
        f"Initials {at}" for at in range(1, count + 1)
    ]


def test_a_long_role_makes_portraits_beside_it_smaller_before_they_stand_above() -> None:
    role = "Stadtentwicklungsgesellschaft"
    people = ", ".join(f"{{name: {name}, role: {role}}}" for name in NAMES[:4])
    made = talk(f"- {{title: T, people: [{people}]}}", style="civic", lang="de-DE")
    (slide,) = made.compiled.fitted.deck.slides
    for _, graphic in slide.graphics:
        assert isinstance(graphic, Drawing)
        initials, words = graphic.shapes
        assert initials.box.right < words.box.x
        assert initials.box.cx > 1.75 * EMU_PER_INCH


def placed_names(people: str, size: str, style: str) -> list[Shape]:
    """Return the shapes with names and roles, in reading order."""
    made = talk(f"- {{title: Who has the key, people: [{people}]}}", style=style, size=size)
    graphics = [graphic for _, graphic in made.compiled.fitted.deck.slides[0].graphics]
    shapes = [shape for each in graphics if isinstance(each, Drawing) for shape in each.shapes]
    return [shape for shape in shapes if shape.name.startswith("Name")]


@pytest.mark.parametrize(
    ("people", "size", "style", "points"),
    [
        ("{name: Anna, role: Baker}", "16:9", "bold", 44),
        ("{name: Anna, role: Baker}", "4:3", "panel", 44),
        ("{name: Anna, role: Head of the department of roads and of bridges}", "4:3", "panel", 44),
        (f"{{name: Anna, role: {'Head of roads and bridges ' * 3}}}", "4:3", "panel", 28),
        (f"{{name: Anna, role: {'Head of roads and bridges ' * 7}}}", "4:3", "panel", 24),
        ("{name: Prof. Dr. Friederike Sondermann-Blankenhorn, role: Chair}", "4:3", "panel", 28),
    ],
)
def test_the_name_of_one_person_is_as_large_as_leaves_it_one_line_and_the_role_three(
    people: str, size: str, style: str, points: int
) -> None:
    (shape,) = placed_names(people, size, style)
    assert shape.styles[0].size == points


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Dr Ines Carvalho", "IC"), ("Prof. Dr. Ole Pätz", "OP"), ("Ärzte", "Ä"), ("Dr.", "D")],
)
def test_initials_are_those_of_names_not_of_titles(name: str, letters: str) -> None:
    made = talk(f"- {{title: T, people: [{{name: {name}}}]}}")
    graphic = the_graphic(made.compiled.fitted.deck.slides[0], Drawing)
    body = graphic.shapes[0].body
    assert body
    assert body.text == letters


@pytest.mark.parametrize(("size", "style"), [("16:9", "bold"), ("16:9", "minimal")])
def test_eight_people_of_whom_one_has_a_long_role_stand_in_two_columns(
    size: str, style: str
) -> None:
    long = "{name: Carla Vorbild-Oberhausen, role: Head of conservation and restoration}"
    people = ", ".join([long, *["{name: Bernd Beispiel, role: Engineer}"] * 7])
    names = placed_names(people, size, style)
    assert len(names) == 8
    assert len({shape.box.x for shape in names}) == 2


def test_long_names_and_roles_of_one_person_leave_the_others_their_initials() -> None:
    roles = {
        "Dr. Marie-Luise Schwarzenberger": "Head of the budget and of all holdings of the town",
        "Ole Pätz": "Controlling",
        "Karl-Heinz Oberschulte-Beckmann": "Chair of the committee",
        "Jo Roe": "Treasurer",
        "Ute Lang": "Desk",
    }
    people = ", ".join(f"{{name: {name}, role: {role}}}" for name, role in roles.items())
    made = talk(f"- {{title: T, people: [{people}]}}", style="band", size="4:3")
    graphics = [graphic for _, graphic in made.compiled.fitted.deck.slides[0].graphics]
    assert len(graphics) == 5
    tops = sorted({each.shapes[0].box.y for each in graphics if isinstance(each, Drawing)})
    assert tops[1] - tops[0] > tops[2] - tops[1]


@pytest.mark.parametrize(("count", "columns"), [(5, 5), (6, 3), (7, 3), (8, 3)])
def test_many_names_stand_on_one_line_each_though_initials_are_smaller(
    count: int, columns: int
) -> None:
    """In one row of six or more, names of two words would take two lines."""
    people = ", ".join([f"{{name: Henrik Sandvik, role: Boat {at}}}" for at in range(count)])
    names = placed_names(people, "16:9", "band")
    assert len({shape.box.x for shape in names}) == columns


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_words_stand_beside_the_portrait_of_one_person(size: str, style: str) -> None:
    made = talk("- {title: T, people: [{name: Anna, role: Baker}]}", style=style, size=size)
    graphic = the_graphic(made.compiled.fitted.deck.slides[0], Drawing)
    initials, words = graphic.shapes
    assert initials.box.right < words.box.x
    assert initials.box.y < words.box.y < initials.box.bottom


def test_names_of_several_are_broken_between_words_before_portraits_are_as_large_as_may_be() -> (
    None
):
    """Five in a row would break “Adeyemi-Thornton” at its hyphen; in two columns nothing is."""
    names = ("Ann Bell", "Tom Oduya", "Grace Adeyemi-Thornton", "Ed Fox", "Kit Hall")
    people = ", ".join(f"{{name: {name}, role: Coach}}" for name in names)
    boxes = [shape.box for shape in placed_names(people, "4:3", "band")]
    assert len({box.x for box in boxes}) < len(names)


FIVE = ("Ann Bell", "Dr. Hans-Joachim Brettschneider", "Tom Oduya", "Ed Fox", "Kit Hall")


@pytest.mark.parametrize(("style", "columns"), [("panel", 2), ("editorial", 1)])
def test_rows_of_names_beside_their_initials_use_the_height(style: str, columns: int) -> None:
    people = ", ".join(f"{{name: {name}, role: Coach}}" for name in FIVE)
    made = talk(f"- {{title: T, people: [{people}]}}", style=style)
    graphics = [graphic for _, graphic in made.compiled.fitted.deck.slides[0].graphics]
    boxes = [each.shapes[0].box for each in graphics if isinstance(each, Drawing)]
    place = made.compiled.brand.layout("bullets").graphic_box("body")
    assert len({box.x for box in boxes}) == columns
    gap = boxes[columns].y - boxes[0].bottom
    assert 0.2 * EMU_PER_INCH <= gap <= 0.75 * EMU_PER_INCH
    assert 0.75 * place.cy < boxes[-1].bottom - place.y <= place.cy


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_the_grounds_of_initials_end_at_the_margin_above_names(count: int, size: str) -> None:
    people = ", ".join(f"{{name: {name}, role: Town}}" for name in NAMES[:count])
    made = talk(f"- {{title: T, people: [{people}]}}", style="band", size=size)
    graphics = [graphic for _, graphic in made.compiled.fitted.deck.slides[0].graphics]
    boxes = [each.shapes[0].box for each in graphics if isinstance(each, Drawing)]
    place = made.compiled.brand.layout("bullets").graphic_box("body")
    assert len(boxes) == count
    assert boxes[0].x == place.x
    assert abs(boxes[-1].right - place.right) < EMU_PER_INCH // 100
    assert all(box.cy <= box.cx <= 2 * box.cy for box in boxes)


@pytest.mark.parametrize(("pixels", "codes"), [(100, ["coarse-picture"]), (400, [])])
def test_a_portrait_with_few_pixels_is_told(pixels: int, codes: list[str]) -> None:
    entry = "- {title: T, people: [{name: Ruth, role: Town, picture: {file: a.png}}, {name: Jo}]}"
    made = talk(entry, files={"a.png": png((pixels, pixels))})
    assert made.codes == codes


@pytest.mark.parametrize(("size", "sides"), [("16:9", {105}), ("4:3", {62})])
def test_portraits_of_many_with_long_names_are_small_before_they_do_not_fit(
    size: str, sides: set[int]
) -> None:
    """Sides are in hundredths of an inch."""
    long = "name: Karl-Heinz Oberschulte-Beckmann, role: Head of the budget and of all holdings"
    people = ", ".join([f"{{{long}, picture: {{file: a.png}}}}"] * 7)
    entry = f"- {{title: T, people: [{people}]}}"
    made = talk(entry, files={"a.png": png((400, 400))}, style="panel", size=size)
    pictures = [each for _, each in made.compiled.fitted.deck.slides[0].graphics]
    boxes = [each.box for each in pictures if isinstance(each, Picture) and each.box]
    assert {round(box.cx * 100 / EMU_PER_INCH) for box in boxes} == sides
