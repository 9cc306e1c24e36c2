"""The sections of a talk: where each begins, and the agenda that comes again before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck.slide import SectionStart, Slide
from deckgen.deck.text_body import LineBreak, Paragraph, Run, SlideLink, TextBody
from deckgen.language.phrases import phrase

MOST_LINES, MOST_SHOWN = 10_000, 1_000
"""How many lines all agendas, or all overviews of questions, have together, and how many those are,
if there are several."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.outline.schema.outline import Outline
    from deckgen.support.diagnostics import Diagnostics, Span


def assign_sections(
    slides: Sequence[Slide], outline: Outline, diagnostics: Diagnostics
) -> list[Slide]:
    """Return the slides, one for each entry, with the section that begins before any of them.

    An agenda that comes again before a section belongs to it. Where the agenda says so, it is put
    in before every section that is shown.
    """
    found: list[Slide] = []
    if all(one.section is None for one in slides):
        return list(slides)
    again, repeated = _agendas(outline)
    if repeated is not None:
        later = sum(one.section is not None and not one.hidden for one in slides[repeated + 2 :])
        lines = len(dict(slides[repeated].placeholders).get("body", TextBody(())).paragraphs)
        if exceeds_list_limits(1 + later, lines, slides[repeated].span, diagnostics):
            repeated = None
    ids = {one.id for one in slides}
    for index, one in enumerate(slides):
        agenda = None
        if one.section and index - 1 in again:
            agenda = found.pop()
        elif one.section and not one.hidden and repeated is not None and repeated < index - 1:
            agenda = _again(slides[repeated], one, ids)
        if agenda is None:
            found.append(one)
        else:
            found += (agenda._replace(section=one.section), one._replace(section=None))
    if found[0].section is None:
        start = SectionStart("", phrase("introduction", outline.talk.lang))
        found[0] = found[0]._replace(section=start)
    return found


def exceeds_list_limits(shown: int, lines: int, span: Span, diagnostics: Diagnostics) -> bool:
    """Report a list that is shown so often that a short outline becomes a huge deck."""
    if shown < 2 or (shown * lines <= MOST_LINES and shown <= MOST_SHOWN):
        return False
    diagnostics.error(
        "too-many-lines",
        f"This list has {lines:,} lines and is shown {shown:,} times; it may be shown "
        f"{MOST_SHOWN:,} times, and have {MOST_LINES:,} lines in all.",
        span,
        "Show it less often, or list less: hidden slides are not listed.",
    )
    return True


def highlight_current(slide: Slide, target: str) -> Slide:
    """Return an agenda or overview with the line that leads to a slide in bold, the others muted.

    The headline says which one it is: “Agenda 2/4”.
    """
    contents = dict(slide.placeholders)
    lines = contents["body"].paragraphs if "body" in contents else ()
    current = [_leads_to(one, target) for one in lines]
    if not any(current):
        return slide
    number = Run(f" {1 + current.index(True)}/{len(current)}")
    (title,) = contents["title"].paragraphs
    contents["title"] = TextBody((title._replace(runs=(*title.runs, number)),))
    contents["body"] = TextBody(
        tuple(_set_apart(one, now=now) for one, now in zip(lines, current, strict=True))
    )
    return slide._replace(placeholders=tuple(contents.items()))


def _agendas(outline: Outline) -> tuple[set[int], int | None]:
    """Return where agendas stand that come again by hand, and where the one that does by itself."""
    if all(kind.name != "agenda" for kind, _ in outline.slides):
        return set(), None
    from deckgen.outline.kinds.agenda import Agenda, comes_again

    agendas = [
        (at, entry) for at, (_, entry) in enumerate(outline.slides) if isinstance(entry, Agenda)
    ]
    repeated = (at for at, entry in agendas if entry.again)
    return {at for at, entry in agendas if comes_again(entry)}, next(repeated, None)


def _again(agenda: Slide, section: Slide, ids: set[str]) -> Slide:
    """Return the agenda as it comes again before a section, under an id of its own."""
    name = base = f"{agenda.id}-{section.id}"
    count = 1
    while name in ids:
        count += 1
        name = f"{base}-{count}"
    ids.add(name)
    return highlight_current(agenda, section.id)._replace(id=name, notes=None, part=2)


def _leads_to(paragraph: Paragraph, slide_id: str) -> bool:
    return any(
        isinstance(run, Run) and isinstance(run.link, SlideLink) and run.link.slide_id == slide_id
        for run in paragraph.runs
    )


def _set_apart(paragraph: Paragraph, *, now: bool) -> Paragraph:
    runs = tuple(
        run if isinstance(run, LineBreak) else run._replace(bold=run.bold or now, muted=not now)
        for run in paragraph.runs
    )
    return paragraph._replace(runs=runs)
