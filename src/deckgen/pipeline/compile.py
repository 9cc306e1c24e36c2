"""The line: from the text of an outline to the bytes of a deck, one stage after another.

text -parse-> nodes -include-> nodes -vary-> nodes -read-> Outline -lower-> Deck -arrange-> Deck
-fit-> Deck -write-> bytes
"""

import datetime as dt
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.slide import Deck
from deckgen.deck.text_body import TextBody
from deckgen.files.tracked_files import TrackedFiles
from deckgen.files.workspace import Files, read_or_report
from deckgen.fit.fill_placeholders import FrameCache
from deckgen.fit.fit import FittedDeck, fit
from deckgen.ooxml.presentation import write
from deckgen.opc.zip_writer import PackedEntries
from deckgen.outline.expand.includes import expand_includes
from deckgen.outline.expand.variable_usage import check_variable_usage
from deckgen.outline.expand.variables import insert_variables, insert_variables_in_text
from deckgen.outline.expand.variant import AS_WRITTEN, Variant, apply_variant
from deckgen.outline.kinds import kinds
from deckgen.outline.lower.lowering import lower_outline
from deckgen.outline.lower.speaking_time import check_minutes
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.outline import Outline
from deckgen.outline.schema.outline_reader import read_outline, slide_keys
from deckgen.outline.schema.talk import Talk
from deckgen.outline.schema.town_file import empty_file_hint
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.pipeline.find_brand import BrandFile, FoundBrand, find_brand
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.support.file_names import path_beside
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.deck.included_slide import DeckSummary
    from deckgen.media.prepare import PngTwins
    from deckgen.merge.open_deck import OpenDecks


class Source(NamedTuple):
    """An outline as it was read, for any number of towns."""

    name: str
    nodes: Node
    files: Files
    brand_file: BrandFile | None = None


class Compiled(NamedTuple):
    """A deck, what it looks like, and how it was fitted."""

    fitted: FittedDeck
    brand: Brand
    outline: Outline
    """What it was made of."""

    @property
    def deck(self) -> Deck:
        """The deck as it is written."""
        return self.fitted.deck


class ResolvedBrand(NamedTuple):
    """A brand as it was read for one size of slides, and what was found on the way."""

    brand: FoundBrand
    diagnostics: tuple[Diagnostic, ...]
    pages: FrameCache
    """Its layouts as frames; they grow on the way."""
    read: frozenset[str]
    """The files that it was made of."""
    asked: Text | None
    """The line that asked for it."""

    @property
    def lines(self) -> set[str]:
        """The files that its findings point into."""
        return {each.span.file for each in self.diagnostics if each.span}


class BuildCache:
    """What the decks of one run have in common, so that it is made once; it grows on the way."""

    def __init__(self) -> None:
        self.brands: dict[tuple[str, str], ResolvedBrand] = {}
        """By the file of the brand that a talk names and the size of its slides."""
        self.packed: PackedEntries = {}
        self.parsed: dict[Text, TextBody] = {}
        self.twins: PngTwins = {}
        self.decks: OpenDecks = {}
        """Decks that slides are included from, by their bytes."""

    def forget(self, changed: frozenset[str]) -> None:
        """Drop the looks that were made of files that have changed, or tell of lines in them."""
        self.brands = {
            key: resolved
            for key, resolved in self.brands.items()
            if resolved.read.isdisjoint(changed) and resolved.lines.isdisjoint(changed)
        }


_MOST_BRANDS = 32
_MOST_DECKS = 16


def compile_talk(
    name: str,
    files: Files,
    brand_file: BrandFile | None,
    diagnostics: Diagnostics,
    variant: Variant = AS_WRITTEN,
) -> Compiled | None:
    """Return the deck of the outline called `name`, and its brand; None if it cannot be made.

    Whatever is wrong stands in `diagnostics`; the deck may only be written if none is an error.
    """
    nodes = read_nodes(name, files, diagnostics)
    if nodes is None:
        return None
    source = Source(name, nodes, files, brand_file)
    return compile_nodes(source, variant, BuildCache(), diagnostics)


def compile_nodes(
    source: Source, variant: Variant, cache: BuildCache, diagnostics: Diagnostics
) -> Compiled | None:
    """Return one town's deck of an outline that is read; else as `compile_talk` does."""
    nodes = apply_variant(source.nodes, variant, diagnostics)
    outline = read_variant(nodes, diagnostics)
    if outline is None:
        return None
    resolved = _resolve_brand(source, outline.talk, cache)
    found, brand = resolved.brand, resolved.brand.brand
    diagnostics.extend(resolved.diagnostics)
    footer = Scalar(*found.footer) if found.footer else None
    if outline.talk.footer is None and footer is not None:
        words, span, _, dollars = insert_variables_in_text(footer, nodes, diagnostics)
        outline = outline._replace(talk=changed(outline.talk, footer=Text(words, span, dollars)))
    check_variable_usage(source.nodes, nodes, footer, variant, diagnostics)
    check_minutes(outline, diagnostics)

    def read(file: Text) -> bytes | None:
        name = path_beside(file.span.file, file.raw)
        return read_or_report(source.files, name, file.span, diagnostics)

    foreign = functools.cache(_deck_reader(read, cache, diagnostics))
    deck = lower_outline(outline, brand.fit, read, diagnostics, cache.parsed, foreign)
    if not _is_shallow(deck, brand, diagnostics):
        return None
    if found.matches:
        from deckgen.template.inspect.layout_notes import report_layouts

        used = {slide.role for slide in deck.slides if not slide.included}
        report_layouts(
            found.matches, used, brand.name, raised=found.raised, diagnostics=diagnostics
        )
    if found.matches or any(runs_right_to_left(lang) for lang in {one.lang for one in deck.slides}):
        from deckgen.fit.rearrange import rearrange

        deck = rearrange(deck, brand.layout)
    fitted = fit(deck, brand.layout, brand.fonts, brand.minimum_size, diagnostics, resolved.pages)
    if any(slide.graphics for slide in fitted.deck.slides):
        from deckgen.media.prepare import prepare_pictures

        fitted = fitted._replace(deck=prepare_pictures(fitted.deck, cache.twins, diagnostics))
    if any(slide.included for slide in fitted.deck.slides):
        from deckgen.merge.merge import merge_slides

        fitted = fitted._replace(deck=merge_slides(fitted.deck, brand, cache.decks, diagnostics))
    return Compiled(fitted, brand, outline)


def created_at(compiled: Compiled, epoch: dt.datetime | None) -> dt.datetime | None:
    """Return when a file of the talk says that it was made: on the talk's day, else at `epoch`."""
    day = compiled.deck.date
    return epoch if day is None else dt.datetime.combine(day, dt.time(), dt.UTC)


def deck_bytes(
    compiled: Compiled, epoch: dt.datetime | None, packed: PackedEntries | None = None
) -> bytes:
    """Return the .pptx; its date is the talk's own, else `epoch`, else it has none."""
    moment = created_at(compiled, epoch)
    return write(compiled.deck, compiled.brand, moment, packed)


def _deck_reader(
    read: Callable[[Text], bytes | None], cache: BuildCache, diagnostics: Diagnostics
) -> "Callable[[Text], DeckSummary | None]":
    """Return what opens a deck that slides are included from; what it holds is kept for others."""
    if len(cache.decks) > _MOST_DECKS:
        cache.decks.clear()

    def foreign(file: Text) -> "DeckSummary | None":
        from deckgen.merge.open_deck import open_deck

        data = read(file)
        if data is None:
            return None
        return open_deck(file.raw, data, file.span, cache.decks, diagnostics)

    return foreign


def read_nodes(name: str, files: Files, diagnostics: Diagnostics) -> Node | None:
    """Return an outline, or a town's file, with what it includes; None if it cannot be read."""

    def parsed(file: str, span: Span | None) -> Node | None:
        data = read_or_report(files, file, span, diagnostics)
        if data is None:
            return None
        return parse(file, data, diagnostics, empty_hint=empty_file_hint(file))

    nodes = parsed(name, None)
    return None if nodes is None else expand_includes(nodes, name, parsed, diagnostics)


def read_variant(nodes: Node, diagnostics: Diagnostics) -> Outline | None:
    """Return the outline, its variables inserted; None if there is no outline."""
    nodes = insert_variables(nodes, diagnostics)
    # Only the kinds that the outline names are imported; but to say what is wrong takes them all.
    found = Diagnostics()
    outline = read_outline(nodes, kinds(slide_keys(nodes)), found)
    return outline if not len(found) else read_outline(nodes, kinds(), diagnostics)


def _resolve_brand(source: Source, talk: Talk, cache: BuildCache) -> ResolvedBrand:
    name = talk.brand.span.file if talk.brand else source.name
    key = (path_beside(name, talk.brand.raw) if talk.brand else "", talk.size)
    resolved = cache.brands.get(key)
    if resolved is None or (resolved.asked != talk.brand and not resolved.lines <= resolved.read):
        diagnostics = Diagnostics()
        files = TrackedFiles(source.brand_file.files if source.brand_file else source.files)
        asked = source.brand_file and source.brand_file._replace(files=files)
        brand = find_brand(name, talk, files, asked, diagnostics)
        if len(cache.brands) >= _MOST_BRANDS:
            cache.brands.clear()
        resolved = cache.brands[key] = ResolvedBrand(
            brand, tuple(diagnostics), {}, frozenset(files.names()), talk.brand
        )
    return resolved


def _is_shallow(deck: Deck, brand: Brand, diagnostics: Diagnostics) -> bool:
    """Report bullets that lie deeper than the brand styles; return whether there are none."""
    shallow = True
    for slide in deck.slides:
        for _, content in slide.placeholders:
            for paragraph in content.paragraphs:
                if paragraph.level >= brand.body_levels:
                    shallow = False
                    diagnostics.error(
                        "too-deep",
                        f"This bullet lies {paragraph.level + 1} levels deep; "
                        f"the brand has {brand.body_levels}.",
                        paragraph.span,
                        "Move it up a level, or make a slide of its own for it.",
                    )
    return shallow
