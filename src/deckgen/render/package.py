"""A deck as a renderer takes it: its slides in order, and what they say of themselves."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from deckgen.diagnostics import Diagnostics
from deckgen.opc.archive import zipped
from deckgen.opc.entries import BROKEN, Entries, open_entries
from deckgen.render.renderer import RenderingError

_PRESENTATION = "/ppt/presentation.xml"
_ARROWS = "/ppt/_rels/presentation.xml.rels"
_HIDDEN = re.compile(rb"<(?:\w+:)?sld\s[^>]*\bshow=[\"'](?:0|false)[\"']")
_LANGUAGE = re.compile(rb"\slang=[\"']([A-Za-z][A-Za-z0-9-]*)[\"']")


class DeckSlide(NamedTuple):
    """A slide of a .pptx."""

    part: str
    hidden: bool
    langs: tuple[str, ...]
    """The language of each of its runs."""


def slides_of(deck: bytes) -> tuple[DeckSlide, ...]:
    """Return the slides of a .pptx in the order in which they are shown.

    Raises RenderingError (not-a-deck).
    """
    return _slides(_opened(deck))


def language_of(slides: tuple[DeckSlide, ...]) -> str:
    """Return the language that most of the text is in, as a BCP 47 tag; empty: none says one."""
    counted = Counter(lang for slide in slides for lang in slide.langs)
    return next((lang for lang, _ in counted.most_common(1)), "")


def numbered(deck: bytes) -> bytes:
    """Return a .pptx whose slides are the parts slide1.xml, slide2.xml … in their order.

    LibreOffice takes the number in a part's name for that of the slide, so only then links within
    the deck lead where they should. PowerPoint numbers the parts so whenever it saves.
    """
    entries = _opened(deck)
    slides = _slides(entries)
    if any(not slide.part.startswith("/ppt/slides/") for slide in slides):
        return deck
    names = {_last(slide.part): f"slide{at}.xml" for at, slide in enumerate(slides, 1)}
    others = {_last(name) for name in entries.infos if name.startswith("/ppt/slides/")}
    if all(old == new for old, new in names.items()) or others & {*names.values()} - {*names}:
        return deck
    # Within the package, that is: an address with a scheme has a colon before the name.
    any_name = "|".join(map(re.escape, names))
    named = re.compile(rf"""((?:Target|PartName)=["'](?:[^"':]*/)?)({any_name})(?=["'#])""")

    def changed(name: str, data: bytes) -> tuple[str, bytes]:
        folder, _, last = name.rpartition("/")
        slide, arrows = last.removesuffix(".rels"), last.endswith(".rels")
        if folder in {"/ppt/slides", "/ppt/slides/_rels"} and slide in names:
            name = f"{folder}/{names[slide]}{'.rels' if arrows else ''}"
        if arrows or name == "/[Content_Types].xml":
            text = data.decode("utf-8", errors="surrogateescape")
            text = named.sub(lambda found: found[1] + names[found[2]], text)
            data = text.encode("utf-8", errors="surrogateescape")
        return name.lstrip("/"), data

    try:
        return zipped(changed(name, entries.unpacked(name)) for name in entries.infos)
    except BROKEN as broken:
        raise _no_deck() from broken


def _opened(deck: bytes) -> Entries:
    found = Diagnostics()
    entries = open_entries(deck, found, "The deck")
    if entries is None:
        problem = next(iter(found))
        raise RenderingError("not-a-deck", problem.message, problem.hint or "")
    return entries


def _slides(entries: Entries) -> tuple[DeckSlide, ...]:
    from deckgen.opc.reading import UnreadableXMLError, parsed, q, relationships_of

    try:
        presentation = parsed(entries.unpacked(_PRESENTATION))
        arrows = relationships_of(parsed(entries.unpacked(_ARROWS)), _ARROWS)
        parts = {each.id: each.target for each in arrows}
        listed = [each.get(q("r:id"), "") for each in presentation.iter(q("p:sldId"))]
        names = [parts[each] for each in listed]
        return tuple(_slide(name, entries.unpacked(name)) for name in names)
    except (*BROKEN, KeyError, UnreadableXMLError) as broken:
        raise _no_deck() from broken


def _slide(name: str, data: bytes) -> DeckSlide:
    langs = tuple(lang.decode() for lang in _LANGUAGE.findall(data))
    return DeckSlide(name, bool(_HIDDEN.search(data)), langs)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _no_deck() -> RenderingError:
    return RenderingError(
        "not-a-deck",
        "The deck is no PowerPoint file that can be read.",
        "Open it in PowerPoint and save it again as .pptx.",
    )
