"""README.txt, FONTS.txt and SHA256SUMS: plain text for every computer, also for old Windows."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.deck.slide import Deck
from deckgen.export.talk_contents import TalkContents
from deckgen.fonts.face import FaceKey
from deckgen.fonts.used_faces import used_faces
from deckgen.pack.pack_texts import PackTexts
from deckgen.template.inspect.template_fonts import FontSource, font_source

README_FILE, FONTS_FILE, CHECKSUM_FILE = "README.txt", "FONTS.txt", "SHA256SUMS"
PackPart: TypeAlias = Literal["deck", "pdf", "handout", "page"]
"""The other files of a pack."""
_WIDTH = 76
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^/\\\0]+)")
"""A digest and the name of a file in the same folder."""
FontAvailability: TypeAlias = FontSource | Literal["embedded"]
"""What brings a font to the venue: a system, Office, or the deck, if it is embedded."""


class NeededFont(NamedTuple):
    """A font that the slides show."""

    name: str
    faces: tuple[tuple[bool, bool], ...]
    """Each as bold and italic."""
    availability: FontAvailability
    lacking: tuple[tuple[bool, bool], ...] = ()
    """Faces of an embedded font for which the brand has no file."""


def needed_fonts(deck: Deck, brand: Brand) -> tuple[NeededFont, ...]:
    """Return the fonts that the slides show; first those that the venue may lack."""
    used = used_faces(deck, brand.layout, brand.fonts)
    embedded = _embedded(brand, used)
    fonts = []
    for name in dict.fromkeys(family for family, _, _ in sorted(used)):
        faces = tuple(sorted((bold, italic) for family, bold, italic in used if family == name))
        if name.casefold() in embedded:
            own = embedded[name.casefold()]
            lacking = tuple(face for face in faces if own and (name, *face) not in own)
            fonts.append(NeededFont(name, faces, "embedded", lacking))
        else:
            fonts.append(NeededFont(name, faces, font_source(name)))
    return tuple(sorted(fonts, key=lambda font: font.availability in {"office", "embedded"}))


def _embedded(brand: Brand, used: frozenset[FaceKey]) -> dict[str, frozenset[FaceKey]]:
    """Return the embedded fonts, case-folded, with the faces that deckgen embeds."""
    from deckgen.ooxml.embedded_fonts import fonts_listed_in

    tail = brand.presentation.tail if brand.presentation else ""
    faces: dict[str, frozenset[FaceKey]] = dict.fromkeys(fonts_listed_in(tail), frozenset())
    if brand.embeds_fonts:
        for name, _, _ in brand.font_files.keys() & used:
            own = frozenset(key for key in brand.font_files if key[0] == name)
            faces.setdefault(name.casefold(), own)
    return faces


def readme(
    talk: TalkContents,
    names: Mapping[PackPart, str],
    missing: Sequence[str],
    differing: Sequence[int],
    texts: PackTexts,
) -> bytes:
    """Return README.txt: each file of the pack, and which program opens it.

    `missing` are names of files that could not be made; `differing` are the numbers of the slides
    that PowerPoint shows differently from the other files.
    """
    listed = {
        **{name: texts[piece] for piece, name in names.items()},
        FONTS_FILE: texts["fonts"],
        CHECKSUM_FILE: texts["checksums"],
    }
    lines = [talk.title, "=" * min(len(talk.title), _WIDTH)]
    lines += [line for line in (talk.subtitle, talk.event) if line]
    lines += [texts["made_for"].format(talk.speaker)] if talk.speaker else []
    lines += ["", *_titled(texts["in_here"])]
    for name, what in listed.items():
        lines += [name, *_wrapped(what, "    ")]
    if missing:
        lines += ["", *_titled(texts["not_in_here"])]
        for name in missing:
            lines += _wrapped(texts["left_out"].format(name))
    if differing:
        lines += ["", *_wrapped(texts["differs"].format(", ".join(map(str, differing))))]
    lines += ["", *_titled(texts["order"]), *_wrapped(texts["begin"])]
    lines += ["", *_wrapped(texts["no_installing"]), "", *_wrapped(texts["check"])]
    return _as_text(lines)


def fonts_list(deck: str, fonts: Sequence[NeededFont], texts: PackTexts) -> bytes:
    """Return FONTS.txt; `deck` is the name of the deck."""
    title = texts["fonts_head"].format(deck)
    lines = [title, "=" * min(len(title), _WIDTH), "", texts["shows"], ""]
    for font in fonts:
        lines.append(f"{font.name} ({_faces(font.faces, texts)})")
        lines += _wrapped(texts[font.availability], "    ")
        if font.lacking:
            lines += _wrapped(texts["lacking"].format(_faces(font.lacking, texts)), "    ")
    to_install = [font.name for font in fonts if font.availability not in {"office", "embedded"}]
    install = texts["install"].format(", ".join(to_install)) if to_install else texts["all_there"]
    lines += ["", *_wrapped(install)]
    if any(font.availability == "embedded" for font in fonts):
        lines += ["", *_wrapped(texts["embedding_untried"])]
    lines += ["", *_wrapped(texts["otherwise"])]
    return _as_text(lines)


def _faces(faces: Iterable[tuple[bool, bool]], texts: PackTexts) -> str:
    return ", ".join(texts["faces"].split("|")[2 * bold + italic] for bold, italic in faces)


def _titled(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _wrapped(text: str, margin: str = "") -> list[str]:
    """Return a text in lines; commands and names are not broken at hyphens."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _as_text(lines: Iterable[str]) -> bytes:
    """Return lines as UTF-8 with a byte order mark and CR LF, for old editors of Windows."""
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return SHA256SUMS, for `sha256sum -c` and to recognize our packs; sorted by name."""
    lines = [f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())]
    return "".join(lines).encode()


def read_checksums(data: bytes) -> dict[str, str] | None:
    """Return the digest of each listed file; None if the data is no checksum file."""
    try:
        lines = data.decode().splitlines()
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines]
    listed = {match[2]: match[1] for match in matches if match}
    return listed if matches and len(listed) == len(lines) else None
