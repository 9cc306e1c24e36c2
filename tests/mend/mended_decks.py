"""Decks to mend: made by python-pptx, mended, and read again."""

from typing import Any

from pptx import Presentation
from pptx.util import Inches

from deckgen.audit.audit import audit_deck
from deckgen.mend.mend_deck import mend_deck
from deckgen.mend.mend_values import MendedDeck
from deckgen.support.diagnostics import Diagnostics


def mended(deck: bytes, *, private: bool = False) -> MendedDeck:
    diagnostics = Diagnostics()
    made = mend_deck(deck, audit_deck(deck, "deck.pptx"), diagnostics, private=private)
    assert made is not None, [each.message for each in diagnostics]
    return made


def blank() -> tuple[Any, Any]:
    """Return a presentation with an empty slide, and the slide."""
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.language = "A talk", "en-GB"
    return deck, deck.slides.add_slide(deck.slide_layouts[6])


def text_box(slide: Any, words: str, top: float, left: float = 1) -> Any:
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(3), Inches(1))
    box.text_frame.text = words
    return box
