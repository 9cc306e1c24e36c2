"""What makes a file larger than it has to be: masters, pixels, and files that stand twice."""

from collections import defaultdict
from collections.abc import Iterator

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import (
    AuditedDeck,
    PlacedPicture,
    SlideFacts,
    pixel_width,
)
from deckgen.deck.layout import EMU_PER_INCH

_LARGE = 500_000
"""Bytes of a picture's file from which its pixels are counted."""
_HUGE = 50_000_000
"""Bytes of a film or another file that many mail servers refuse."""
_PIXELS_PER_INCH = 330
"""PowerPoint's “high fidelity”: more is not seen on any screen."""
_FACTOR = 2
_BITMAPS = (".bmp", ".tif", ".tiff", ".emf", ".wmf")


def weight_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield what makes a file larger than it has to be."""
    yield from _unused_masters(deck)
    placed: dict[str, list[tuple[SlideFacts, PlacedPicture]]] = defaultdict(list)
    for slide in deck.slides:
        for picture in slide.pictures:
            placed[picture.part].append((slide, picture))
    for name, pictures in placed.items():
        # It is told where the picture is shown largest.
        slide, picture = max(pictures, key=lambda pair: _shown_width(pair[1]))
        yield from _of_picture(deck, name, slide, picture)
    same: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, info in deck.entries.infos.items():
        if "/media/" in name or "/embeddings/" in name:
            same[info.CRC, info.file_size].append(name)
            if info.file_size > _HUGE:
                size = _megabytes(info.file_size)
                yield in_deck("file-huge", name, owner=name.removeprefix("/"), size=size)
    for (_, length), names in same.items():
        if len(names) > 1 and length > _LARGE // 5:
            label = names[0].removeprefix("/")
            size = _megabytes(length)
            yield in_deck("file-twice", names[0], owner=label, times=len(names), size=size)


def _unused_masters(deck: AuditedDeck) -> Iterator[Finding]:
    used = set()
    for name in {slide.layout_part for slide in deck.slides}:
        layout = deck.package.parts.get(name)
        used.add(layout.target_of("slideMaster") if layout else None)
    if not deck.slides:
        return
    for part in deck.package.of_root("p:sldMaster"):
        if part.name not in used:
            layouts = sum(link.type == "slideLayout" for link in part.relationships)
            theme = deck.package.related_root(part, "theme")
            name = "" if theme is None else theme.get("name", "")
            yield in_deck("master-unused", part.name, master=name or part.name, layouts=layouts)


def _of_picture(
    deck: AuditedDeck, name: str, slide: SlideFacts, picture: PlacedPicture
) -> Iterator[Finding]:
    info = deck.entries.infos.get(name)
    if info is None or info.file_size < _LARGE:
        return
    size = _megabytes(info.file_size)
    if name.lower().endswith(_BITMAPS):
        kind = name.rpartition(".")[2].upper()
        yield at_shape("picture-uncompressed", slide, picture.shape, kind=kind, size=size)
        return
    pixels = pixel_width(deck.entries.unpacked_or_empty(name))
    needed = round(_shown_width(picture) / EMU_PER_INCH * _PIXELS_PER_INCH)
    if needed and pixels > needed * _FACTOR:
        yield at_shape(
            "picture-oversized", slide, picture.shape, pixels=pixels, needed=needed, size=size
        )


def _shown_width(picture: PlacedPicture) -> float:
    """Return the EMU that the whole width of a file would take as it is shown."""
    box = picture.shape.box
    return 0 if box is None else box.cx / max(picture.shown, 0.01)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
