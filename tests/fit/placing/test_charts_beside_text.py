"""Charts beside text are wider where it leaves room, or across the page, where names need it."""

from pathlib import Path

import pptx
import pytest
from pptx.util import Inches

from deckgen.deck.graphics import Chart
from deckgen.deck.slide import Slide
from tests.present import present, the_graphic
from tests.talks import talk
from tests.template.opened import plain_template

FEW = "Radiology has the fewest."
MANY = "Many words stand beside this chart. " * 14
TWO = "{kind: column, data: {Orthopaedics: 12, Radiology: 6}}"
WARDS = (
    "{kind: column, data: {Orthopaedics: 12, Internal medicine: 21, Gynaecology: 9, Radiology: 6, "
    "Paediatrics: 8}}"
)
FOUR = "{kind: column, data: {North: 12, East: 21, South: 9, West: 6}}"
BUSES = (
    "{kind: column, data: {Schnellbuslinie: 12, Tram: 19, Fahrradverleihsystem: 25, Fähre: 3}, "
    "unit: a day}"
)
YEARS = "{{kind: line, data: {{{}}}}}".format(
    ", ".join(f"{year}: {year - 2000}" for year in range(2006, 2024))
)
SOURCES = (
    "{kind: donut, data: {State: 41, Third-party funds: 17, Tuition fees: 13, Foundations: 11, "
    "Donations: 8, Licences: 6, Other income: 4}}"
)

DISTRICTS = (
    r'{kind: scatter, data: "District; Minutes; Rent\nAltstadt; 3; 14.2\nNordvorstadt; 9; 11.8\n'
    r"Am Wasserturm; 12; 11.2\nLindenhof; 15; 9.8\nKauerndorf; 17; 8.9\nLerchenberg; 21; 9.1\n"
    r'Südviertel; 8; 12.4\nPoschwitz; 24; 7.2\nZschernitzsch; 26; 6.9"}'
)


def shown(
    text: str, chart: str, order: str = "chart first", style: str = "panel"
) -> tuple[Slide, Chart]:
    keys = [f"chart: {chart}", f"text: {text}"]
    entry = ", ".join(["title: T", *(keys if order == "chart first" else reversed(keys))])
    (slide,) = talk(f"- {{{entry}}}", style=style).compiled.fitted.deck.slides
    chart_there = the_graphic(slide, Chart)
    return slide, chart_there


def columns(chart: Chart) -> float:
    """Return how many columns of twelve a chart is wide."""
    assert chart.box
    return round((chart.box.cx / 914_400 + 0.3) / (11.833 + 0.3) * 12, 1)


@pytest.mark.parametrize(
    ("text", "chart", "wide", "step"),
    [
        (FEW, TWO, 6, 1),
        (FEW, WARDS, 8, 1),
        (FEW, YEARS, 12, 1),
        (MANY, YEARS, 6, 3),
        (FEW, SOURCES, 8, 1),
        (MANY, SOURCES, 6, 1),
        (FEW, FOUR, 7, 1),
        ("Fewer.", FOUR, 8, 1),
        (MANY, FOUR, 6, 1),
        ("Radiology has the fewest patients of all.", FOUR, 7, 1),
        ("Radiology has the fewest patients of all wards, and a long list besides.", FOUR, 6, 1),
    ],
    ids=[
        "names have room",
        "names are level beside a narrower text",
        "names are level across the page",
        "a long text keeps its half",
        "a ring with a legend is larger",
        "a ring beside a long text is not",
        "several columns have what a short line leaves",
        "a shorter line leaves more",
        "several columns beside a long text have their half",
        "two lines in a narrower place leave most of the height",
        "three lines are no short text",
    ],
)
def test_how_wide_a_chart_beside_text_is(text: str, chart: str, wide: int, step: int) -> None:
    _, placed = shown(text, chart)

    assert columns(placed) == pytest.approx(wide, abs=0.15)
    assert placed.plot
    assert placed.plot.category_step == step
    assert not placed.plot.rotated_names


@pytest.mark.parametrize(
    ("text", "wide", "naming"),
    [("Men drink more, women move less. Both smoke less.", 7, "direct"), (MANY, 6, "legend")],
)
def test_stacks_are_wider_where_their_series_are_named_so(
    text: str, wide: int, naming: str
) -> None:
    rows = r"Sex; Smoke; Drink; Sit for most of a day\nWomen; 11; 14; 38\nMen; 15; 27; 33"
    _, placed = shown(text, f'{{kind: stacked, data: "{rows}"}}')

    assert columns(placed) == pytest.approx(wide, abs=0.15)
    assert placed.plot
    assert placed.plot.series_naming == naming


@pytest.mark.parametrize("order", ["chart first", "text first"])
def test_a_chart_across_the_page_stands_above_or_below_its_text_as_they_are_read(
    order: str,
) -> None:
    slide, placed = shown(FEW, YEARS, order)
    (words,) = [body.box for role, body in slide.placeholders if role in {"body", "second"}]
    assert words
    assert placed.box
    first, last = (placed.box, words) if order == "chart first" else (words, placed.box)

    assert first.bottom <= last.y
    assert words.x == placed.box.x
    assert words.cx == placed.box.cx


@pytest.mark.parametrize(
    ("bullets", "kind"),
    [("[Takt, Ein Tarif, Warm]", "column"), ("[Takt, Ein Tarif, Barrierefrei, Warm]", "bar")],
)
def test_columns_that_would_be_flat_across_the_page_are_bars_beside_their_text(
    bullets: str, kind: str
) -> None:
    entry = f"- {{title: T, chart: {BUSES}, bullets: {bullets}}}"
    (slide,) = talk(entry, style="panel").compiled.fitted.deck.slides

    assert the_graphic(slide, Chart).kind == kind


@pytest.mark.parametrize("order", ["chart first", "text first"])
@pytest.mark.parametrize("style", ["band", "panel"])
def test_a_pie_with_long_names_stands_across_a_narrow_page(style: str, order: str) -> None:
    names = "Neighbours and friends: 30, Schools and kindergartens: 18, Visitors from elsewhere: 9"
    more = "Shopkeepers: 20, Town hall: 12, Associations: 11"
    keys = [f"chart: {{kind: pie, data: {{{names}, {more}}}}}", "bullets: [Everybody came, Twice]"]
    entry = ", ".join(["title: T", *(keys if order == "chart first" else reversed(keys))])
    (slide,) = talk(f"- {{{entry}}}", style=style, size="4:3").compiled.fitted.deck.slides
    chart = the_graphic(slide, Chart)
    assert chart.box
    assert chart.plot
    assert chart.plot.area.width * chart.box.cx >= 2 * 914_400


LONG_BULLET = "Somebody has to know whom to ring up at night and who has the key to our shop"


@pytest.mark.parametrize(
    ("name", "size", "bullet", "wide"),
    [
        ("Posts", "4:3", LONG_BULLET, 6),
        ("Two part-time posts", "4:3", LONG_BULLET, 12),
        ("Two part-time posts", "16:9", LONG_BULLET, 6),
        ("Posts", "16:9", "Somebody knows whom to ring up", 7),
        ("Posts", "4:3", "Few", 8),
    ],
)
def test_bars_behind_long_names_or_beside_short_lines_have_a_wider_chart(
    name: str, size: str, bullet: str, wide: int
) -> None:
    bullets = f"bullets: [{bullet}, Yes]"
    entry = f"title: T, chart: {{kind: bar, data: {{{name}: 66, Tools: 38}}}}, {bullets}"
    (slide,) = talk(f"- {{{entry}}}", style="panel", size=size).compiled.fitted.deck.slides
    chart = the_graphic(slide, Chart)
    assert chart.box
    place = {"4:3": 8.8, "16:9": 11.833}[size] * 914_400
    assert chart.box.cx / place == pytest.approx(wide / 12, abs=0.03)


@pytest.mark.parametrize(("style", "inches"), [("band", 2.6), ("panel", 3.0)])
def test_a_small_ring_with_its_names_takes_more_of_a_narrow_page(style: str, inches: float) -> None:
    entry = (
        "title: T, bullets: [Most crews are volunteers, Stations have two posts], "
        "chart: {kind: donut, data: {Volunteers: 62, Full-time: 29, Trainees: 9}}"
    )
    (slide,) = talk(f"- {{{entry}}}", style=style, size="4:3").compiled.fitted.deck.slides
    chart = the_graphic(slide, Chart)
    assert chart.box
    assert chart.plot
    assert chart.plot.series_naming == "none"
    assert chart.plot.area.width * chart.box.cx >= inches * 914_400


@pytest.mark.parametrize("style", ["bold", "band", "civic"])
def test_a_tiny_ring_is_larger_beside_text_a_size_smaller(style: str) -> None:
    """In half of a narrow page, with its legend below it, the ring would be 1.4 inches wide."""
    said = (
        "Staff and welfare are two thirds, Interest has doubled since 2022, Six per cent are ours"
    )
    parts = "Staff: 38, Welfare: 27, Building and roads: 14, Arts: 6, Town hall: 9, Interest: 6"
    entry = f"title: T, chart: {{kind: donut, unit: Shares, data: {{{parts}}}}}, bullets: [{said}]"
    (slide,) = talk(f"- {{{entry}}}", style=style, size="4:3").compiled.fitted.deck.slides
    chart = the_graphic(slide, Chart)
    assert chart.box
    assert chart.plot
    assert chart.plot.area.width * chart.box.cx >= 1.8 * 914_400


@pytest.mark.parametrize(("points", "wide"), [(4, 7), (9, 12)])
def test_points_have_a_wider_chart_where_their_names_would_touch(points: int, wide: int) -> None:
    header, *rows = DISTRICTS.split(r"\n")
    chart = r"\n".join([header, *rows[: points - 1], rows[-1]])
    _, placed = shown(FEW, chart, style="bold")
    assert columns(placed) == pytest.approx(wide, abs=0.15)


AMT = "Amt für Stadtentwicklung und Bauen: 12, Wohnungsbaugenossenschaft: 7, Kämmerei: 4"
LONG = f"{AMT}, Eigenbetrieb Abwasserbeseitigung: 9, Ordnungsamt und Bürgerservice: 22"
STACKS = (
    r'"Amt; 2025; 2026\nWohnungsbaugenossenschaft; 3; 4\nStraßenverkehrsbehörde; 5; 6\n'
    r'Stadtentwicklungsgesellschaft; 7; 8\nVerwaltungsgemeinschaft; 9; 9"'
)


@pytest.mark.parametrize(
    ("chart", "kind", "codes"),
    [
        (f"{{kind: column, data: {{{LONG}}}}}", "bar", ["long-names"]),
        (f"{{kind: stacked, data: {STACKS}}}", "stacked-bar", ["long-names"]),
        ("{kind: column, data: {Kämmerei: 4, Ordnungsamt: 22}}", "column", []),
        # Years and months are thinned out.
        (
            "{kind: column, data: {"
            + ", ".join(f"Haushaltsjahr {year}: {year}" for year in range(2010, 2026))
            + "}}",
            "column",
            [],
        ),
    ],
    ids=["columns", "stacks", "short names", "years"],
)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_columns_whose_names_are_level_nowhere_become_bars(
    size: str, chart: str, kind: str, codes: list[str]
) -> None:
    made = talk(f"- {{title: T, chart: {chart}}}", style="band", size=size, lang="de-DE")
    placed = the_graphic(made.compiled.fitted.deck.slides[0], Chart)
    assert placed.kind == kind
    assert [found.code for found in made.diagnostics] == codes


@pytest.mark.parametrize("kind", ["bar", "stacked-bar", "column", "line"])
def test_from_the_right_words_and_bars_are_mirrored_and_time_is_not(kind: str) -> None:
    data = "[[Year, A, B], [One, 4, 7], [Two, 6, 2]]"
    entry = f"- {{title: T, chart: {{kind: {kind}, data: {data}, unit: Units, source: Us}}}}"
    usual, turned = (
        present(the_graphic(talk(entry, lang=lang).compiled.deck.slides[0], Chart).plot)
        for lang in ("en", "ar")
    )
    mirror = kind in {"bar", "stacked-bar"}
    before, after = usual.area, turned.area
    assert after.width == pytest.approx(before.width, abs=0.02)
    left = 1 - before.x - before.width if mirror else before.x
    assert after.x == pytest.approx(left, abs=0.02)
    for words in (turned.unit, turned.source):
        box = present(words)
        assert box.x + box.width == pytest.approx(1)


def test_a_chart_beside_few_words_is_wider_on_a_template_too(tmp_path: Path) -> None:
    template = tmp_path / "t.potx"
    template.write_bytes(plain_template())
    made = talk(f"- {{title: T, chart: {FOUR}, text: {FEW}}}", brand=template)
    (slide,) = made.compiled.fitted.deck.slides
    chart, text = present(the_graphic(slide, Chart).box), present(present(slide.text("second")).box)
    assert chart.cx > 1.3 * text.cx
    assert chart.right < text.x


@pytest.mark.parametrize("wide", [2.5, 2.2])
def test_words_give_a_chart_only_what_leaves_them_lines_of_several_words(
    wide: float, tmp_path: Path
) -> None:
    deck, template = pptx.Presentation(), tmp_path / "t.pptx"
    for at, place in enumerate(list(deck.slide_layouts[3].placeholders)[1:3]):
        place.left, place.width = Inches(0.5 + (wide + 0.2) * at), Inches(wide)
    deck.save(str(template))
    chart = "{kind: column, unit: passengers, data: {2022: 1240, 2023: 1960, 2024: 2510}}"
    entry = f"- {{title: T, bullets: [A bus every hour, One fare], chart: {chart}}}"
    (slide,) = talk(entry, brand=template).compiled.fitted.deck.slides
    words = present(slide.text("body"))
    assert present(words.box).cx >= Inches(1.8)
