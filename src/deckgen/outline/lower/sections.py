"""The sections of a talk: where each begins, and the agenda that is repeated before it."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.deck.slide import SectionStart, Slide, new_slide_id
from deckgen.deck.text_body import TextBody
from deckgen.language.phrases import phrase
from deckgen.outline.schema.entry import Outline
from deckgen.support.diagnostics import Diagnostics


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
    from deckgen.outline.lower.agenda_keys import Agenda, is_repeat
    from deckgen.outline.lower.overview_lists import exceeds_list_limits

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
