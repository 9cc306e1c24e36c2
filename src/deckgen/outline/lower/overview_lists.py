"""Lists of links to slides, which agendas and overviews of questions show again and again."""

from typing import TypeVar

from deckgen.deck.slide import Slide, with_title_suffix
from deckgen.deck.text_body import LineBreak, Paragraph, Run, SlideLink, TextBody
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import record

EntryT = TypeVar("EntryT", bound=Entry)

MOST_LINES, MOST_SHOWN = 10_000, 1_000
"""Limits of a list that is shown several times: all its lines together, and its slides."""
_AGAIN = "again"


@record
class Agenda(Entry):
    """The keys of an agenda."""

    agenda: Text | None = key(
        "The headline; or the word `again` to show it again, the next section marked.",
        "Our way through this hour",
        _AGAIN,
    )
    again: bool = key(
        "Show it again before each later section, that section marked.", "yes", default=False
    )


def is_repeat(entry: Agenda) -> bool:
    """Return whether an entry is `agenda: again`: the agenda of before, repeated by hand."""
    return entry.agenda is not None and entry.agenda.text.strip().casefold() == _AGAIN


def exceeds_list_limits(count: int, lines: int, span: Span, diagnostics: Diagnostics) -> bool:
    """Report a list of `lines` lines that is shown too often: a short outline, but a huge deck."""
    if count < 2 or (count * lines <= MOST_LINES and count <= MOST_SHOWN):
        return False
    diagnostics.error(
        "too-many-lines",
        f"This list has {lines:,} lines and is shown {count:,} times; it may be shown "
        f"{MOST_SHOWN:,} times, and have {MOST_LINES:,} lines in all.",
        span,
        "Show it less often, or list less: hidden slides are not listed.",
    )
    return True


def entries_of_kind(kind: type[EntryT], context: Context) -> list[tuple[int, str, EntryT]]:
    """Return index, id and entry of each entry of a kind, hidden ones too."""
    entries = ((at, context.entries[at]) for at in context.indices.get(kind, ()))
    return [(at, context.ids[at], entry) for at, entry in entries if isinstance(entry, kind)]


def highlight_current(slide: Slide, slide_id: str) -> Slide:
    """Return an agenda or overview with the line that links to `slide_id` bold, the others muted.

    The headline gets the number of that line: “Agenda 2/4”. Without such a line, nothing changes.
    """
    contents = dict(slide.placeholders)
    lines = contents["body"].paragraphs if "body" in contents else ()
    current = [_links_to(line, slide_id) for line in lines]
    if not any(current):
        return slide
    contents["body"] = TextBody(
        tuple(_emphasize(line, bold=bold) for line, bold in zip(lines, current, strict=True))
    )
    slide = slide.with_texts(contents)
    return with_title_suffix(slide, f" {1 + current.index(True)}/{len(current)}")


def _links_to(paragraph: Paragraph, slide_id: str) -> bool:
    return any(
        isinstance(run, Run) and isinstance(run.link, SlideLink) and run.link.slide_id == slide_id
        for run in paragraph.runs
    )


def _emphasize(paragraph: Paragraph, *, bold: bool) -> Paragraph:
    runs = tuple(
        run if isinstance(run, LineBreak) else run._replace(bold=run.bold or bold, muted=not bold)
        for run in paragraph.runs
    )
    return paragraph._replace(runs=runs)
