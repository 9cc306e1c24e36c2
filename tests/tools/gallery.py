"""The gallery: every kind's example, rendered on both brands. `make gallery` draws its pictures.

The page is written by `make docs` and compared by a test, as all generated pages are. Its pictures
are not: another machine has other fonts. So draw them when a kind or the look has changed; new
kinds appear by themselves.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from deckgen.files.workspace import Workspace
from deckgen.outline.documentation.kind_manual import kind_example
from deckgen.outline.kinds import kinds
from deckgen.pipeline.compile import compile_talk
from deckgen.support.diagnostics import Diagnostics
from tests.building import BRANDS, ROOT, BrandName, built
from tests.tools import libreoffice, rendering
from tests.tools.drawn_pictures import replace_pictures, small_png

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.outline.schema.entry import Kind

EXAMPLES = ROOT / "examples"
PAGE = "docs/gallery.md"
PICTURES = "docs/images/gallery"
WIDTH = 480
"""Of one slide, in pixels."""
LARGEST = 40_000
"""Bytes of a picture: the repository stays small."""
COLOURS = (128, 64, 32, 16)

_TITLES: dict[BrandName, str] = {"plain": "The plain brand", "talk": "A brand of ten lines"}
_ON: dict[BrandName, str] = {"plain": "the plain brand", "talk": "the brand of this project"}

_HEAD = """\
# The gallery

Every kind of slide, as it is written and as it looks: left on the plain brand, which deckgen takes
when you name none, right on [the brand of this project](../assets/brand.yaml). `make gallery` makes
this page from [the examples](../examples); LibreOffice drew the pictures. All keys of a kind stand
in [the kinds of slides](kinds.md). A whole talk of them is [the tour](../examples/tour/tour.yaml).
"""

_KIND = """\
## {name}

{line}

```yaml
{example}```

| {titles} |
| --- | --- |
| {pictures} |
"""


class _Example(NamedTuple):
    """The folder of the examples, one of which may not be written yet."""

    name: str
    text: str

    def read(self, name: str) -> bytes:
        return self.text.encode() if name == self.name else Workspace(EXAMPLES).read(name)


def page(examples: Mapping[str, str]) -> str:
    """Return the gallery's page, with every kind there is; `examples` are their outlines."""
    return "\n".join([_HEAD, *(_section(kind, examples[kind.name]) for kind in kinds())])


def pictures() -> dict[tuple[str, BrandName], str]:
    """Return the path of every picture in the project, by kind and brand."""
    return {
        (kind.name, brand): f"{PICTURES}/{kind.name}-{brand}.png"
        for kind in kinds()
        for brand in BRANDS
    }


def _section(kind: Kind, outline: str) -> str:
    slides = "; ".join(_headlines(_Example(f"{kind.name}.yaml", outline)))
    folder = PICTURES.removeprefix("docs/")
    shown = [
        f"![{kind.name} on {_ON[brand]}: {slides}]({folder}/{kind.name}-{brand}.png)"
        for brand in BRANDS
    ]
    return _KIND.format(
        name=kind.name,
        line=kind.manual.splitlines()[0],
        example=kind_example(kind),
        titles=" | ".join(_TITLES[brand] for brand in BRANDS),
        pictures=" | ".join(shown),
    )


def _headlines(outline: _Example) -> list[str]:
    """Return the headlines of an example's slides, without what Markdown would read as its own."""
    diagnostics = Diagnostics()
    compiled = compile_talk(outline.name, outline, None, diagnostics)
    if compiled is None:
        raise ValueError(f"{outline.name}: {list(diagnostics)}")
    titles = [
        " ".join(paragraph.text for paragraph in content.paragraphs)
        for slide in compiled.deck.slides
        for role, content in slide.placeholders
        if role == "title"
    ]
    return [" ".join(title.translate(_MARKS).split()) for title in titles]


_MARKS = str.maketrans("[]|\\\n\v", "()/   ")


def draw(folder: Path) -> dict[str, bytes]:
    """Return every picture by its path in the project; `folder` is for what is only needed now."""
    decks = []
    for kind, brand in pictures():
        deck = folder / f"{kind}-{brand}.pptx"
        deck.write_bytes(built(EXAMPLES / f"{kind}.yaml", brand))
        decks.append(deck)
    drawn = {}
    for name, pdf in zip(
        pictures().values(), libreoffice.to_pdf(decks, folder / "pdf"), strict=True
    ):
        pages = rendering.page_pictures(pdf, folder / "pages", width=3 * WIDTH)
        drawn[name] = small_png(_stacked(pages), COLOURS, LARGEST)
    return drawn


def _stacked(pages: list[Path]) -> Image.Image:
    """Return the pages below each other: beside each other, two brands can be compared so."""
    return rendering.contact_sheet(pages, columns=1, width=WIDTH + 2 * rendering.GAP)


def main() -> None:
    """Draw all pictures, delete those of kinds that are gone, and name what was written."""
    with tempfile.TemporaryDirectory(prefix="deckgen-gallery-") as scratch:
        replace_pictures(PICTURES, draw(Path(scratch)))


if __name__ == "__main__":
    main()
