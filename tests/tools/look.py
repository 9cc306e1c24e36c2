"""Render a deck to look at: `python -m tests.tools.look DECK.pptx OUTDIR`.

Writes OUTDIR/DECK-001.png and so on, and OUTDIR/DECK-sheet.png with all pages.
"""

import sys
import tempfile
from pathlib import Path

from tests.tools import libreoffice, rendering

WRONG_USAGE = 2


def look(deck: Path, folder: Path) -> Path:
    """Write the pages of a deck and its contact sheet into `folder`; return the sheet."""
    with tempfile.TemporaryDirectory(prefix="deckgen-look-") as scratch:
        (pdf,) = libreoffice.to_pdf([deck], Path(scratch))
        pages = rendering.page_pictures(pdf, folder)
    sheet = folder / f"{deck.stem}-sheet.png"
    rendering.contact_sheet(pages).save(sheet)
    return sheet


def main(arguments: list[str]) -> int:
    """Look at one deck; return the exit code."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -m tests.tools.look DECK.pptx OUTDIR\n")
        return WRONG_USAGE
    deck, folder = map(Path, arguments)
    sys.stdout.write(f"{look(deck, folder)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
