"""The way through the talk: its sections, numbered; each line leads to its section.

The word alone is enough: the lines are the titles of the `section` slides that are not hidden. With
`again: yes`, the agenda comes again before every later section. The section that begins is bold,
the others are muted. To choose the places yourself, write `- agenda: again` before a section.

    - agenda: Our way through this hour
      again: yes
    - section: What we learned
    - title: What a small town can do
      bullets:
        - Ask those who know:
            - the municipal companies
            - the neighbours
        - Try it out
      reveal: yes
    - section: What comes next
      transition: fade
    - title: Three steps until spring
      text: |
        The council decides.

        Then the work begins.
      reveal: yes
"""

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Paragraph, SlideLink, TextBody, with_link
from deckgen.language.phrases import phrase
from deckgen.outline.kinds.section import Section
from deckgen.outline.lower.overview_lists import (
    Agenda,
    entries_of_kind,
    exceeds_list_limits,
    highlight_current,
    is_repeat,
)
from deckgen.outline.lower.slide_builder import Texts, line, plain_line, slide
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.entry import Context
from deckgen.support.diagnostics import Diagnostics


def lower(entry: Agenda, context: Context) -> Slide:
    """Lower to the layout of the overview of questions, as both are numbered lists."""
    sections = context.totals.get("section", 0)
    if exceeds_list_limits(context.total, sections, entry.span, context.diagnostics):
        return slide(entry, context, "questions", {"title": plain_line("…")})
    texts: Texts = {"title": _headline(entry, context), "body": _sections(entry, context)}
    made = slide(entry, context, "questions", texts)
    visible = _visible_sections(context)
    if not is_repeat(entry) or not visible:
        return made
    following = [slide_id for at, slide_id, _ in visible if at > context.index]
    if not following:
        context.diagnostics.error(
            "no-section-follows",
            "No section comes after this agenda, so there is none to mark.",
            entry.span,
            "Put it before the `section` slide that it announces, or delete it.",
        )
        return made
    return highlight_current(made, following[0])


def _headline(entry: Agenda, context: Context) -> TextBody:
    """Return the entry's headline; of a repeated agenda, that of the first; else “Agenda”."""
    source: Agenda | None = entry
    if is_repeat(entry):
        agendas = (agenda for _, _, agenda in entries_of_kind(Agenda, context))
        source = next((agenda for agenda in agendas if not is_repeat(agenda)), None)
    if source is not None and source.agenda is not None:
        return line(source.agenda, context)
    return plain_line(phrase("agenda", entry.lang or context.talk.lang))


def _sections(entry: Agenda, context: Context) -> TextBody | None:
    """Return a line for each section, linked to it; None, with an error, if there are none."""
    lines = []
    for _, slide_id, section in _visible_sections(context):
        # This link replaces those in the title; faults of the title are reported of its own slide.
        link = SlideLink(slide_id, section.section.span)
        runs = with_link(parse_inline(section.section, Diagnostics()), link)
        lines.append(Paragraph(runs, span=section.section.span))
    if lines:
        return TextBody(tuple(lines))
    context.diagnostics.error(
        "no-sections",
        "This agenda has nothing to show: the talk has no section slides.",
        entry.span,
        "Begin each part of the talk with a slide such as `- section: What we learned`.",
    )
    return None


def _visible_sections(context: Context) -> list[tuple[int, str, Section]]:
    """Return index, id and entry of each section that is not hidden."""
    return [located for located in entries_of_kind(Section, context) if not located[2].hidden]
