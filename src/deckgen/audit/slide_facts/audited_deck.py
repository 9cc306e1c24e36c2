"""A deck as rules look at it: its package, its slides one by one, and what they have in common."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckgen.audit.finding import DeckFacts, ShapePlace, Subject
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.audit.slide_facts.layout_facts import LayoutFacts, read_layout
from deckgen.audit.slide_facts.read_slide import SlideContext, read_slide
from deckgen.media.formats import gif, jpeg, png
from deckgen.media.formats.exif import has_place
from deckgen.media.refusal import RefusedError
from deckgen.ooxml_rules.attributes import parse_emu, parse_flag, parse_share
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.opc.zip_reader import ZipEntries

_USUAL_SIZE = (12_192_000, 6_858_000)
"""EMU: a slide of 16:9."""
_MARKS = (b"Exif\0\0", b"eXIf", b"EXIF")
"""What stands before the properties of a photo in JPEG, PNG and WebP."""
_HEAD = 1 << 18
"""Bytes at the beginning of a file in which they are looked for."""


class PlacedPicture(NamedTuple):
    """A picture on a slide."""

    shape: ShapePlace
    part: str
    """The part name of its file."""
    cropped: float
    """The share of the file that is cut away, from 0 to 1."""
    shown: float
    """The share of the file's width that is shown."""


class PlacedClip(NamedTuple):
    """A film or a sound on a slide."""

    shape: ShapePlace
    part: str
    """The part name of its file; empty if it is not in the deck."""
    is_sound: bool
    has_captions: bool
    is_muted: bool


class SlideFacts(NamedTuple):
    """What is kept of a slide for the rules about the whole deck."""

    number: int
    part_name: str
    layout_part: str
    title: str
    hidden: bool
    notes: str
    fonts: frozenset[str]
    pictures: tuple[PlacedPicture, ...]
    clips: tuple[PlacedClip, ...]


class AuditedDeck(NamedTuple):
    """A deck, without its slides: these are read one by one, so that memory stays bounded."""

    package: ParsedPackage
    entries: ZipEntries
    main: ParsedPart
    root: Element
    """`p:presentation`."""
    properties: Mapping[str, str]
    """What `docProps/core.xml` and `app.xml` state, by the names of the elements."""
    slides: tuple[SlideFacts, ...] = ()


def audited_deck(package: ParsedPackage, entries: ZipEntries) -> AuditedDeck | None:
    """Return a deck without its slides; None if it has no presentation."""
    main = package.main()
    if main is None or main.root is None:
        return None
    return AuditedDeck(package, entries, main, main.root, _properties(package))


def audited_slides(deck: AuditedDeck) -> Iterator[AuditedSlide]:
    """Yield the slides in the order in which they are shown: those that can be read, each once."""
    context = SlideContext(deck.package, *_slide_size(deck), _table_styles(deck))
    layouts: dict[str, LayoutFacts] = {}
    seen: set[str] = set()
    for number, entry in enumerate(deck.root.iterfind(f"{q('p:sldIdLst')}/{q('p:sldId')}"), 1):
        part = deck.package.linked_part(deck.main, entry.get(q("r:id")))
        if part is None or part.root is None or part.name in seen:
            continue
        seen.add(part.name)
        name = part.target_of("slideLayout") or ""
        if name not in layouts:
            layouts[name] = read_layout(deck.package.parts.get(name), deck.package)
        yield read_slide(number, part, part.root, layouts[name], context)


def deck_facts(deck: AuditedDeck, language: str) -> DeckFacts:
    """Return what a deck says of itself; `language` is that of most of its text."""
    stated = deck.properties
    return DeckFacts(
        " ".join(stated.get("title", "").split()),
        " ".join(stated.get("creator", "").split()),
        stated.get("language", "") or language,
        " ".join((stated.get("Application", ""), stated.get("AppVersion", ""))).strip(),
        *_slide_size(deck),
    )


def _slide_size(deck: AuditedDeck) -> tuple[int, int]:
    """Return width and height of the slides in EMU."""
    size = deck.root.find(q("p:sldSz"))
    sides = (None, None) if size is None else (parse_emu(size.get("cx")), parse_emu(size.get("cy")))
    return sides[0] or _USUAL_SIZE[0], sides[1] or _USUAL_SIZE[1]


def slide_facts(slide: AuditedSlide) -> SlideFacts:
    """Return what is kept of a slide."""
    return SlideFacts(
        slide.number,
        slide.part.name,
        slide.layout_part,
        slide.title_text,
        slide.hidden,
        slide.notes,
        frozenset(run.font for shape in slide.shown for run in shape.runs if run.text.strip()),
        tuple(_pictures(slide)),
        tuple(_clips(slide)),
    )


def slide_languages(slide: AuditedSlide) -> Mapping[str, int]:
    """Return how many letters of a slide are in each language, where one is stated."""
    letters = Counter[str]()
    for run in (run for shape in slide.shown for run in shape.runs if run.lang):
        letters[run.lang] += len(run.text)
    return letters


def _pictures(slide: AuditedSlide) -> Iterator[PlacedPicture]:
    for shape in slide.shapes:
        for blip in shape.element.iter(q("a:blip")):
            link = slide.part.related(blip.get(q("r:embed")))
            if link is not None and not link.external:
                across, down = _kept(shape, blip)
                yield PlacedPicture(shape.place, link.target, 1 - across * down, across)


def _clips(slide: AuditedSlide) -> Iterator[PlacedClip]:
    muted = {
        target.get("spid")
        for node in slide.root.iter(q("p:cMediaNode"))
        if parse_flag(node.get("mute")) or node.get("vol") == "0"
        for target in node.iter(q("p:spTgt"))
    }
    for shape in slide.shown:
        if shape.kind != "media":
            continue
        ids = (media.get(q("r:embed")) for media in shape.element.iter(q("p14:media")))
        link = slide.part.related(next(ids, None))
        sounds = shape.element.iter(q("a:audioFile"), q("a:wavAudioFile"))
        yield PlacedClip(
            shape.place,
            "" if link is None or link.external else link.target,
            is_sound=next(sounds, None) is not None,
            has_captions=next(shape.element.iter(q("p173:track")), None) is not None,
            is_muted=str(shape.place.id) in muted,
        )


def _kept(shape: AuditedShape, blip: Element) -> tuple[float, float]:
    """Return the shares of a picture's width and height that are shown (20.1.8.55 srcRect)."""
    fill = blip.getparent()
    crop = None if fill is None else fill.find(q("a:srcRect"))
    if crop is None or shape.kind == "media":
        return 1, 1
    left, top, right, bottom = (
        min(max(parse_share(crop.get(side)) or 0, 0), 1) for side in ("l", "t", "r", "b")
    )
    return max(1 - left - right, 0), max(1 - top - bottom, 0)


def _table_styles(deck: AuditedDeck) -> Mapping[str, Element]:
    root = deck.package.related_root(deck.main, "tableStyles")
    styles = () if root is None else root.iterchildren(q("a:tblStyle"))
    return {style.get("styleId", ""): style for style in styles}


def _properties(package: ParsedPackage) -> Mapping[str, str]:
    properties: dict[str, str] = {}
    for kind in ("core-properties", "extended-properties"):
        targets = (link.target for link in package.relationships if link.type == kind)
        for part in (package.parts.get(target) for target in targets):
            if part is not None and part.root is not None:
                for child in part.root.iterchildren("{*}*"):
                    properties.setdefault(local_name(child), (child.text or "").strip())
    return properties


def deck_subjects(deck: AuditedDeck) -> Iterator[Subject]:
    """Yield what a whole deck has."""
    if next(deck.root.iter(q("p14:section")), None) is not None:
        yield "sections"
    types = {link.type for part in deck.package.parts.values() for link in part.relationships}
    if types & {"comments", "commentAuthors", "authors"}:
        yield "comments"
    if types & {"video", "audio", "media"}:
        yield "media"


def slide_subjects(slide: AuditedSlide) -> Iterator[Subject]:
    """Yield what a slide has."""
    kinds = {shape.kind for shape in slide.shown}
    has: Mapping[Subject, object] = {
        "slides": True,
        "graphics": kinds - {"text", "table"} or any(shape.drawn for shape in slide.shown),
        "charts": "chart" in kinds,
        "tables": "table" in kinds,
        "text": any(shape.has_words for shape in slide.shown),
        "notes": slide.notes,
        "links": any(True for _ in slide.root.iter(q("a:hlinkClick"))),
        "movement": any(True for _ in slide.root.iter(q("p:timing"), q("p:transition"))),
    }
    return (subject for subject, there in has.items() if there)


def has_place_of_photo(data: bytes) -> bool:
    """Return whether a file states where the photo was taken."""
    head = data[:_HEAD]
    for mark in _MARKS:
        at = head.find(mark)
        if at >= 0:
            start = at + len(mark)
            # WebP has the length of the properties between the mark and them.
            return has_place(head[start:]) or has_place(head[start + 4 :])
    return False


def pixel_width(data: bytes) -> int:
    """Return the width of a picture in pixels; 0 for a format that is not known, or damage."""
    try:
        if data.startswith(png.SIGNATURE):
            return png.size("", data)[0]
        if data.startswith(gif.SIGNATURES):
            return gif.size("", data)[0]
        if data.startswith(jpeg.SIGNATURE):
            return jpeg.read("", data).width
    except RefusedError:
        return 0
    return 0
