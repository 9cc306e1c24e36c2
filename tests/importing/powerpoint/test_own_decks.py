"""Decks that deckgen built come back as what they were made of, and are built to the same text."""

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.brand.styles import style_names
from deckgen.dump.deck_dump import dump_deck
from deckgen.files.memory_overlay import MemoryOverlay, NoFiles
from deckgen.files.workspace import Workspace
from deckgen.importing.outline_yaml import ImportedTalk
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.building import EXAMPLES, FORMULAS, ROOT, TOUR, built

OUTLINES = [*EXAMPLES, FORMULAS, TOUR, ROOT / "slides.yaml"]
INCLUDED = {"include": 2}
"""The slides of an example that it takes from another deck."""
HEAD = b"title: A market\nspeaker: Anna Muster\n"
SLIDES = b"""
slides:
  - cover
  - title: Trees
    bullets: [Eleven of them]
  - quote: "Well begun is half done."
"""
COLORS = b"colors: {ink: 1F2430, paper: FFFFFF, deep: 1E3A5F, sand: EEF1F5, accent: B23A48}\n"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    b'<rect width="40" height="10" fill="currentColor"/></svg>'
)


def built_from(files: dict[str, bytes]) -> bytes:
    diagnostics = Diagnostics()
    compiled = compile_talk("slides.yaml", MemoryOverlay(files, NoFiles()), None, diagnostics)
    assert compiled is not None, list(diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return deck_bytes(compiled, None)


def imported(data: bytes) -> ImportedTalk:
    talk = import_presentation("old.pptx", data, Diagnostics())
    assert talk is not None
    assert [slide.lost for slide in talk.slides if slide.lost] == []
    return talk


def text_of(data: bytes) -> str:
    text = dump_deck(data, Diagnostics())
    assert text is not None
    return text


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_stands_side_by_side_is_read_from_where_its_language_begins(lang: str) -> None:
    talk = imported(
        built_from(
            {
                "slides.yaml": f"""\
title: A market
lang: {lang}
slides:
  - {{title: Clocks, columns: [{{bullets: [First]}}, {{bullets: [Second]}}]}}
  - {{title: A, text: Words, table: [[a, b], [1, 2]]}}
  - {{title: B, table: [[a, b], [1, 2]], text: Words}}
  - {{title: C, steps: [{{title: One}}, {{title: Two}}, {{title: Three}}]}}
""".encode()
            }
        )
    )
    said = talk.files["slides.yaml"].decode()
    words = re.findall(r"First|Second|text:|table:|title: (?:One|Two|Three)|include", said)
    assert words == [
        *("First", "Second"),
        *("text:", "table:"),
        *("table:", "text:"),
        *("title: One", "title: Two", "title: Three"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_a_deck_of_ours_has_the_same_text_before_and_after(outline: Path) -> None:
    data = built(outline)
    talk = imported(data)
    kinds = [slide.kind for slide in talk.slides]
    assert kinds.count("include") == INCLUDED.get(outline.stem, 0)
    assert text_of(built_from(dict(talk.files))) == text_of(data)


@pytest.mark.slow
@pytest.mark.parametrize("outline", [TOUR, ROOT / "slides.yaml"], ids=lambda path: path.stem)
@pytest.mark.parametrize("style", style_names())
def test_it_has_so_in_every_style(style: str, outline: Path) -> None:
    diagnostics = Diagnostics()
    files = Workspace(outline.parent)
    compiled = compile_talk(outline.name, files, None, diagnostics, style)
    assert compiled is not None, list(diagnostics)
    data = deck_bytes(compiled, None)
    talk = imported(data)
    assert "include" not in [slide.kind for slide in talk.slides]
    assert text_of(built_from(dict(talk.files))) == text_of(data)


BESIDE_PICTURE = b"""title: T
slides:
  - question: What was there?
    title: The town hall
    bullets: [Cars, Nothing else]
  - question: What has changed?
    title: The town hall
    bullets: [Benches where cars stood, Trees that were voted for]
    image: {file: logo.svg, decorative: yes}
    bleed: half
  - title: What has changed
    kicker: The town hall
    bullets: [Benches where cars stood, Trees that were voted for]
    image: {file: logo.svg, decorative: yes}
    bleed: half
"""


@pytest.mark.slow
def test_a_line_above_the_headline_comes_back_beside_half_pictures() -> None:
    data = built_from({"slides.yaml": BESIDE_PICTURE, "logo.svg": LOGO})
    talk = imported(data)
    assert [slide.kind for slide in talk.slides] == ["question", "question", "bullets"]
    assert text_of(built_from(dict(talk.files))) == text_of(data)


BRANDS: dict[str, tuple[bytes, dict[str, bytes]]] = {
    "the plain one": (b"", {}),
    "the plain one in 4:3": (b"size: 4:3\n", {}),
    "dark": (b"tone: dark\n", {}),
    "a style": (b"brand: brand.yaml\n", {"brand.yaml": b"name: A\nstyle: editorial\n" + COLORS}),
    "a logo and fonts": (
        b"brand: brand.yaml\n",
        {
            "brand.yaml": b"name: B\nlogo: logo.svg\nlogo_on: all\n"
            b"fonts: {heading: Georgia, body: Arial}\n" + COLORS,
            "logo.svg": LOGO,
        },
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("brand", BRANDS)
def test_the_brand_of_a_deck_of_ours_comes_back(brand: str) -> None:
    head, files = BRANDS[brand]
    data = built_from({"slides.yaml": HEAD + head + SLIDES, **files})
    talk = imported(data)
    assert [slide.kind for slide in talk.slides] == ["cover", "bullets", "quote"]
    assert b"template" not in talk.files.get("brand.yaml", b"")
    assert text_of(built_from(dict(talk.files))) == text_of(data)


@pytest.mark.slow
def test_a_deck_of_ours_that_was_edited_keeps_its_brand() -> None:
    deck = Presentation(io.BytesIO(built_from({"slides.yaml": HEAD + SLIDES})))
    deck.slides[1].placeholders[1].text_frame.text = "Twelve of them"
    edited = io.BytesIO()
    deck.save(edited)
    talk = imported(edited.getvalue())
    assert b"speaker: Anna Muster\n" in talk.files["slides.yaml"]
    assert b"      - Twelve of them\n" in talk.files["slides.yaml"]
    assert b"brand:" not in talk.files["slides.yaml"]


DRAWN = {
    "steps": ["date: May 2023", "title: First evening", "text: 300 people voted"],
    "figures": ["number: 68 %", "label: of the ideas are being built"],
    "people": ["name: Anna Muster", "role: Mondays to Thursdays"],
    "qr": ["qr: https://altenburg.example/join"],
    "agenda": ["agenda: Our way through this hour", "reveal: yes"],
    "image": ["bleed: half", "caption: Winter", "panel: scrim"],
    "video": ["caption: Three seconds for ten years"],
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", DRAWN)
def test_what_is_drawn_comes_back_as_its_keys(kind: str) -> None:
    example = next(path for path in EXAMPLES if path.stem == kind)
    outline = imported(built(example)).files["slides.yaml"].decode()
    assert [line for line in DRAWN[kind] if line not in outline] == []
