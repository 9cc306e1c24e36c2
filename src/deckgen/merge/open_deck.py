"""Opening a deck for its slides: read once, in bounds, and repaired like a template."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, TypeAlias

from deckgen.deck.included_slide import DeckSummary, SlideSummary, deck_key, letters_of
from deckgen.deck.text_body import Bullet, LineBreak, Paragraph, Run, TextBody, WebLink
from deckgen.ooxml_rules.attributes import is_web_address, parse_flag
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES, attribute, placeholder_shapes, words_in
from deckgen.ooxml_rules.text_formats import first_list_number, paragraph_level, run_format
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, q
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.template.package.content_repairs import with_valid_content
from deckgen.template.package.kept_parts import MACROS, OWN_PARTS, SAMPLES, SIGNATURES, tree_of
from deckgen.template.package.open_template import read_presentation, with_sound_masters
from deckgen.template.package.relationships import (
    with_valid_relationships,
    without_dangling_relationships,
)

_LEFT = (SAMPLES | OWN_PARTS | MACROS | SIGNATURES) - {"slide", "notesSlide", "comments"}
"""Relationships to parts of the deck as a file, which no slide needs. They are not read."""
_SLIDE_SIZE = (9_144_000, 6_858_000)
"""EMU: PowerPoint's default."""


class OpenedDeck(NamedTuple):
    """A deck whose slides are merged, and the diagnostics of opening it."""

    listed: DeckSummary
    width: int
    """EMU."""
    height: int
    """EMU."""
    package: ParsedPackage
    """Repaired. Never changed, as other talks merge slides of it, too."""
    slides: tuple[str, ...]
    """The part name of each slide; empty for a slide that is missing."""
    diagnostics: tuple[Diagnostic, ...]


OpenDecks: TypeAlias = dict[str, "OpenedDeck | tuple[Diagnostic, ...]"]
"""Decks by a digest of their bytes, or the reasons why they cannot be opened."""


def open_deck(
    file: str, data: bytes, span: Span, opened: OpenDecks, diagnostics: Diagnostics, key: str = ""
) -> DeckSummary | None:
    """Open a deck, add it to `opened`, return its slides; None, with an error, if it is no deck.

    `file` is its name for messages, `span` the place that names it, `key` that of `deck_key`.
    """
    key = key or deck_key(data)
    if key not in opened:
        diagnostics_of_deck = Diagnostics()
        deck = _opened(file, key, data, diagnostics_of_deck)
        opened[key] = (
            tuple(diagnostics_of_deck)
            if deck is None
            else deck._replace(diagnostics=tuple(diagnostics_of_deck))
        )
    there = opened[key]
    collected = there.diagnostics if isinstance(there, OpenedDeck) else there
    messages = {each.message for each in diagnostics}
    diagnostics.extend(
        each._replace(span=span)
        for each in collected
        if each.severity is Severity.ERROR or each.message not in messages
    )
    return there.listed._replace(file=file) if isinstance(there, OpenedDeck) else None


def _opened(file: str, key: str, data: bytes, diagnostics: Diagnostics) -> OpenedDeck | None:
    collected = Diagnostics()
    package = read_presentation(file, data, lambda link, _: link.type not in _LEFT, collected)
    diagnostics.extend(
        each._replace(code="not-a-deck") if each.code == "not-a-template" else each
        for each in collected
    )
    if package is None or diagnostics.has_errors:
        return None
    _note_what_stays(package, diagnostics)
    package = with_valid_relationships(package, diagnostics)
    slides = slide_part_names(package)  # before unreadable slides leave the list
    package = _mended(package, diagnostics)
    root = tree_of(package.parts[MAIN_PART])
    listed = DeckSummary(file, key, tuple([listed_slide(package, name) for name in slides]))
    return OpenedDeck(listed, *_size(root), package, slides, ())


def _note_what_stays(package: ParsedPackage, diagnostics: Diagnostics) -> None:
    """Note macros and embedded fonts of the deck, which are not merged."""
    main = package.parts[MAIN_PART]
    if any(each.type in MACROS for each in main.relationships):
        diagnostics.note(
            "macros-dropped",
            f"{package.file} has macros; they do not come along with its slides",
            None,
        )
    if tree_of(main).find(q("p:embeddedFontLst")) is not None:
        diagnostics.note(
            "fonts-left",
            f"{package.file} has fonts embedded in it; they do not come along with its slides",
            None,
            "Install these fonts on the computer that shows the talk.",
        )


def _mended(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without faults that PowerPoint would repair, with a note for each."""
    package = with_sound_masters(package, diagnostics)
    package = without_dangling_relationships(package, diagnostics)
    # Masters, layouts and themes are repaired as in a template of the talk.
    shared = map(package.of_root, ("p:sldMaster", "p:sldLayout", "a:theme"))
    return with_valid_content(package, chain.from_iterable(shared), diagnostics)


def _size(root: Element) -> tuple[int, int]:
    size = root.find(q("p:sldSz"))
    sides = () if size is None else (size.get("cx", ""), size.get("cy", ""))
    if sides and all(re.fullmatch("[1-9][0-9]{0,8}", side) for side in sides):
        return int(sides[0]), int(sides[1])
    return _SLIDE_SIZE


def slide_part_names(package: ParsedPackage) -> tuple[str, ...]:
    """Return the part name of each slide in order; empty for a slide that is missing."""
    part = package.parts[MAIN_PART]
    entries = tree_of(part).findall(f"{q('p:sldIdLst')}/{q('p:sldId')}")
    return tuple(_slide(package, part.related(entry.get(q("r:id")))) for entry in entries)


def _slide(package: ParsedPackage, relationship: ParsedRelationship | None) -> str:
    is_inside = relationship is not None and not relationship.external
    part = package.parts.get(relationship.target) if relationship and is_inside else None
    is_there = part is not None and part.root is not None and part.root.tag == q("p:sld")
    return part.name if part is not None and is_there else ""


def listed_slide(package: ParsedPackage, name: str) -> SlideSummary:
    """Return title, layout and notes of a slide."""
    part = package.parts.get(name)
    if part is None:
        return SlideSummary("", "", hidden=False, notes=None)
    root = tree_of(part)
    return SlideSummary(
        title=_title(root),
        layout=" ".join(
            attribute(package.related_root(part, "slideLayout"), "p:cSld", "name").split()
        ),
        hidden=parse_flag(root.get("show")) is False,
        notes=_notes(package, part),
        letters=letters_of(words_in(root)),
    )


def _title(root: Element) -> str:
    titles = (each.shape for each in placeholder_shapes(root) if each.type in TITLE_TYPES)
    for title in titles:
        texts = title.iter(q("a:p"), q("a:br"), q("a:t"))
        words = (text.text or "" if text.tag == q("a:t") else " " for text in texts)
        return " ".join("".join(words).split())
    return ""


def _notes(package: ParsedPackage, slide: ParsedPart) -> TextBody | None:
    """Return the words of a slide's notes; None if there are none."""
    part = package.related_part(slide, "notesSlide")
    if part is None or part.root is None:
        return None
    bodies = (each.shape for each in placeholder_shapes(part.root) if each.type == "body")
    body = next(bodies, None)
    paragraphs = [] if body is None else [_paragraph(each, part) for each in body.iter(q("a:p"))]
    while paragraphs and not paragraphs[-1].text.strip():
        paragraphs.pop()
    return TextBody(tuple(paragraphs)) if paragraphs else None


def _paragraph(element: Element, part: ParsedPart) -> Paragraph:
    runs: list[Run | LineBreak] = []
    for child in element:
        if child.tag == q("a:br"):
            runs.append(LineBreak())
        elif child.tag in {q("a:r"), q("a:fld")}:
            runs += _runs(child, part)
    return Paragraph(
        tuple(runs),
        paragraph_level(element),
        _bullet(element.find(q("a:pPr"))),
        start_at=first_list_number(element),
    )


def _runs(element: Element, part: ParsedPart) -> Iterator[Run | LineBreak]:
    """Yield a run with its formatting; a line feed inside, as in old files, is a line break."""
    properties = element.find(q("a:rPr"))
    target = part.related(attribute(properties, "a:hlinkClick", q("r:id")))
    is_web = target is not None and target.external and is_web_address(target.target)
    link = WebLink(target.target) if target and is_web else None
    for at, line in enumerate(words_in(element).replace("\v", "\n").split("\n")):
        if at:
            yield LineBreak()
        if line:
            yield Run(line, **run_format(properties)._asdict(), link=link)


def _bullet(properties: Element | None) -> Bullet:
    if properties is None:
        return "layout"
    if properties.find(q("a:buAutoNum")) is not None:
        return "number"
    return "disc" if properties.find(q("a:buChar")) is not None else "layout"
