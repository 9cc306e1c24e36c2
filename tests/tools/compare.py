"""`python -m tests.tools.compare FOLDER OUTLINE …`: each slide by both renderers, side by side.

The light one stands on the left, LibreOffice on the right, four slides on a sheet. What they do
otherwise stands in docs/facts/rendering.md; look again when one of them has a new version.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.render.libreoffice.libreoffice_renderer import libreoffice_renderer
from deckgen.render.light.light_renderer import light_renderer
from deckgen.support.diagnostics import Diagnostics

_WIDTH, _GAP, _ON_A_SHEET = 800, 8, 4


def compare(outline: Path, folder: Path) -> None:
    """Write the sheets of one outline."""
    rows = list(_rows(outline))
    for number, begin in enumerate(range(0, len(rows), _ON_A_SHEET), 1):
        some = rows[begin : begin + _ON_A_SHEET]
        sheet = Image.new("RGB", (some[0].width, sum(row.height + _GAP for row in some)), "magenta")
        top = 0
        for row in some:
            sheet.paste(row, (0, top))
            top += row.height + _GAP
        sheet.save(folder / f"{outline.stem}-{number}.png")


def _rows(outline: Path) -> Iterator[Image.Image]:
    diagnostics = Diagnostics()
    compiled = compile_talk(outline.name, Workspace(outline.parent), None, diagnostics)
    assert compiled is not None, list(diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    data, numbers = deck_bytes(compiled, None), range(1, len(compiled.deck.slides) + 1)
    own = compiled.brand.font_files
    for pair in zip(
        light_renderer(own).images(data, numbers, _WIDTH),
        libreoffice_renderer(own).images(data, numbers, _WIDTH),
        strict=True,
    ):
        left, right = (Image.open(io.BytesIO(page.png)).convert("RGB") for page in pair)
        row = Image.new("RGB", (left.width + _GAP + right.width, left.height), "magenta")
        row.paste(left, (0, 0))
        row.paste(right, (left.width + _GAP, 0))
        yield row


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:]:
        compare(Path(name), target)
