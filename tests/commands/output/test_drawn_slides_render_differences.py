"""Slides that PowerPoint shows differently are named, with the way out if LibreOffice is one."""

from collections.abc import Mapping

import pytest

from deckgen.commands.output.drawn_slides import differences_text, differing_pages
from deckgen.render.renderer import Feature, SlideImage

SHOWN = "\n  PowerPoint shows these slides differently: "
NEARER = "\n  LibreOffice draws them nearer to PowerPoint: https://www.libreoffice.org/download"


@pytest.mark.parametrize(
    ("differing", "by", "text"),
    [
        ({}, "light", ""),
        (
            {7: ("chart",), 2: ("formula", "emoji")},
            "LibreOffice 7.4",
            "2 (formula, emoji), 7 (chart).",
        ),
        ({2: ("chart", "formula")}, "light 1.0", f"2 (chart, formula).{NEARER}"),
        # LibreOffice draws formulas differently itself.
        ({2: ("formula",)}, "light 1.0", "2 (formula)."),
    ],
)
@pytest.mark.usefixtures("without_libreoffice")
def test_the_lines_about_differences(
    differing: Mapping[int, tuple[Feature, ...]], by: str, text: str
) -> None:
    assert differences_text(differing, by) == (SHOWN + text if text else "")


def test_of_many_slides_the_first_are_named() -> None:
    named = ", ".join(f"{at} (chart)" for at in range(1, 13))
    for count, rest in ((12, "."), (14, ", and 2 more.")):
        pages: dict[int, tuple[Feature, ...]] = dict.fromkeys(range(1, count + 1), ("chart",))
        assert differences_text(pages, "LibreOffice 7.4") == f"{SHOWN}{named}{rest}"


def test_pages_that_are_drawn_alike_are_left_out() -> None:
    pages = [SlideImage(1, b"", 1, 1), SlideImage(2, b"", 1, 1, differs=("emoji",))]
    assert differing_pages(pages) == {2: ("emoji",)}
