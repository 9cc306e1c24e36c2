"""From the author's words to PowerPoint's: every entry becomes a slide, as its kind says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckgen.deck.slide import Deck, Fit
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.outline.expand.includes import INCLUDE
from deckgen.outline.lower.graphics.media_loader import (
    listing_highlighter,
    media_reader,
    recording_reader,
)
from deckgen.outline.lower.sections import assign_sections
from deckgen.outline.lower.slide_builder import footer_of_talk
from deckgen.outline.lower.slide_ids import assign_ids
from deckgen.outline.lower.slide_links import check_links
from deckgen.outline.lower.unique_titles import with_unique_titles
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.outline import Outline
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.deck.included_slide import DeckSummary

_MOST_PARSED = 5000


def lower_outline(
    outline: Outline,
    fit: Fit,
    read: Callable[[Text], bytes | None],
    diagnostics: Diagnostics,
    parsed: dict[Text, TextBody] | None = None,
    foreign: Callable[[Text], DeckSummary | None] = lambda _: None,
) -> Deck:
    """Lower every entry to its slide; report links to nowhere, ids and titles that stand twice.

    `fit` is what happens to text that is too long, on slides that do not say; `read` returns a file
    that the author names, `foreign` the slides of a deck. `parsed` holds running text that other
    towns' decks share; without it the deck is the same.
    """
    parsed = {} if parsed is None else parsed
    if len(parsed) > _MOST_PARSED:
        parsed.clear()
    headlines: Mapping[int, str] = {}
    if any(kind.name == INCLUDE for kind, _ in outline.slides):
        from deckgen.outline.lower.included_slides import expand_included_decks

        outline, headlines = expand_included_decks(outline, foreign, diagnostics)
    talk = outline.talk
    entries = tuple(entry for _, entry in outline.slides)
    ids = assign_ids(outline.slides, headlines, diagnostics)
    totals = Counter(kind.name for kind, entry in outline.slides if not entry.hidden)
    numbers: Counter[str] = Counter()
    places: dict[type[Entry], list[int]] = {}
    for at, entry in enumerate(entries):
        places.setdefault(type(entry), []).append(at)
    common = Context(
        talk=talk,
        entries=entries,
        ids=ids,
        index=0,
        kind="",
        number=0,
        total=0,
        totals=totals,
        indices=places,
        fit=fit,
        read=read,
        media=media_reader(read, diagnostics),
        recording=recording_reader(read, diagnostics),
        listing=listing_highlighter(),
        foreign=foreign,
        diagnostics=diagnostics,
        parsed=parsed,
        footer=footer_of_talk(talk, diagnostics),
    )
    slides = []
    for index, (kind, entry) in enumerate(outline.slides):
        name = kind.name
        numbers[name] += not entry.hidden
        own = changed(common, index=index, kind=name, number=numbers[name], total=totals[name])
        slides.append(kind.lower(entry, own))
    asked = [
        (talk.typography if entry.typography is None else entry.typography)
        and (one.included is None or entry.notes is not None)
        for one, entry in zip(slides, entries, strict=True)
    ]
    if any(asked):
        from deckgen.outline.typography.smart_text import apply_typography

        slides = apply_typography(zip(slides, asked, strict=True), diagnostics)
    check_links(slides, outline.unread, diagnostics)
    return Deck(
        title=_plain(talk.title),
        lang=talk.lang,
        slides=with_unique_titles(assign_sections(slides, outline, diagnostics), diagnostics),
        author=_plain(talk.speaker) if talk.speaker else "",
        subject=talk.subject or "",
        keywords=talk.keywords or "",
        date=talk.event.date if talk.event else None,
    )


def _plain(text: Text) -> str:
    return Paragraph(parse_inline(text, Diagnostics())).text
