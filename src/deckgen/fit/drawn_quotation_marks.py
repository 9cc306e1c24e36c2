"""Quotations on layouts that draw quotation marks, as “Quote with Caption” of Office does.

With the author's own marks, each would stand there twice.
"""

from deckgen.deck.slide import Slide, with_text
from deckgen.deck.text_body import Inline, Run, TextBody
from deckgen.language.quotation_marks import is_one_quotation


def without_own_quotation_marks(slide: Slide) -> Slide:
    """Return a slide whose quotation has no quotation marks around it; others within it stay."""
    return with_text(slide, "title", _without_marks)


def _without_marks(text: TextBody) -> TextBody:
    first, last = text.paragraphs[0].runs, text.paragraphs[-1].runs
    ends = (*first[:1], *last[-1:])
    if not is_one_quotation(text.text) or not all(type(run) is Run for run in ends):
        return text
    paragraphs = list(text.paragraphs)
    paragraphs[0] = paragraphs[0]._replace(runs=_filled(_cut(first[0], 1, None), *first[1:]))
    last = paragraphs[-1].runs
    paragraphs[-1] = paragraphs[-1]._replace(runs=_filled(*last[:-1], _cut(last[-1], 0, -1)))
    return TextBody(tuple(paragraphs))


def _cut(run: Inline, start: int, end: int | None) -> Inline:
    return run._replace(text=run.text[start:end]) if isinstance(run, Run) else run


def _filled(*runs: Inline) -> tuple[Inline, ...]:
    return tuple(run for run in runs if not isinstance(run, Run) or run.text)
