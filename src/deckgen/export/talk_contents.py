"""The text of a talk, slide by slide, for paper and browser."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, Table
from deckgen.deck.layout import Layout, TextStyle
from deckgen.deck.slide import COLUMNS, PlaceholderRole, Slide
from deckgen.deck.text_body import Bullet, Run, WebLink
from deckgen.export.document_blocks import (
    ImageDescription,
    NotesBlock,
    SlideBlock,
    TableBlock,
    TextBlock,
    document_blocks,
    text_lines,
    text_runs,
)
from deckgen.language.number_formats import format_number
from deckgen.language.phrases import long_date
from deckgen.outline.markup.inline_text import plain_text
from deckgen.outline.schema.talk import Talk
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.compile import Compiled
from deckgen.support.diagnostics import Span


class SlideContents(NamedTuple):
    """A slide that is not hidden."""

    number: int
    """From 1, as PowerPoint counts; hidden slides count."""
    id: str
    lang: str
    title: str
    blocks: tuple[SlideBlock, ...]
    """Its text without title, footer and number, in reading order."""
    notes: tuple[NotesBlock, ...]
    minutes: float | None
    """None: not given, or it continues another slide."""
    begins: float
    """Minutes of all slides before it that have minutes."""
    optional: bool = False
    continues: bool = False
    """Whether it continues the slide before it."""

    @property
    def text(self) -> str:
        """Its plain text, a line for each paragraph, item, row and picture."""
        return "\n".join([self.title, *text_lines(self.blocks)])


class TalkContents(NamedTuple):
    """A talk: its metadata, and its slides without hidden ones."""

    title: str
    subtitle: str
    speaker: str
    lang: str
    event: str
    """Name, place and date of the event, as far as they are given."""
    town: str
    """The value of ${town}; empty if there is none."""
    slides: tuple[SlideContents, ...]
    hidden: int
    """The number of hidden slides."""
    slot: float | None = None
    """Minutes that the event has for the talk."""

    @property
    def minutes(self) -> float:
        """Minutes of all slides."""
        return sum(slide.minutes or 0 for slide in self.slides)

    @property
    def spare(self) -> float:
        """Minutes of the optional slides."""
        return sum(slide.minutes or 0 for slide in self.slides if slide.optional)

    @property
    def silent(self) -> int:
        """The number of slides without minutes, not counting continued ones."""
        return sum(slide.minutes is None and not slide.continues for slide in self.slides)


def talk_contents(compiled: Compiled) -> TalkContents:
    """Return the text of a compiled talk, typeset as on its slides."""
    deck, outline = compiled.deck, compiled.outline
    talk = outline.talk
    slides, begins = [], 0.0
    entries = {entry.span: entry for _, entry in outline.slides}
    for number, slide in enumerate(deck.slides, 1):
        if slide.hidden:
            continue
        entry, continues = entries[slide.span], slide.number_in_entry > 1
        layout = compiled.brand.layout(*slide.layout_key)
        minutes = None if continues else entry.minutes
        slides.append(
            SlideContents(
                number,
                slide.id,
                slide.lang,
                _unbound(slide.title, [*vars(entry).values(), talk.title]),
                tuple(slide_blocks(slide, layout)),
                tuple(document_blocks(slide.notes.paragraphs)) if slide.notes else (),
                minutes,
                begins,
                entry.optional,
                continues,
            )
        )
        begins += minutes or 0
    return TalkContents(
        title=deck.title,
        subtitle=plain_text(talk.subtitle) if talk.subtitle else "",
        speaker=deck.author,
        lang=deck.lang,
        event=_event(talk),
        town=talk.vars["town"].text if talk.vars and "town" in talk.vars else "",
        slides=tuple(slides),
        hidden=len(deck.slides) - len(slides),
        slot=talk.event.slot if talk.event else None,
    )


def web_links(slide: SlideContents) -> list[tuple[str, str]]:
    """Return the web links in a slide's text as words and address, each address once."""
    words_of: dict[str, str] = {}
    for run in text_runs(slide.blocks):
        if isinstance(run.link, WebLink):
            words_of.setdefault(run.link.url, run.text.strip() or run.link.url)
    return [(words, url) for url, words in words_of.items()]


_BOUND_WORDS = re.compile(r"([^\W\d_]{2,})\u00a0(?=([^\W\d_]{2,}))")


def _unbound(title: str, words: Iterable[object]) -> str:
    """Return a title without the no-break spaces that balance its lines on the slide.

    Elsewhere its lines are of another width. Those that the author typed, as `words` has them,
    stay, and those beside a number or an abbreviation.
    """
    typed = "\n".join(text.text for text in words if isinstance(text, Scalar))

    def unbound(bound: re.Match[str]) -> str:
        return bound[0] if f"{bound[0]}{bound[2]}" in typed else f"{bound[1]} "

    return _BOUND_WORDS.sub(unbound, title) if "\u00a0" in title else title


_FIRST: tuple[PlaceholderRole, ...] = ("kicker", "subtitle")
_LEFT_OUT: frozenset[PlaceholderRole] = frozenset({"title", "progress"})
"""The title is in `title`; “2/6” helps only those who see the slide."""


def slide_blocks(slide: Slide, layout: Layout) -> Iterator[SlideBlock]:
    """Yield the text of a slide without title, footer and number, as screen readers say it."""
    marks = {
        each.role: [_mark(style) for style in each.level_styles] for each in layout.placeholders
    }
    texts = [pair for pair in slide.placeholders if pair[0] not in _LEFT_OUT]
    texts.sort(key=lambda pair: pair[0] not in _FIRST)
    waiting = [graphic for _, graphic in slide.graphics]
    for role, body in texts:
        span = body.paragraphs[0].span
        # Of what stands side by side, the first in the outline is read first.
        while waiting and role in COLUMNS and span and _comes_before(waiting[0].span, span):
            yield from _of_graphic(waiting.pop(0), slide.lang)
        yield from document_blocks(body.paragraphs, marks.get(role, ("none",)))
    for graphic in waiting:
        yield from _of_graphic(graphic, slide.lang)


def _comes_before(span: Span, other: Span) -> bool:
    """Return whether a span is before another in the same file."""
    return span.file == other.file and span < other


def _mark(style: TextStyle) -> Bullet:
    return style.mark if style.mark in {"none", "number"} else "disc"


def _of_graphic(graphic: Graphic, lang: str) -> Iterator[SlideBlock]:
    match graphic:
        case Picture():
            yield from _of_picture(graphic)
        case Clip():
            yield from _of_picture(graphic.picture)
        case Table():
            header = tuple(cell.text for cell in graphic.header)
            rows = (tuple(cell.text for cell in row) for row in graphic.rows)
            yield TableBlock(header, tuple(rows))
        case Chart():
            yield _of_chart(graphic, lang)
            if graphic.source:
                yield TextBlock((Run(graphic.source),))
        case Drawing():
            for item in graphic.items:
                bodies = (item.lead, item.title, item.text)
                yield from (
                    block for body in bodies if body for block in document_blocks(body.paragraphs)
                )
                if item.picture:
                    yield from _of_picture(item.picture)


def _of_picture(picture: Picture) -> Iterator[SlideBlock]:
    if picture.alt:
        yield ImageDescription(picture.alt)
    if picture.caption:
        yield from document_blocks(picture.caption.body.paragraphs)


def _of_chart(chart: Chart, lang: str) -> TableBlock:
    """Return a chart as a table: a row for each category, a column for each series."""
    named = any(chart.categories)
    header = (chart.corner or chart.unit, *(series.name for series in chart.series))
    rows = [
        (
            *((category,) if named else ()),
            *(
                ""
                if (value := series.values[at]) is None
                else format_number(value, series.number_format, lang)
                for series in chart.series
            ),
        )
        for at, category in enumerate(chart.categories)
    ]
    return TableBlock(header if named else header[1:], tuple(rows), chart.alt)


def _event(talk: Talk) -> str:
    event = talk.event
    if event is None:
        return ""
    day = long_date(event.date, talk.lang) if event.date else ""
    parts = [plain_text(text) for text in (event.name, event.place) if text]
    return " · ".join(filter(None, [*parts, day]))
