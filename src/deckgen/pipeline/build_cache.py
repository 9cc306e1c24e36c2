"""What the decks of one run have in common, so that it is made once."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.files.tracked_files import TrackedFiles
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.opc.zip_writer import PackedEntries
from deckgen.outline.lower.lowering import KeptTexts
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.talk import Talk
from deckgen.pipeline.find_brand import TalkBrand, find_brand
from deckgen.pipeline.read_source import Source
from deckgen.support.diagnostics import Diagnostic, Diagnostics
from deckgen.support.file_names import path_beside

if TYPE_CHECKING:
    from deckgen.media.prepare import PngTwins
    from deckgen.merge.open_deck import OpenDecks

_MOST_BRANDS = 32


class ResolvedBrand(NamedTuple):
    """A brand as it was read for one size of slides, with the diagnostics of reading it."""

    talk_brand: TalkBrand
    diagnostics: tuple[Diagnostic, ...]
    fitted: FitCache
    """Its placeholders as frames for text, and what fits in them; decks add more."""
    read: frozenset[str]
    """The files that it was made of."""
    named_by: Text | None
    """The line of the outline that names it."""

    @property
    def diagnosed_files(self) -> set[str]:
        """The files that its diagnostics point into."""
        return {each.span.file for each in self.diagnostics if each.span}


class BuildCache:
    """What is kept from deck to deck; it grows while decks are built."""

    def __init__(self) -> None:
        self.brands: dict[tuple[str, str, str | None, bool], ResolvedBrand] = {}
        """By the file of the brand that a talk names, the size of its slides and its direction."""
        self.packed: PackedEntries = {}
        """Compressed parts."""
        self.texts = KeptTexts({}, {})
        self.twins: PngTwins = {}
        """PNG files made of SVG files."""
        self.decks: OpenDecks = {}
        """Decks that slides are included from, by their bytes."""

    def forget(self, changed: frozenset[str]) -> None:
        """Drop the brands that were made of changed files, or have diagnostics that point there."""
        self.brands = {
            key: resolved
            for key, resolved in self.brands.items()
            if changed.isdisjoint(resolved.read | resolved.diagnosed_files)
        }


def resolve_brand(source: Source, talk: Talk, cache: BuildCache) -> ResolvedBrand:
    """Return the brand of a talk, from the cache if its diagnostics are the same there."""
    name = talk.brand.span.file if talk.brand else source.name
    file = path_beside(name, talk.brand.text) if talk.brand else ""
    key = (file, talk.size, talk.sizes, runs_right_to_left(talk.lang))
    resolved = cache.brands.get(key)
    if resolved is not None and (
        resolved.named_by == talk.brand or resolved.diagnosed_files <= resolved.read
    ):
        return resolved
    diagnostics = Diagnostics()
    files = TrackedFiles(source.brand_file.files if source.brand_file else source.files)
    brand_file = source.brand_file and source.brand_file._replace(files=files)
    brand = find_brand(name, talk, files, brand_file, source.style, diagnostics)
    if len(cache.brands) >= _MOST_BRANDS:
        cache.brands.clear()
    resolved = ResolvedBrand(
        brand, tuple(diagnostics), FitCache(), frozenset(files.names()), talk.brand
    )
    cache.brands[key] = resolved
    return resolved
