"""The overview of the questions, numbered, on one page; each leads to its slide.

The word alone is enough: it lists every question of the talk that is not hidden. You may also write
the list yourself, in other words if you like: an entry leads to the slide with the same question,
otherwise to the question of the same number.

A second `questions` between the questions shows where the talk is: the next question is bold, the
others are muted.

    - questions:
        - What has the project set in motion?
        - What would you do differently?
      title: The view from the town hall
    - question: What has the project set in motion?
      bullets:
        - Joy in trying things
    - question: What was hard, and what would you do differently the next time?
      bullets:
        - More time to win people over
"""

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Inline, Paragraph, Run, SlideLink, TextBody, with_link
from deckgen.language.phrases import phrase
from deckgen.outline.kinds.question import Question
from deckgen.outline.lower.overview_lists import (
    entries_of_kind,
    exceeds_list_limits,
    highlight_current,
)
from deckgen.outline.lower.slide_builder import Texts, plain_line, slide
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.markup.typed_numbers import typed_numbers
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import ListItem, ListItems, Text, key
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import record


@record
class Questions(Entry):
    """The keys of the overview."""

    questions: ListItems | None = key("The questions, if not those of the slides.")
    title: Text | None = key("The headline, or the talk's title to stand above it.")


def lower(entry: Questions, context: Context) -> Slide:
    """Lower to the overview layout.

    The talk's own title stands on the cover already: here it goes into the kicker, and the headline
    says “The questions” in the slide's language.
    """
    lines = len(entry.questions or ()) or context.totals.get("question", 0)
    if exceeds_list_limits(context.total, lines, entry.span, context.diagnostics):
        return slide(entry, context, "questions", {"title": plain_line("…")})
    headline, kicker = entry.title, None
    if headline is not None and headline.text == context.talk.title.text:
        headline, kicker = None, headline
    title = headline or plain_line(phrase("questions", entry.lang or context.talk.lang))
    texts: Texts = {"title": title, "kicker": kicker, "body": _overview(entry, context)}
    made = slide(entry, context, "questions", texts)
    upcoming = _upcoming(entry, context)
    return made if upcoming is None else highlight_current(made, upcoming)


def _upcoming(entry: Questions, context: Context) -> str | None:
    """Return the id of the question that follows an overview shown again; else None."""
    before = context.entries[: context.index]
    if entry.questions or not any(isinstance(e, Questions) and not e.hidden for e in before):
        return None
    questions = entries_of_kind(Question, context)
    return next((id_ for at, id_, q in questions if at > context.index and not q.hidden), None)


def _overview(entry: Questions, context: Context) -> TextBody | None:
    """Return the author's list, or that of all visible questions; None, with an error, if empty."""
    questions = entries_of_kind(Question, context)
    visible = [(slide_id, question) for _, slide_id, question in questions if not question.hidden]
    items = entry.questions or tuple(ListItem(question.question) for _, question in visible)
    if not items:
        context.diagnostics.error(
            "no-questions",
            "This overview has nothing to show: the talk has no question slides.",
            entry.span,
            "Write the questions below it, each on a line of its own with “- ” in front.",
        )
        return None
    if numbered := typed_numbers([item.text for item in items]):
        # The layout numbers the lines.
        pairs = zip(items, numbered[1], strict=True)
        items = tuple(item._replace(text=text) for item, text in pairs)
    ids = {question.question.text.strip(): slide_id for _, slide_id, question in questions}
    # Faults in a question are reported of its own slide.
    diagnostics = context.diagnostics if entry.questions else Diagnostics()
    paragraphs = []
    for number, item in enumerate(items):
        by_number = visible[number][0] if len(visible) == len(items) else None
        slide_id = ids.get(item.text.text.strip(), by_number)
        paragraphs.append(_line(item, slide_id, context, parse_inline(item.text, diagnostics)))
    return TextBody(tuple(paragraphs))


def _line(
    item: ListItem, slide_id: str | None, context: Context, runs: tuple[Inline, ...]
) -> Paragraph:
    """Return a line of the overview, linked to the slide unless the author linked it."""
    if item.children:
        context.diagnostics.error(
            "too-deep",
            "An overview has one level.",
            item.children[0].text.span,
            "Put the answers on the slide of their question.",
        )
    is_linked = any(isinstance(run, Run) and run.link for run in runs)
    if not is_linked and slide_id is not None:
        runs = with_link(runs, SlideLink(slide_id, item.text.span))
    elif not is_linked:
        context.diagnostics.warning(
            "unlinked-question",
            "No slide asks this question, so the entry leads nowhere.",
            item.text.span,
            "Write the question as on its slide, or link it: [the question](#id-of-the-slide).",
        )
    return Paragraph(runs, span=item.text.span)
