"""The line: from the text of an outline to the bytes of a deck, one stage after another.

text -parse-> nodes -expand-> nodes -read-> Outline -lower-> Deck -choose layouts-> Deck
-rearrange-> Deck -fit-> Deck (-mirror-> Deck) -prepare-> Deck -merge-> Deck -write-> bytes
"""

import datetime as dt
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.slide import Deck, DeckOrigin, Slide
from deckgen.deck.text_body import has_list
from deckgen.files.workspace import Files, read_or_report
from deckgen.fit.fit import FittedDeck, fit
from deckgen.ooxml.presentation import slide_numbers, write
from deckgen.opc.zip_writer import PackedEntries
from deckgen.outline.expand.variable_usage import check_variable_usage
from deckgen.outline.expand.variables import insert_variables_in_text
from deckgen.outline.expand.variant import AS_WRITTEN, COMMAND_LINE, Variant, apply_variant
from deckgen.outline.lower.lowering import lower_outline
from deckgen.outline.lower.speaking_time import check_minutes
from deckgen.outline.schema.entry import Outline
from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.build_cache import BuildCache, resolve_brand
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.read_source import Source, read_source, read_typed, read_variant
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import path_beside
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.deck.deck_map import DeckMap
    from deckgen.deck.included_slide import DeckSummary
    from deckgen.template.template_brand import MatchedTemplate

_MOST_DECKS = 16
"""Included decks that are kept open."""
_MOST_SLIDES = 15_000
"""With its notes, each is four of the 65,535 files that a .pptx can hold."""


class Compiled(NamedTuple):
    """A deck, its brand, and how it was fitted."""

    fitted: FittedDeck
    brand: Brand
    outline: Outline
    """What it was made of."""
    origin: DeckOrigin
    """Which files, and what of the command line, chose its words."""
    keeps_map: bool = True
    """Whether its file holds the map of its words."""

    @property
    def deck(self) -> Deck:
        """The deck as it is written."""
        return self.fitted.deck


def compile_talk(
    name: str,
    files: Files,
    brand_file: BrandFile | None,
    diagnostics: Diagnostics,
    style: str | None = None,
) -> Compiled | None:
    """Return the deck of the outline called `name`, and its brand; None if it cannot be made.

    `style` is the name of the style that replaces the brand's.
    Whatever is wrong stands in `diagnostics`; the deck may only be written if none is an error.
    """
    source = read_source(name, files, brand_file, diagnostics)
    if source is None:
        return None
    source = source._replace(style=style)
    return compile_nodes(source, AS_WRITTEN, BuildCache(), diagnostics)


def compile_nodes(
    source: Source, variant: Variant, cache: BuildCache, diagnostics: Diagnostics
) -> Compiled | None:
    """Return one town's deck of an outline that was read; for the rest, see `compile_talk`."""
    compiled = compile_words(source, variant, cache, diagnostics)
    if compiled is None:
        return None
    deck = compiled.deck
    if any(slide.graphics for slide in deck.slides):
        from deckgen.media.prepare import prepare_pictures

        deck = prepare_pictures(deck, cache.twins, diagnostics)
    if any(slide.included for slide in deck.slides):
        from deckgen.merge.merge import merge_slides

        deck = merge_slides(deck, compiled.brand, cache.decks, diagnostics)
    return compiled._replace(fitted=compiled.fitted._replace(deck=deck))


def compile_words(
    source: Source, variant: Variant, cache: BuildCache, diagnostics: Diagnostics
) -> Compiled | None:
    """Return a deck as `compile_nodes` does, for its map alone; it must not be written.

    Its pictures are not ready, and slides of other decks have no parts yet.
    """
    if source.is_fixed and variant == AS_WRITTEN:
        nodes = source.nodes
        outline = read_typed(nodes, diagnostics)
    else:
        nodes = apply_variant(source.nodes, variant, diagnostics)
        outline = read_variant(nodes, diagnostics)
    if outline is None:
        return None
    resolved = resolve_brand(source, outline.talk, cache)
    diagnostics.extend(resolved.diagnostics)
    talk_brand = resolved.talk_brand
    footer = Scalar(*talk_brand.footer) if talk_brand.footer else None
    if footer is not None and outline.talk.footer is None:
        inserted = insert_variables_in_text(footer, nodes, diagnostics)
        outline = outline._replace(talk=changed(outline.talk, footer=inserted))
    check_variable_usage(source.nodes, nodes, footer, variant, diagnostics)
    check_minutes(outline, diagnostics)
    deck = _lower(outline, talk_brand.brand, source.files, cache, diagnostics)
    brand = talk_brand.brand
    if any(slide.layout for slide in deck.slides):
        from deckgen.pipeline.choose_layouts import choose_layouts

        deck, brand = choose_layouts(deck, talk_brand, diagnostics)
    if not _is_shallow(deck, brand, diagnostics):
        return None
    deck = _rearrange(deck, brand, talk_brand.template, diagnostics)
    layout, fonts, least = brand.layout, brand.fonts, brand.minimum_size
    fitted = fit(deck, layout, fonts, least, diagnostics, resolved.fitted)
    languages = {slide.lang for slide in deck.slides}
    if brand.layouts[0].mirrored or any(map(runs_right_to_left, languages)):
        fitted, brand = _from_right(fitted, brand)
    if len(slides := fitted.deck.slides) > _MOST_SLIDES:
        diagnostics.error(
            "too-many-slides",
            f"The deck has {len(slides):,} slides; there may be {_MOST_SLIDES:,}.",
            slides[_MOST_SLIDES].span,
            "Divide the talk into several outlines.",
        )
    keeps_map = brand.keeps_map and not source.is_clean
    return Compiled(fitted, brand, outline, _origin(source, variant), keeps_map)


def created_at(compiled: Compiled, epoch: dt.datetime | None) -> dt.datetime | None:
    """Return when a file of the talk says that it was made: on the talk's day, else at `epoch`."""
    day = compiled.deck.date
    return epoch if day is None else dt.datetime.combine(day, dt.time(), dt.UTC)


def deck_bytes(
    compiled: Compiled, epoch: dt.datetime | None, packed: PackedEntries | None = None
) -> bytes:
    """Return the .pptx, dated as `created_at` has it; `packed` keeps parts for other decks."""
    origin = compiled.origin if compiled.keeps_map else None
    return write(compiled.deck, compiled.brand, created_at(compiled, epoch), packed, origin)


def map_deck(compiled: Compiled) -> "DeckMap":
    """Return what stands in the deck, text by text, with the spans where the author wrote it."""
    from deckgen.deck.deck_map import DeckMap
    from deckgen.ooxml.map.mapped_slides import map_slides

    slides = compiled.deck.slides
    mapped = map_slides(slides, slide_numbers(slides), compiled.brand)
    return DeckMap(tuple(mapped), compiled.origin)


def _origin(source: Source, variant: Variant) -> DeckOrigin:
    """Return what chose a variant.

    Words of a table, or of a program, go into the deck only if a slide shows them.
    """
    return DeckOrigin(
        source.name.rpartition("/")[2],
        variant.town,
        variant.table.rpartition("/")[2],
        tuple(sorted(variant.tags - variant.row_tags)),
        tuple(
            (each.name, each.words) for each in variant.variables if each.span.file == COMMAND_LINE
        ),
        source.style or "",
    )


def _lower(
    outline: Outline, brand: Brand, files: Files, cache: BuildCache, diagnostics: Diagnostics
) -> Deck:
    def read(file: Text) -> bytes | None:
        name = path_beside(file.span.file, file.text)
        return read_or_report(files, name, file.span, diagnostics)

    included = functools.cache(_deck_reader(read, cache, diagnostics))
    return lower_outline(outline, brand.fit, read, diagnostics, included, cache.texts)


def _deck_reader(
    read: Callable[[Text], bytes | None], cache: BuildCache, diagnostics: Diagnostics
) -> "Callable[[Text], DeckSummary | None]":
    """Return what opens a deck that slides are included from; it is kept for other decks."""
    if len(cache.decks) > _MOST_DECKS:
        cache.decks.clear()

    contents: dict[str, tuple[bytes, str]] = {}

    def open_included(file: Text) -> "DeckSummary | None":
        from deckgen.deck.included_slide import deck_key
        from deckgen.merge.open_deck import open_deck

        # Large decks are read, and their digests made, once for all entries that name them.
        name = path_beside(file.span.file, file.text)
        if name not in contents:
            data = read(file)
            if data is None:
                return None
            contents[name] = data, deck_key(data)
        data, key = contents[name]
        return open_deck(file.text, data, file.span, cache.decks, diagnostics, key)

    return open_included


def _is_shallow(deck: Deck, brand: Brand, diagnostics: Diagnostics) -> bool:
    """Report bullets that lie deeper than the brand styles; return whether there are none."""
    levels = brand.body_levels
    too_deep = [
        paragraph
        for slide in deck.slides
        for _, content in slide.placeholders
        for paragraph in content.paragraphs
        if paragraph.level >= levels
    ]
    for paragraph in too_deep:
        diagnostics.error(
            "too-deep",
            f"This bullet lies {paragraph.level + 1} levels deep; the brand has {levels}.",
            paragraph.span,
            "Move it up a level, or make a slide of its own for it.",
        )
    return not too_deep


def _rearrange(
    deck: Deck, brand: Brand, template: "MatchedTemplate | None", diagnostics: Diagnostics
) -> Deck:
    """Return the deck with its text in the placeholders that the layouts have."""
    if template:
        from deckgen.template.inspect.layout_notes import report_layouts

        used = {slide.role for slide in deck.slides if not slide.included and not slide.layout}
        report_layouts(
            template.matches,
            brand,
            used,
            sizes_chosen=template.settings.least_size > 0 or template.settings.keeps_sizes,
            diagnostics=diagnostics,
        )
    languages = {deck.lang, *(slide.lang for slide in deck.slides)}
    is_usual = not (template or brand.named_layouts or any(map(runs_right_to_left, languages)))
    if not is_usual or any(map(_has_text_without_place, deck.slides)):
        from deckgen.fit.rearrange import rearrange

        deck = rearrange(deck, brand.layout)
    return deck


def _from_right(fitted: FittedDeck, brand: Brand) -> tuple[FittedDeck, Brand]:
    """Return a deck with slides read from the right, and its layouts, as they are shown."""
    from deckgen.deck.bidi import with_text_at_its_side
    from deckgen.deck.mirrored import mirrored

    deck, width = fitted.deck, brand.width
    slides = tuple(
        [with_text_at_its_side(each, brand.layout(*each.layout_key)) for each in deck.slides]
    )
    if not brand.layouts[0].mirrored:
        return fitted._replace(deck=deck._replace(slides=slides)), brand
    fitted = fitted._replace(deck=deck._replace(slides=mirrored(slides, width)))
    named = {key: mirrored(layout, width) for key, layout in brand.named_layouts.items()}
    return fitted, brand._replace(layouts=mirrored(brand.layouts, width), named_layouts=named)


def _has_text_without_place(slide: Slide) -> bool:
    """Return whether a layout of our own may lack the place of a text or the marks of a list.

    A question with a graphic has a layout that need not show its progress.
    """
    if slide.graphics and slide.has("progress"):
        return True
    return slide.role in {"text", "closing"} and any(
        has_list(body) for role, body in slide.placeholders if role == "body"
    )
