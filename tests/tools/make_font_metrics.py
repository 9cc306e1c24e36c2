"""Make src/deckgen/fonts/faces from font files: `python -m tests.tools.make_font_metrics FOLDER …`.

Run it when a font is added; docs/facts/fonts.md says which packages the files come from. Fonts that
lie in none of the folders keep the data that they have.
"""

import sys
from pathlib import Path

from deckgen.fonts.face import Face
from deckgen.fonts.font_files import mapped_glyphs, read_face
from deckgen.fonts.table_reader import font_tables
from deckgen.support.records import changed
from tests.tools.kerning import read_kerning
from tests.tools.pack_face import pack_face

FACES = {
    "caladea": ("Caladea-{}.ttf", "Regular Bold Italic BoldItalic"),
    "carlito": ("Carlito-{}.ttf", "Regular Bold Italic BoldItalic"),
    "dejavu-sans": ("DejaVuSans{}.ttf", " -Bold -Oblique -BoldOblique"),
    "dejavu-serif": ("DejaVuSerif{}.ttf", " -Bold -Italic -BoldItalic"),
    "inter": ("Inter-{}.otf", "Regular Bold Italic BoldItalic"),
    "lato": ("Lato-{}.ttf", "Regular Bold Italic BoldItalic"),
    "liberation-mono": ("LiberationMono-{}.ttf", "Regular Bold Italic BoldItalic"),
    "liberation-sans": ("LiberationSans-{}.ttf", "Regular Bold Italic BoldItalic"),
    "liberation-serif": ("LiberationSerif-{}.ttf", "Regular Bold Italic BoldItalic"),
    "noto-sans": ("NotoSans-{}.ttf", "Regular Bold Italic BoldItalic"),
    "open-sans": ("OpenSans-{}.ttf", "Regular Bold Italic BoldItalic"),
    "roboto": ("Roboto-{}.ttf", "Regular Bold Italic BoldItalic"),
    "tahoma": ("tahoma{}.ttf", " bd  bd"),
}
"""The data's name, the files' pattern, and what stands in it for each of the four faces."""
STYLES = ("regular", "bold", "italic", "bold-italic")
OUTPUT = Path(__file__).parents[2] / "src/deckgen/fonts/faces"

BLOCKS = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x2FF),
    (0x370, 0x52F),
    (0x5D0, 0x5F4),
    (0x60C, 0x6FF),
    (0x1E00, 0x1FFF),
    (0x2000, 0x22FF),
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x27BF),
    (0xFB00, 0xFB06),
)
"""Latin, Greek, Cyrillic, Hebrew, Arabic; punctuation, symbols."""
INVISIBLE = {0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)}
KERNED = "".join(
    chr(code)
    for first, last in (
        (0x21, 0x7E),
        (0xA1, 0x17F),
        (0x386, 0x3CE),
        (0x400, 0x45F),
        (0x2010, 0x2026),
    )
    for code in range(first, last + 1)
)


def wanted(code: int) -> bool:
    """Return whether the table holds a character: no invisible ones, no combining marks."""
    return code not in INVISIBLE and any(first <= code <= last for first, last in BLOCKS)


def kerned_face(data: bytes, kerned: str) -> Face:
    """Return the face of a font file, with the kerning of all pairs of some letters."""
    face, tables = read_face(data), font_tables(data)
    glyphs = mapped_glyphs(tables)
    letters = [(letter, glyphs.get(ord(letter), 0)) for letter in kerned]
    return changed(face, kerning=read_kerning(tables, letters))


def main(folders: list[str]) -> int:
    """Write a data file for every face of which a folder has the font; return the exit code."""
    files = {file.name: file for folder in folders for file in Path(folder).rglob("*.[ot]tf")}
    OUTPUT.mkdir(exist_ok=True)
    for name, (pattern, parts) in FACES.items():
        for style, part in zip(STYLES, parts.split(" "), strict=True):
            file = files.get(pattern.format(part))
            if file is not None:
                face = kerned_face(file.read_bytes(), KERNED)
                widths = {sign: width for sign, width in face.widths.items() if wanted(ord(sign))}
                face = changed(face, widths=widths)
                OUTPUT.joinpath(f"{name}-{style}.face").write_bytes(pack_face(face))
                sys.stdout.write(f"{name}-{style}: {_said(face)}\n")
    return 0


def _said(face: Face) -> str:
    kerning = face.kerning
    return (
        f"{len(face.widths)} characters, line height {face.line_height:.3f} em, "
        f"{len(kerning.values)} values of kerning"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
