"""The fonts of a deck: those it shows, those it embeds, and those the venue must install."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.deck.slide import Deck
from deckgen.fonts.face import FaceKey
from deckgen.fonts.used_faces import used_faces
from deckgen.template.inspect.template_fonts import FontSource, font_source

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
