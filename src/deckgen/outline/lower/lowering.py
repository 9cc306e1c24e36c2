"""An outline becomes a deck: each entry a slide, as its kind says; sections, repeated agendas."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from deckgen.deck.slide import Deck, Fit, SectionStart, Slide, new_slide_id, with_title_suffix
from deckgen.deck.text_body import TextBody
from deckgen.language.number_formats import separators
from deckgen.language.phrases import phrase
from deckgen.outline.expand.includes import INCLUDE
from deckgen.outline.lower.graphics.media_loader import (
    listing_highlighter,
    media_reader,
    picture,
    recording,
)
from deckgen.outline.lower.slide_builder import footer_of_talk
from deckgen.outline.lower.slide_ids import assign_ids, check_links
from deckgen.outline.markup.inline_text import plain_text
from deckgen.outline.schema.entry import Context, Entry, Outline
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.talk import Talk
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.deck.included_slide import DeckSummary
    from deckgen.outline.typography.smart_text import TypesetParagraphs

_MOST_KEPT = 5000


class KeptTexts(NamedTuple):
    """What is kept of texts from one town's deck to the next: it saves time, changes nothing."""

    parsed: dict[Text, TextBody]
    """Paragraphs by the text that they were parsed from."""
    typeset: "TypesetParagraphs"
    """Paragraphs set by the rules of their language."""


def lower_outline(
    outline: Outline,
    fit: Fit,
    read: Callable[[Text], bytes | None],
    diagnostics: Diagnostics,
    foreign: "Callable[[Text], DeckSummary | None]" = lambda _: None,
    kept: KeptTexts | None = None,
) -> Deck:
    """Lower every entry to its slide; report links to nowhere, ids and titles that stand twice.

    `fit` is what happens to text that is too long, where an entry does not say. `read` returns a
    file that the author names, `foreign` the slides of a deck.
    """
    kept = kept or KeptTexts({}, {})
    for texts in kept:
        if len(texts) > _MOST_KEPT:
            texts.clear()
    headlines: Mapping[int, str] = {}
    if any(kind.name == INCLUDE for kind, _ in outline.slides):
        from deckgen.outline.lower.included_slides import expand_included_decks

        outline, headlines = expand_included_decks(outline, foreign, diagnostics)
    talk = outline.talk
    entries = tuple(entry for _, entry in outline.slides)
    totals = Counter(kind.name for kind, entry in outline.slides if not entry.hidden)
    numbers: Counter[str] = Counter()
    places: dict[type[Entry], list[int]] = {}
    for at, entry in enumerate(entries):
        places.setdefault(type(entry), []).append(at)
    common = Context(
        talk=talk,
        entries=entries,
        ids=assign_ids(outline.slides, headlines, diagnostics),
        index=0,
        kind="",
        number=0,
        total=0,
        totals=totals,
        indices=places,
        fit=fit,
        read=read,
        media=media_reader(read, picture, diagnostics),
        recording=media_reader(read, recording, diagnostics),
        listing=listing_highlighter(),
        foreign=foreign,
        diagnostics=diagnostics,
        parsed=kept.parsed,
        footer=footer_of_talk(talk, diagnostics),
    )
    slides = []
    for index, (kind, entry) in enumerate(outline.slides):
        name = kind.name
        numbers[name] += not entry.hidden
        own = changed(common, index=index, kind=name, number=numbers[name], total=totals[name])
        made = kind.lower(entry, own)
        if entry.pinned is not None:
            from deckgen.outline.lower.included_slides import pinned_slide

            made = pinned_slide(made, entry.pinned, own)
        slides.append(made)
    slides = _with_typography(slides, entries, talk, kept.typeset, diagnostics)
    check_links(slides, outline.unread, diagnostics)
    slides = assign_sections(slides, outline, diagnostics)
    if talk.titles == "numbered":
        slides = with_numbered_titles(slides)
    else:
        note_repeated_titles(slides, diagnostics)
    return Deck(
        title=plain_text(talk.title),
        lang=talk.lang,
        slides=tuple(slides),
        author=plain_text(talk.speaker) if talk.speaker else "",
        subject=talk.subject or "",
        keywords=talk.keywords or "",
        date=talk.event.date if talk.event else None,
    )


def _with_typography(
    slides: list[Slide],
    entries: tuple[Entry, ...],
    talk: Talk,
    typeset: "TypesetParagraphs",
    diagnostics: Diagnostics,
) -> list[Slide]:
    """Return the slides, those for which the author wants it set by the rules of their language.

    Numbers whose language has blanks between groups of digits are kept whole in all slides.

    On a slide from another deck, only the author's own notes are set.
    """
    is_typeset = [
        (talk.typography if entry.typography is None else entry.typography)
        and (slide.included is None or entry.notes is not None)
        for slide, entry in zip(slides, entries, strict=True)
    ]
    languages = {slide.lang for slide in slides}
    if not any(is_typeset) and not any(separators(lang)[1].isspace() for lang in languages):
        return slides
    from deckgen.outline.typography.smart_text import apply_typography

    return apply_typography(zip(slides, is_typeset, strict=True), diagnostics, typeset)


def note_repeated_titles(slides: Sequence[Slide], diagnostics: Diagnostics) -> None:
    """Report each title that several slides have, at the second of them.

    Slides of another deck count, but are not reported.
    """
    titles = [slide.title for slide in slides]
    counts = Counter(titles)
    seen: set[str] = set()
    noted = {""}
    for slide, title in zip(slides, titles, strict=True):
        if title in seen and title not in noted and not slide.included:
            noted.add(title)
            diagnostics.note(
                "duplicate-title",
                f"{counts[title]} slides have the title “{title}”; people who listen to the deck "
                "tell slides apart by their titles.",
                slide.span,
                "Give each slide a title of its own, or write `titles: numbered` at the top of "
                f"the outline: then the second one is called “{title} (2)”.",
            )
        seen.add(title)


def with_numbered_titles(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides; a title that an earlier slide has gets a number: “Title (2)”.

    No number makes a title that another slide has. Slides of another deck keep their titles.
    """
    titles = [slide.title for slide in slides]
    taken = set(titles)
    numbers: dict[str, int] = {}
    numbered = []
    for slide, title in zip(slides, titles, strict=True):
        if not title or title not in numbers or slide.included:
            numbers[title] = numbers.get(title, 0) + 1
            numbered.append(slide)
            continue
        number = numbers[title] + 1
        while f"{title} ({number})" in taken:
            number += 1
        numbers[title] = number
        taken.add(f"{title} ({number})")
        numbered.append(with_title_suffix(slide, f" ({number})"))
    return numbered


def assign_sections(
    slides: Sequence[Slide], outline: Outline, diagnostics: Diagnostics
) -> list[Slide]:
    """Return the slides, one for each entry, with the section that begins before any of them.

    An agenda that is repeated right before a section belongs to that section. With `again: yes`, an
    agenda is inserted before every later section that is shown.
    """
    if all(slide.section is None for slide in slides):
        return list(slides)
    by_hand, repeated = _agendas(slides, outline, diagnostics)
    ids = {slide.id for slide in slides}
    result: list[Slide] = []
    for index, slide in enumerate(slides):
        agenda = None
        if slide.section and index - 1 in by_hand:
            agenda = result.pop()
        elif slide.section and not slide.hidden and repeated is not None and repeated < index - 1:
            agenda = _repeat(slides[repeated], slide, ids)
        if agenda is None:
            result.append(slide)
        else:
            result += (agenda._replace(section=slide.section), slide._replace(section=None))
    if result[0].section is None:
        start = SectionStart("", phrase("introduction", outline.talk.lang))
        result[0] = result[0]._replace(section=start)
    return result


def _agendas(
    slides: Sequence[Slide], outline: Outline, diagnostics: Diagnostics
) -> tuple[set[int], int | None]:
    """Return the indexes of agendas repeated by hand, and that of the agenda with `again: yes`."""
    if all(kind.name != "agenda" for kind, _ in outline.slides):
        return set(), None
    from deckgen.outline.lower.overview_lists import Agenda, exceeds_list_limits, is_repeat

    agendas = [
        (at, entry) for at, (_, entry) in enumerate(outline.slides) if isinstance(entry, Agenda)
    ]
    by_hand = {at for at, entry in agendas if is_repeat(entry)}
    repeated = next((at for at, entry in agendas if entry.again), None)
    if repeated is not None:
        later = sum(bool(slide.section) and not slide.hidden for slide in slides[repeated + 2 :])
        lines = len(dict(slides[repeated].placeholders).get("body", TextBody(())).paragraphs)
        if exceeds_list_limits(1 + later, lines, slides[repeated].span, diagnostics):
            repeated = None
    return by_hand, repeated


def _repeat(agenda: Slide, section: Slide, ids: set[str]) -> Slide:
    """Return the agenda as it is repeated before a section, with an id that is not in `ids` yet."""
    from deckgen.outline.lower.overview_lists import highlight_current

    slide_id = new_slide_id(f"{agenda.id}-{section.id}", ids)
    repeated = highlight_current(agenda, section.id)
    return repeated._replace(id=slide_id, notes=None, number_in_entry=2)
