"""Links between slides: each must lead to a slide of the talk."""

from collections.abc import Iterable, Iterator
from itertools import chain

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Run, SlideLink, TextBody
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.nearest import nearest


def check_links(slides: list[Slide], unread: frozenset[str], diagnostics: Diagnostics) -> None:
    """Report links to slides that are not in the talk, and links to slides in notes.

    `unread` are ids of slides that could not be read; links to them are not reported.
    """
    ids = {slide.id for slide in slides} | unread
    for link in dict.fromkeys(_links(chain.from_iterable(map(_bodies, slides)))):
        if link.slide_id not in ids:
            _report_unknown(link, ids, diagnostics)
    for link in _links([slide.notes for slide in slides if slide.notes]):
        # The part of notes relates to their own slide only (ECMA-376-1, 13.3.5).
        diagnostics.error(
            "link-in-notes",
            "Notes cannot lead to a slide; PowerPoint knows such links on slides only.",
            link.span,
            "Write the words without the link, or link them on the slide.",
        )


def _links(bodies: Iterable[TextBody]) -> list[SlideLink]:
    return [
        run.link
        for body in bodies
        for paragraph in body.paragraphs
        for run in paragraph.runs
        if type(run) is Run and run.link is not None and isinstance(run.link, SlideLink)
    ]


def _report_unknown(link: SlideLink, ids: set[str], diagnostics: Diagnostics) -> None:
    # Sorted, as the order of a set differs from run to run.
    near = None if diagnostics.is_full("unknown-slide") else nearest(link.slide_id, sorted(ids))
    diagnostics.error(
        "unknown-slide",
        f"No slide has the id “{link.slide_id}”.",
        link.span,
        f"Did you mean #{near}?"
        if near
        else f"Write `id: {link.slide_id}` on the slide that you mean.",
    )


def _bodies(slide: Slide) -> list[TextBody]:
    bodies = [content for _, content in slide.placeholders]
    if slide.graphics:
        bodies += _in_graphics(slide)
    if slide.footer:
        bodies.append(slide.footer)
    return bodies


def _in_graphics(slide: Slide) -> Iterator[TextBody]:
    from deckgen.deck.graphics.clip import Clip
    from deckgen.deck.graphics.drawing import Drawing
    from deckgen.deck.graphics.picture import Picture
    from deckgen.deck.graphics.table import Table

    for _, graphic in slide.graphics:
        if isinstance(graphic, Table):
            yield from graphic.header
            yield from chain.from_iterable(graphic.rows)
        elif isinstance(graphic, Picture) and graphic.caption:
            yield graphic.caption.body
        elif isinstance(graphic, Clip) and graphic.picture.caption:
            yield graphic.picture.caption.body
        elif isinstance(graphic, Drawing):
            for item in graphic.items:
                yield from filter(None, (item.lead, item.title, item.text))
