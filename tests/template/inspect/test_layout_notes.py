"""What is said of slides on a template, once for all of them."""

import pytest

from deckgen.pipeline.compile import compile_talk
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.sampled import sampled
from tests.template.test_any_template import FILES
from tests.template.test_drawn_things import small_template

HEAD = "title: Talk\nbrand: template.pptx\n"
BULLETS = "slides:\n  - title: One\n    bullets: [a]\n"


def said(outline: str) -> list[tuple[str, int | None]]:
    template = FILES["python-pptx"].read_bytes()
    folder = Folder({"talk.yaml": outline, "template.pptx": template})
    diagnostics = Diagnostics()
    compile_talk("talk.yaml", folder, None, diagnostics)
    return [(found.code, found.span.line if found.span else None) for found in diagnostics]


@pytest.mark.parametrize(
    ("outline", "expected"),
    sampled(
        [
            pytest.param(HEAD + BULLETS, [], id="bullets are what every template has"),
            pytest.param(
                HEAD + "slides:\n  - quote: Words\n    by: A\n  - quote: More\n    by: B\n",
                [("composed-layout", None)],
                id="one note for all quotations",
            ),
            pytest.param(
                HEAD + "size: '4:3'\n" + BULLETS,
                [("template-decides", 3)],
                id="size is the template's",
            ),
            pytest.param(
                HEAD + "tone: dark\n" + BULLETS,
                [("template-decides", 3)],
                id="tone is the template's",
            ),
        ],
        every=4,
    ),
)
def test_what_is_said(outline: str, expected: list[tuple[str, int | None]]) -> None:
    assert said(outline) == expected


@pytest.mark.slow
def test_text_that_would_not_be_seen_has_another_colour_and_a_note() -> None:
    diagnostics = Diagnostics()
    files = Folder({"talk.yaml": HEAD + BULLETS, "template.pptx": small_template("black-page")})
    compiled = compile_talk("talk.yaml", files, None, diagnostics)
    assert compiled is not None
    assert [found.code for found in diagnostics] == ["other-color"]
    title = compiled.brand.layout("bullets", "light").placeholder("title")
    assert title is not None
    assert '<a:schemeClr val="bg1"/>' in title.list_style


@pytest.mark.slow
def test_raised_text_is_noted_unless_the_brand_says_how_small_it_may_be() -> None:
    if "swedish-8-layouts" not in FILES:
        pytest.skip("needs the folder of templates beside the project")
    template = FILES["swedish-8-layouts"].read_bytes()

    def codes(brand: str, head: str = "") -> set[str]:
        outline = f"title: Talk\n{head}{BULLETS}"
        files = Folder({"talk.yaml": outline, "small.pptx": template, "brand.yaml": brand})
        diagnostics = Diagnostics()
        compile_talk("talk.yaml", files, BrandFile("brand.yaml", files), diagnostics)
        return {found.code for found in diagnostics}

    assert "raised-text" in codes("template: small.pptx\n")
    assert "raised-text" not in codes("template: small.pptx\nlimits: {size: 18}\n")
    assert "raised-text" not in codes("template: small.pptx\nsizes: as-is\n")
    assert "raised-text" not in codes("template: small.pptx\n", "sizes: as-is\n")
    assert "raised-text" in codes("template: small.pptx\nsizes: as-is\n", "sizes: readable\n")


def test_sizes_are_those_of_a_template() -> None:
    assert said(f"title: Talk\nsizes: as-is\n{BULLETS}") == [("without-template", 2)]
