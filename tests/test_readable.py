"""Everything on a slide can be read, whatever the palette: measured in the XML of whole decks."""

import io
import re
import zipfile

import pytest

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.building import TOUR
from tests.media.sample_pictures import pixels, saved
from tests.present import present
from tests.tools.drawn import drawn
from tests.tools.seen import Seen

PALETTES = {
    "dark paper, light deep": "ink: EDEDED, paper: '14161A', deep: F2C14E, sand: 20242B, "
    "accent: FF8A5C, highlight: 5A2A00",
    "neon on black": "ink: E8FFE8, paper: '000000', deep: 39FF14, sand: 0B0B14, accent: FF2BD6, "
    "highlight: 0A004D",
    "pastel": "ink: 4A4460, paper: FFF8F2, deep: 5B5086, sand: F3E4EC, accent: 9A4A62, "
    "highlight: FFD9C7",
    "black and white": "ink: '000000', paper: FFFFFF, deep: '000000', sand: FFFFFF, "
    "accent: 0000B0, highlight: FFFF00",
    "red": "ink: 2A1013, paper: FFFFFF, deep: B00020, sand: FBE9EA, accent: 8A5A00, "
    "highlight: FFE3A8",
    "as little contrast as there may be": "ink: 6A6A6A, paper: FFFFFF, deep: 6B6B6B, sand: F4F4F4, "
    "accent: 6A6A6A, highlight: FFFFFF, muted: 6E6E6E",
}
MORE = r"""
title: More
lang: en-GB
slides:
  - title: A stack of which one year stands out
    chart:
      kind: stacked
      labels: yes
      highlight: 2022
      data: "Year; A; B; C\n2021; 10; 20; 30\n2022; 20; 30; 10"
  - title: A stack of which one series stands out
    chart:
      kind: stacked-bar
      labels: yes
      highlight: B
      data: "Year; A; B; C\n2021; 10; 20; 30\n2022; 20; 30; 10"
  - title: Columns of which one stands out, and a line
    chart:
      kind: combined
      labels: yes
      highlight: 2022
      data: "Year; A; B\n2021; 10; 40\n2022; 20; 30"
  - title: A ring of eight
    chart: {kind: donut, data: {a: 8, b: 8, c: 8, d: 8, e: 8, f: 8, g: 8, h: 8}}
  - title: A ring of which one slice stands out
    chart: {kind: donut, highlight: b, data: {a: 8, b: 8, c: 8}}
  - title: Lines of which one stands out
    chart: {kind: line, highlight: b, data: "Year; a; b\n2021; 10; 40\n2022; 20; 30"}
  - title: A table with links and code
    table:
      header: [A, B]
      rows: [["[one](https://a.example)", "`two`"], ["[three](https://a.example)", four]]
      alt: Four words
  - title: A listing
    code: |
      def f(x):  # what it does
          return "text" + 12
    language: python
  - title: A portrait, and initials
    people: [{name: Ada Holt, role: Town}, {name: Bo Dale, picture: a.png}]
  - closing: The end
    text: "[A link](https://a.example)"
    qr: https://a.example
"""
PORTRAIT = saved(pixels(600, 600), "PNG")


def weak(deck: bytes) -> dict[tuple[str, str, str], Seen]:
    """Return what is drawn with too little contrast, each pair once."""
    found = [one for one in drawn(deck) if one.ratio < (4.5 if one.is_text else 3)]
    return {(one.what, one.ink, one.ground): one for one in found}


def made(outline: str, palette: str, tone: str) -> bytes:
    """Return a deck on a palette, all of its slides in a tone; or as they are, if it is empty."""
    if tone:
        outline = re.sub(r"\n    tone: .*", "", outline).replace(
            "\nlang:", f"\ntone: {tone}\nlang:", 1
        )
    brand = f"name: B\ncolors: {{{palette}}}\nfonts: {{heading: Arial, body: Arial}}\n"
    files = {"talk.yaml": outline.encode(), "own.yaml": brand.encode(), "a.png": PORTRAIT}
    folder, diagnostics = MemoryOverlay(files, Workspace(TOUR.parent)), Diagnostics()
    own = BrandFile("own.yaml", folder)
    compiled = present(compile_talk("talk.yaml", folder, own, diagnostics))
    assert [one for one in diagnostics if one.code != "crowded-numbers"] == []
    assert not tone or all(one.tone == tone for one in compiled.deck.slides)
    return deck_bytes(compiled, None)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "tone"), [("16:9", ""), ("4:3", "light"), ("4:3", "dark")])
@pytest.mark.parametrize("palette", PALETTES)
def test_the_tour_can_be_read_on_any_palette(palette: str, size: str, tone: str) -> None:
    """Each slide as it is by nature, and all of them in either tone."""
    outline = TOUR.read_text(encoding="utf-8").replace("\nlang:", f'\nsize: "{size}"\nlang:', 1)
    deck = made(outline, PALETTES[palette], tone)
    assert weak(deck) == {}
    assert sum(1 for _ in drawn(deck)) > 400


@pytest.mark.slow
@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.parametrize("palette", PALETTES)
def test_what_the_tour_does_not_show_can_be_read_too(palette: str, tone: str) -> None:
    assert weak(made(MORE, PALETTES[palette], tone)) == {}


@pytest.mark.slow
def test_what_cannot_be_read_is_found() -> None:
    """The measure itself: a deck in other colours than it was made for."""
    files = zipfile.ZipFile(io.BytesIO(made(MORE, PALETTES["red"], "light")))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as written:
        for name in files.namelist():
            written.writestr(name, files.read(name).replace(b'"2A1013"', b'"FFF0F0"'))
    assert len(weak(other.getvalue())) > 10
