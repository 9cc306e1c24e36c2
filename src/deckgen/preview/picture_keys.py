"""Keys of slide pictures: digests of everything that a slide shows."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from deckgen.brand.brand import Brand
from deckgen.deck.slide import Deck
from deckgen.fonts.face import FaceKey
from deckgen.ooxml.layout_shapes import DeckContext
from deckgen.ooxml.presentation import slide_numbers
from deckgen.ooxml.slide import slide_parts
from deckgen.opc.part import Part


def picture_keys(deck: Deck, brand: Brand, renderer: str) -> tuple[str, ...]:
    """Return a key for each slide; equal keys mean equal pictures.

    A key covers the slide with its pictures and charts, the brand with its layouts, media and
    fonts, the slide size, and the name of the renderer.
    """
    common = _digest(
        [
            renderer.encode(),
            f"{brand.width}x{brand.height}".encode(),
            *_fonts(brand.font_files),
            *_bytes(brand.parts),
        ]
    )
    numbers = slide_numbers(deck.slides)
    setting = DeckContext(brand, deck.slides)
    keys = []
    for place, (slide, number) in enumerate(zip(deck.slides, numbers, strict=True), 1):
        # Notes are not in the picture: typing them must not redraw it.
        seen = slide._replace(notes=None, hidden=False)
        own, *others = slide_parts(seen, place, number, setting)
        # Nor is its place in the deck, which is the name of its part.
        keys.append(_digest([common, *_bytes([own._replace(name=""), *others])]).hex())
    return tuple(keys)


def _fonts(files: Mapping[FaceKey, bytes]) -> Iterable[bytes]:
    for key, data in sorted(files.items()):
        yield repr(key).encode()
        yield data


def _bytes(parts: Iterable[Part]) -> Iterable[bytes]:
    for part in parts:
        yield part.name.encode()
        yield part.data
        yield repr(part.relationships).encode()


def _digest(pieces: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=16)
    for piece in pieces:
        digest.update(len(piece).to_bytes(8))
        digest.update(piece)
    return digest.digest()
