"""The page of all styles: a section for each, how the talk gets it, and no markup of the talk's."""

import pytest

from deckgen.export.pages.gallery_page import StyledTalk, gallery_page
from deckgen.render.renderer import SlideImage
from tests.media.sample_pictures import pixels, saved

PAGE = SlideImage(3, saved(pixels(160, 90), "PNG"), 160, 90)
STYLE = StyledTalk("civic", "Calm <pages>.\n\nMore about\nit.", [PAGE], {3: "What & why"})


@pytest.mark.parametrize(
    ("brand", "style", "shown", "absent"),
    [
        (
            "",
            STYLE,
            [
                '<h1><span lang="en-GB">Trees &amp; &lt;squares&gt;</span></h1>',
                '<p class="first">Calm &lt;pages&gt;.</p>\n<p>More about it.</p>',
                "</code> in <code>brand.yaml</code>, which <code>deckgen brand new</code> begins",
                "For one deck: <code>deckgen build --style civic</code>",
                '<figcaption><b>3</b> <span lang="en-GB">What &amp; why</span></figcaption>',
                "drawn by &lt;somebody&gt;",
            ],
            ["<squares>", 'class="own"', "cannot show", "lazy"],
        ),
        (
            "own.yaml",
            STYLE._replace(titles={}),
            ["<code>style: civic</code> in <code>own.yaml</code></p>", ">Without a title<"],
            ["begins"],
        ),
        (
            "",
            STYLE._replace(is_own=True),
            ["The talk has this style now.", '<span class="own">now</span>'],
            ["--style civic"],
        ),
        (
            "",
            STYLE._replace(pages=[], problems=["No layout for <figures>."]),
            [
                "This style cannot show the talk:</p><ul>\n<li>No layout for &lt;figures&gt;.</li>",
                '<span class="none">cannot show this talk</span><b>civic</b>',
            ],
            ["<img", "<figure>"],
        ),
    ],
    ids=["no brand of its own", "a brand.yaml", "its own style", "a style that cannot show it"],
)
def test_what_a_section_says(
    brand: str, style: StyledTalk, shown: list[str], absent: list[str]
) -> None:
    page = gallery_page(
        "Trees & <squares>", "en-GB", brand, [style], "drawn by <somebody>"
    ).decode()
    assert [words for words in shown if words not in page] == []
    assert [words for words in absent if words in page] == []
    assert page.count('<section id="civic"') == page.count('href="#civic"') == 1
