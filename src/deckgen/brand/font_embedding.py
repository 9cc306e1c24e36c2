"""Whether the fonts of a brand may be embedded in its decks."""

from collections.abc import Mapping

from deckgen.fonts.face import FaceKey
from deckgen.fonts.font_files import read_font_facts
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.support.diagnostics import Diagnostics, Span

_WAY_OUT = (
    "Take embed_fonts out and install the font at the venue, or choose one that may be embedded."
)


def check_embedding(
    files: Mapping[FaceKey, bytes], span: Span | None, diagnostics: Diagnostics
) -> None:
    """Report the font files that may not or cannot be embedded; `files` are by name of the font."""
    if not files:
        diagnostics.error(
            "nothing-to-embed",
            "There are no font files to put into the deck.",
            span,
            "List the .ttf files of the font in this brand.yaml; the system's are not taken.",
        )
    for (name, _, _), data in files.items():
        try:
            facts = read_font_facts(data)
        except BrokenFontError as broken:
            diagnostics.error("bad-font", f"{name} cannot be embedded: {broken}.", span, _WAY_OUT)
            continue
        permission = facts.permission
        if permission in {"no", "bitmaps"}:
            diagnostics.error(
                "font-not-permitted",
                f"The font {facts.full_name} may not be embedded: its maker does not permit it.",
                span,
                _WAY_OUT,
            )
        elif not facts.truetype:
            diagnostics.error(
                "font-not-truetype",
                f"The font {facts.full_name} has PostScript outlines, which PowerPoint does not "
                "embed.",
                span,
                "Name its .ttf file, if there is one; else install it at the venue.",
            )
        elif permission == "view":
            diagnostics.note(
                "font-for-viewing",
                f"The font {facts.full_name} may be embedded only to show and print: PowerPoint "
                "opens the deck for reading.",
                span,
                "Who shall edit the deck needs the font installed, or a deck without it.",
            )
