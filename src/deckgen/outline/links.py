"""Links between slides: each leads to one that is there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from deckgen.deck.model import Drawing, Picture, Run, Slide, SlideLink, Table, TextBody
from deckgen.diagnostics import Diagnostics


def check_links(slides: list[Slide], unread: frozenset[str], diagnostics: Diagnostics) -> None:
    """Report every link to a slide that is not in the talk."""
    ids = {slide.id for slide in slides} | unread
    links = (
        run.link
        for body in _bodies(slides)
        for paragraph in body.paragraphs
        for run in paragraph.runs
        if isinstance(run, Run) and run.link
    )
    for link in links:
        if isinstance(link, SlideLink):
            _check_link(link, ids, diagnostics)


def _check_link(link: SlideLink, ids: set[str], diagnostics: Diagnostics) -> None:
    if link.slide_id in ids:
        return
    from difflib import get_close_matches

    near = get_close_matches(link.slide_id, ids, 1)
    diagnostics.error(
        "unknown-slide",
        f"No slide has the id “{link.slide_id}”.",
        link.span,
        f"Did you mean #{near[0]}?"
        if near
        else f"Write `id: {link.slide_id}` on the slide that you mean.",
    )


def _bodies(slides: list[Slide]) -> Iterable[TextBody]:
    for slide in slides:
        yield from (content for _, content in slide.placeholders)
        for _, graphic in slide.graphics:
            if isinstance(graphic, Table):
                yield from graphic.header
                yield from chain.from_iterable(graphic.rows)
            elif isinstance(graphic, Picture) and graphic.caption:
                yield graphic.caption.body
            elif isinstance(graphic, Drawing):
                for item in graphic.items:
                    yield from filter(None, (item.lead, item.title, item.text))
        if slide.notes:
            yield slide.notes
        if slide.footer:
            yield slide.footer
