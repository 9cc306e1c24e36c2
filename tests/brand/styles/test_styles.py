"""What holds for every layout of every style, in both tones and both formats."""

from functools import cache
from itertools import combinations, pairwise, product
from typing import get_args

import pytest

from deckgen.brand.brand import Brand
from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, mixed
from deckgen.brand.design.page import DEEP, PAPER, Page, SlideFormat
from deckgen.brand.design.parts import footers
from deckgen.brand.design.style import Drawing, recipe
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import read_logo
from deckgen.brand.styles import is_style, style_named, style_names, unknown_style
from deckgen.brand.tokens import PLAIN_TOKENS, ColorTokens, LogoPlaces
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Layout
from deckgen.deck.slide import LayoutRole, PictureRole, Tone
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.find_brand import BrandFile, read_brand
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import changed
from tests.present import present
from tests.sampled import sampled
from tests.test_readable import PALETTES

SPAN = Span("brand.yaml", 1, 1)
SIZES: tuple[SlideFormat, ...] = ("16:9", "4:3")
every_style = pytest.mark.parametrize("style", style_names())
every_size = pytest.mark.parametrize("size", SIZES)


@cache
def brand_of(style: str, size: SlideFormat = "16:9") -> Brand:
    diagnostics = Diagnostics()
    brand = generate_brand(changed(PLAIN_TOKENS, style=style), size, None, diagnostics)
    assert list(diagnostics) == []
    return brand


@every_style
def test_a_style_is_found_by_its_name_and_explains_itself(style: str) -> None:
    found = style_named(style)
    assert is_style(style)
    assert found.summary.endswith(".")
    assert found.manual.strip().count("\n") > 1


@every_style
@pytest.mark.parametrize("palette", sampled([*PALETTES], every=4))
def test_a_style_serves_any_palette_that_can_be_read(style: str, palette: str) -> None:
    diagnostics = Diagnostics()
    text = f"name: Own\nstyle: {style}\ncolors: {{{PALETTES[palette]}}}\n".encode()
    files = MemoryOverlay({"own.yaml": text}, Workspace("."))
    assert read_brand(BrandFile("own.yaml", files), None, None, diagnostics) is not None
    assert list(diagnostics) == []


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("pannel", "Did you mean panel?"),
        ("Panel", "Did you mean panel?"),
        ("x" * 500, f"The styles are: {', '.join(style_names())}."),
        ("../panel", "Did you mean panel?"),
        ("", f"The styles are: {', '.join(style_names())}."),
    ],
)
def test_another_name_is_told_with_a_way_out(name: str, way_out: str) -> None:
    assert not is_style(name)
    assert unknown_style(name)[1] == way_out
    with pytest.raises(KeyError):
        style_named(name)


_MAY_LACK: frozenset[str | None] = frozenset({"question-whole", "question-contents"})
"""Those of questions with a graphic, for styles whose other layouts have no place for a number."""


@every_style
def test_all_styles_have_the_same_layouts(style: str) -> None:
    layouts, panel = (
        {
            (layout.name.partition(" (")[0], layout.role)
            for layout in brand_of(each).layouts
            if layout.role not in _MAY_LACK
        }
        for each in (style, "panel")
    )
    assert layouts == panel


@every_style
def test_all_styles_have_places_for_the_same_texts(style: str) -> None:
    places, others = (
        {
            f"{layout.name.partition(' (')[0]}: {found.role} {found.idx}"
            for layout in brand_of(each).layouts
            if layout.role not in _MAY_LACK
            for found in layout.placeholders
            # A half picture may have no date. Questions with a picture may have their number at its
            # place, or behind the kicker.
            if found.role != "day" and found.idx != 14
        }
        for each in (style, "panel")
    )
    assert sorted(places ^ others) == []
    assert brand_of(style).layout("closing").graphic_box("second")


def test_a_style_that_lacks_a_layout_says_which() -> None:
    found = style_named("panel")
    few = found._replace(recipes=found.recipes[1:])
    with pytest.raises(LookupError, match="no recipe for: Cover"):
        few.layouts("16:9")


def test_a_recipe_for_a_layout_that_there_is_not_says_which_there_are() -> None:
    with pytest.raises(LookupError, match="“Kover”; they are: Cover, Section"):
        recipe("Kover", "light", PAPER, DEEP, found_nowhere)


def found_nowhere(page: Page) -> Drawing:
    """Draw nothing."""
    return footers(page, 0), ()


@every_style
@every_size
def test_every_role_has_a_layout_in_both_tones(size: SlideFormat, style: str) -> None:
    brand = brand_of(style, size)
    for role, tone in product(get_args(LayoutRole), get_args(Tone)):
        assert brand.layout(role, tone).placeholder("title") is not None, (role, tone)


@every_style
@every_size
@pytest.mark.parametrize("role", ["questions", "question", "bullets", "text"])
def test_pages_of_content_have_the_whole_frame(
    role: LayoutRole, size: SlideFormat, style: str
) -> None:
    layout = brand_of(style, size).layout(role, "light")
    types = {placeholder.type for placeholder in layout.placeholders}
    assert {"title", "dt", "ftr", "sldNum"} <= types
    assert layout.placeholder("body")
    assert layout.placeholder("kicker")


@every_style
@every_size
def test_placeholders_stand_on_the_page_and_apart(size: SlideFormat, style: str) -> None:
    brand = brand_of(style, size)
    for layout in map(Layout.with_kicker, brand.layouts):
        # On a picture that fills the slide, its headline stands on a panel.
        boxes = [found.box for found in layout.placeholders if found.type != "pic"]
        assert all(map(Box(0, 0, brand.width, brand.height).contains, boxes))
        for box, other in combinations(boxes, 2):
            assert not box.overlaps(other), f"{layout.name}: {box} and {other}"


@every_style
@every_size
def test_headline_and_body_share_one_edge(size: SlideFormat, style: str) -> None:
    """Below the headline that at the left of its words, beside it that at the top.

    A headline at the foot of the page has no list below it. The speaker of a cover may stand
    anywhere.
    """
    for layout in map(Layout.with_kicker, brand_of(style, size).layouts):
        title, body = layout.placeholder("title"), layout.placeholder("body")
        if title is None or body is None or body.type == "pic" or body.idx == 13:
            continue
        if body.box.y >= title.box.bottom:
            hanging = body.box.x + body.level_styles[0].margin
            assert title.box.x in {body.box.x, hanging}, layout.name
        elif body.box.bottom > title.box.y and title.anchor == "t":
            assert title.box.y == body.box.y, layout.name


@every_style
@every_size
def test_every_layout_with_a_picture_has_a_place_for_it_beside_its_text(
    size: SlideFormat, style: str
) -> None:
    roles = [role for role in get_args(PictureRole) if role not in _MAY_LACK]
    for role, tone in product(roles, get_args(Tone)):
        layout = brand_of(style, size).layout(role, tone)
        assert (layout.role, layout.tone) == (role, tone)
        place = layout.graphic_box("picture")
        for placeholder in layout.placeholders:
            if placeholder.type != "pic" and not placeholder.scrim:
                assert not placeholder.box.overlaps(place), (role, tone, placeholder.role)


@pytest.mark.parametrize(
    "colors", [PLAIN_TOKENS.colors, changed(PLAIN_TOKENS.colors, deep="7A1FA2")]
)
@pytest.mark.parametrize("tone", get_args(Tone))
def test_a_headline_on_a_scrim_is_read_over_white_and_over_black(
    tone: Tone, colors: ColorTokens
) -> None:
    brand = generate_brand(changed(PLAIN_TOKENS, colors=colors), "16:9", None, Diagnostics())
    title = present(brand.layout("scrim", tone).placeholder("title"))
    text, fill = (brand.theme_colors[name] for name in (title.level_styles[0].color, title.fill))
    for picture in ("FFFFFF", "000000"):
        assert contrast_ratio(text, mixed(picture, fill, title.scrim / 100)) >= TEXT_MINIMUM


@every_style
@every_size
def test_small_text_reads_from_the_last_row(size: SlideFormat, style: str) -> None:
    least = {"kicker": 18, "footer": 14, "day": 14, "number": 14, "date": 18}
    for layout in brand_of(style, size).layouts:
        for placeholder in layout.placeholders:
            for level in placeholder.level_styles:
                assert level.size >= least.get(placeholder.role or "", 18), layout.name


@every_style
@pytest.mark.parametrize(
    ("logo_on", "roles"),
    sampled(
        [("cover-and-closing", {"cover", "closing"}), ("all", {"cover", "closing", "bullets"})],
        every=2,
    ),
)
def test_the_logo_stands_where_the_brand_says(
    style: str, logo_on: LogoPlaces, roles: set[LayoutRole]
) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    logo = read_logo("logo.svg", svg, SPAN, Diagnostics())
    tokens = changed(PLAIN_TOKENS, style=style, logo_on=logo_on)
    brand = generate_brand(tokens, "16:9", logo, Diagnostics())
    parts = {part.name: part.data for part in brand.parts}
    shown = {layout.role for layout in brand.layouts if b'name="Logo"' in parts[layout.part_name]}
    assert shown & {"cover", "closing", "bullets", "text"} >= roles
    pictured = {"cover-picture", "closing-picture"}
    assert logo_on == "all" or shown <= {"cover", "closing"} | pictured


@every_size
def test_the_title_of_a_section_of_editorial_stands_at_the_foot(size: SlideFormat) -> None:
    title = present(brand_of("editorial", size).layout("section").placeholder("title"))
    assert title.anchor == "b"
    assert title.box.bottom > 5.5 * 72 * EMU_PER_POINT


@every_size
def test_all_that_stands_on_a_band_has_one_baseline(size: SlideFormat) -> None:
    layout = brand_of("band", size).layout("question").with_kicker()
    baselines = {
        round(found.box.bottom / EMU_PER_POINT - 0.25 * found.level_styles[0].size, 1)
        for found in layout.placeholders
        if found.role in {"kicker", "footer", "number"}
    }
    assert len(baselines) == 1


@every_style
@every_size
def test_the_date_of_a_cover_beside_a_picture_stands_with_the_other_texts(
    size: SlideFormat, style: str
) -> None:
    layout = brand_of(style, size).layout("cover-picture")
    boxes = {found.role: found.box for found in layout.placeholders}
    speaker, date = boxes["body"], boxes["date"]
    assert date.x >= speaker.x
    is_apart = date.y >= speaker.bottom or date.x >= speaker.right
    assert is_apart or date.bottom <= speaker.y


@every_size
def test_in_minimal_the_speaker_follows_the_date_of_the_cover(size: SlideFormat) -> None:
    layout = brand_of("minimal", size).layout("cover")
    boxes = {found.role: found.box for found in layout.placeholders}
    speaker, date = boxes["body"], boxes["date"]
    assert 0 <= speaker.y - date.bottom <= 4 * EMU_PER_POINT


@every_style
@every_size
@pytest.mark.parametrize("tone", get_args(Tone))
@pytest.mark.parametrize("role", ["text", "closing"])
def test_lists_in_running_text_have_the_bullets_of_the_style(
    role: LayoutRole, tone: Tone, size: SlideFormat, style: str
) -> None:
    brand = brand_of(style, size)
    text, bullets = (brand.layout(each, tone).placeholder("body") for each in (role, "bullets"))
    assert text is not None
    assert bullets is not None
    own, first, *_ = text.level_styles
    assert own.mark == "none"
    assert first.size == own.size
    listed = bullets.level_styles[0]
    assert (first.mark, first.margin, first.indent) == (listed.mark, listed.margin, listed.indent)
    assert text.level_styles[2].mark == bullets.level_styles[1].mark
    for above, below in pairwise(bullets.level_styles):
        assert below.margin + below.indent == above.margin
