"""A talk with a bit of everything, and what python-pptx changes in its deck."""

import copy
import functools
import io
from typing import Any

import pptx

from deckgen.deck.deck_map import DeckMap
from deckgen.pipeline.compile import map_deck
from deckgen.roundtrip.comparing.changes import Change
from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.reading.read_edited import read_edited, with_sent
from deckgen.support.diagnostics import Diagnostics
from tests.building import ROOT
from tests.talks import Talk, talk
from tests.tools.packages import saved

OUTLINE = """\
- id: aim
  title: What we want
  bullets:
    - A square for all
    - More trees:
        - limes
        - maples
    - Fewer cars
  notes: |
    Begin slowly.

    Then ask the room.
- id: costs
  title: What it costs
  table:
    - [Item, Euro]
    - [Trees, 1200]
    - [Chairs, 800]
- id: visitors
  title: Who came
  chart:
    kind: column
    data: [[Year, Visitors], [2024, 120], [2025, 180]]
- id: plan
  title: How it looks
  image: {file: plan.png, alt: A plan of the square}
- id: steps
  title: How it goes on
  steps:
    - {title: Ask, text: What do you miss?}
    - {title: Try, text: A summer with chairs}
- id: motto
  quote: Well **begun** is half done.
  by: Aristotle
"""
PICTURE = ROOT / "examples" / "images" / "market.png"


@functools.cache
def built() -> Talk:
    """Return the talk."""
    made = talk(OUTLINE, files={"plan.png": PICTURE.read_bytes()})
    assert not made.diagnostics.has_errors, list(made.diagnostics)
    return made


@functools.cache
def base() -> DeckMap:
    """Return the map of the talk as it was built."""
    mapped = read(built().data).base
    assert mapped is not None
    return map_deck(built().compiled)._replace(parts=mapped.parts)


def opened() -> Any:
    """Return the deck for python-pptx to change."""
    return pptx.Presentation(io.BytesIO(built().data))


def read(data: bytes) -> EditedDeck:
    """Return a deck as it is read for comparing."""
    diagnostics = Diagnostics()
    deck = read_edited(data, diagnostics, "deck.pptx")
    assert deck is not None, list(diagnostics)
    return deck


def changes_of(presentation: Any, current: DeckMap | None = None) -> tuple[Change, ...]:
    """Return what was changed since the talk was built."""
    return compare(base(), with_sent(read(saved(presentation)), built().data), current)


def shape(presentation: Any, slide: int, name: str) -> Any:
    """Return the shape of a slide, counted from 0, whose name begins with some words."""
    shapes = presentation.slides[slide].shapes
    return next(each for each in shapes if each.name.startswith(name))


def move_slide(presentation: Any, old: int, new: int) -> None:
    """Move a slide in the list of slides."""
    entries = presentation.slides._sldIdLst
    entry = entries[old]
    entries.remove(entry)
    entries.insert(new, entry)


def delete_slide(presentation: Any, at: int) -> None:
    """Delete a slide, as PowerPoint does: out of the list, and with its part."""
    entries = presentation.slides._sldIdLst
    presentation.part.drop_rel(entries[at].rId)
    entries.remove(entries[at])


def duplicate_slide(presentation: Any, at: int) -> None:
    """Add a copy of a slide at the end; PowerPoint keeps the name, and gives a new id."""
    source = presentation.slides[at]
    new = presentation.slides.add_slide(source.slide_layout)
    for each in list(new.shapes):
        each._element.getparent().remove(each._element)
    for each in source.shapes:
        new.shapes._spTree.append(copy.deepcopy(each._element))
    new._element.cSld.set("name", source.name)
