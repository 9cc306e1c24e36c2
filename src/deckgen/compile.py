"""The line: from the text of an outline to the bytes of a deck, one stage after another.

text -parse-> nodes -vary-> nodes -read-> Outline -lower-> Deck -arrange-> Deck -fit-> Deck
-write-> bytes
"""

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.brands import BrandFile, find_brand
from deckgen.deck.direction import runs_right_to_left
from deckgen.deck.fit import Fitted, fit
from deckgen.deck.model import Deck
from deckgen.diagnostics import Diagnostics, Span
from deckgen.ooxml.presentation import write
from deckgen.outline.fields import Text
from deckgen.outline.identify import read_outline, words_of
from deckgen.outline.kinds import kinds
from deckgen.outline.lowering import lower
from deckgen.outline.nodes import Scalar
from deckgen.outline.outline import Outline
from deckgen.outline.source import parse
from deckgen.outline.talk import Talk
from deckgen.outline.variants import vary
from deckgen.workspace import Files, WorkspaceError


class Compiled(NamedTuple):
    """A deck, what it looks like, and how it was fitted."""

    fitted: Fitted
    brand: Brand

    @property
    def deck(self) -> Deck:
        """The deck as it is written."""
        return self.fitted.deck


def compile_talk(
    name: str, files: Files, brand_file: BrandFile | None, diagnostics: Diagnostics
) -> Compiled | None:
    """Return the deck of the outline called `name`, and its brand; None if it cannot be made.

    Whatever is wrong stands in `diagnostics`; the deck may only be written if none is an error.
    """
    outline = _read_talk(name, files, diagnostics)
    if outline is None:
        return None
    found = find_brand(name, outline.talk, files, brand_file, diagnostics)
    brand = found.brand
    if outline.talk.footer is None and found.footer:
        talk = replace(outline.talk, footer=_brand_footer(found.footer, outline.talk, diagnostics))
        outline = outline._replace(talk=talk)

    def beside(file: Text) -> bytes | None:
        folder, slash, _ = name.rpartition("/")
        return _data(folder + slash + file.raw, files, file.span, diagnostics)

    deck = lower(outline, brand.fit, beside, diagnostics)
    if not _is_shallow(deck, brand, diagnostics):
        return None
    if found.choices:
        from deckgen.template.composed import note_composed

        note_composed(found.choices, {slide.role for slide in deck.slides}, brand.name, diagnostics)
    if found.choices or any(runs_right_to_left(lang) for lang in {one.lang for one in deck.slides}):
        from deckgen.deck.arrange import arrange

        deck = arrange(deck, brand.layout)
    fitted = fit(deck, brand.layout, brand.fonts, brand.minimum_size, diagnostics)
    return Compiled(fitted, brand)


def deck_bytes(compiled: Compiled, epoch: dt.datetime | None) -> bytes:
    """Return the .pptx; its date is the talk's own, else `epoch`, else it has none."""
    moment, day = epoch, compiled.deck.date
    if day is not None:
        moment = dt.datetime.combine(day, dt.time(), dt.UTC)
    return write(compiled.deck, compiled.brand, moment)


def _read_talk(name: str, files: Files, diagnostics: Diagnostics) -> Outline | None:
    data = _data(name, files, None, diagnostics)
    nodes = None if data is None else parse(name, data, diagnostics)
    if nodes is None:
        return None
    if data and b"$" in data:  # else there is nothing to insert
        nodes = vary(nodes, {}, diagnostics)
    # Only the kinds that the outline names are imported; but to say what is wrong takes them all.
    found = Diagnostics()
    outline = read_outline(nodes, kinds(words_of(nodes)), found)
    return outline if not len(found) else read_outline(nodes, kinds(), diagnostics)


def _brand_footer(footer: tuple[str, Span], talk: Talk, diagnostics: Diagnostics) -> Text | None:
    """Return the brand's footer with the talk's variables in it."""
    variables = {name: text.raw for name, text in (talk.vars or {}).items()}
    if talk.event is not None:
        event = talk.event
        named = {"event": event.name, "event.name": event.name, "event.place": event.place}
        variables |= {name: text.raw for name, text in named.items() if text is not None}
    written = Scalar(*footer)
    inserted = vary(written, variables, diagnostics)
    return Text(inserted.text, inserted.span) if isinstance(inserted, Scalar) else None


def _data(name: str, files: Files, span: Span | None, diagnostics: Diagnostics) -> bytes | None:
    try:
        return files.read(name)
    except WorkspaceError as problem:
        place = span or Span(name, 1, 1)
        diagnostics.error(problem.code, problem.message, place, problem.hint)
        return None


def _is_shallow(deck: Deck, brand: Brand, diagnostics: Diagnostics) -> bool:
    """Report bullets that lie deeper than the brand styles; return whether there are none."""
    shallow = True
    for slide in deck.slides:
        for _, content in slide.placeholders:
            for paragraph in content.paragraphs:
                if paragraph.level >= brand.levels:
                    shallow = False
                    diagnostics.error(
                        "too-deep",
                        f"This bullet lies {paragraph.level + 1} levels deep; "
                        f"the brand has {brand.levels}.",
                        paragraph.span,
                        "Move it up a level, or make a slide of its own for it.",
                    )
    return shallow
