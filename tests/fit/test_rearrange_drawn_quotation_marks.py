"""On layouts that draw quotation marks, a quotation has none of its own: each stands there once."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.sampled import sampled

SHOWN = {
    # what is written, and what the slide says between the marks of the layout
    "“Nobody asked us.”": "Nobody asked us.",
    "„Niemand *fragte* uns.“": "Niemand fragte uns.",
    "„**Niemand**“": "Niemand",
    "Nobody asked us.": "Nobody asked us.",
    "“Yes.” – “No.”": "“Yes.” – “No.”",
}


def template(path: Path, *drawn: str) -> Path:
    """Write a template of one layout, a quotation and its author, with these texts drawn on it."""
    deck = Presentation()
    layouts = deck.slide_layouts
    for layout in list(layouts):
        if layout.name not in {"Title and Content", "Section Header"}:
            layouts.remove(layout)
    layout = next(layout for layout in layouts if layout.name == "Section Header")
    layout.name = "Quote with Caption"
    for number, text in enumerate(drawn):
        box = layout.shapes._spTree
        slide = deck.slides.add_slide(layout)
        mark = slide.shapes.add_textbox(Inches(0.1 + 9 * number), Inches(4), Inches(0.5), Inches(1))
        mark.text_frame.text = text
        box.append(mark._element)
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    deck.save(str(path))
    return path


def quotation(path: Path, words: str) -> str:
    """Return the words of a quotation on a template, and nothing but it."""
    outline = f"title: T\nslides:\n  - quote: '{words}'\n    by: The baker\n"
    (path.parent / "talk.yaml").write_text(outline, encoding="utf-8")
    diagnostics = Diagnostics()
    files = Workspace(path.parent)
    compiled = compile_talk("talk.yaml", files, BrandFile(path.name, files), diagnostics)
    assert compiled is not None, [*diagnostics]
    (slide,) = [fitted.slide for fitted in compiled.fitted.slides]
    (text,) = (text.text for role, text in slide.placeholders if "baker" not in text.text)
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("words", sampled([*SHOWN], every=2))
def test_the_layout_draws_the_marks(words: str, tmp_path: Path) -> None:
    assert quotation(template(tmp_path / "quote.pptx", "“", "”"), words) == SHOWN[words]


@pytest.mark.slow
@pytest.mark.parametrize(
    "drawn", sampled(((case,) for case in [(), ("Draft",), ("“Quote”",)]), every=2)
)
def test_other_layouts_leave_them(drawn: tuple[str, ...], tmp_path: Path) -> None:
    words = "“Nobody asked us.”"
    assert quotation(template(tmp_path / "quote.pptx", *drawn), words) == words
