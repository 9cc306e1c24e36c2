"""What kinds lower their entries with: the slide of an entry, and the texts on it."""

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import TypeAlias

from deckgen.deck.slide import LayoutChoice, LayoutRole, PlaceholderRole, SectionStart, Slide
from deckgen.deck.text_body import Bullet, Formula, Paragraph, Run, TextBody, as_running_text
from deckgen.language.phrases import long_date
from deckgen.outline.markup.block_markup import parse_blocks
from deckgen.outline.markup.inline_text import as_display_formula, parse_inline, plain_text
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import ListItem, ListItems, Text
from deckgen.outline.schema.talk import Talk
from deckgen.support.diagnostics import Diagnostics

Texts: TypeAlias = Mapping[PlaceholderRole, Text | TextBody | None]
"""What stands in the placeholders of a slide; a `Text` is a line whose markup is parsed."""

_TYPED_MARKS = frozenset("0123456789•▪◦‣·➢\uf0a7\uf0b7\uf0d8")
"""First characters of bullets that may have been typed, or pasted, with a mark of their own."""
_WITHOUT_EQUATIONS: frozenset[PlaceholderRole] = frozenset({"title", "kicker", "progress", "date"})
"""Placeholders whose formulas become words: titles are listed, linked and read aloud."""
_REVEALED: frozenset[LayoutRole] = frozenset(
    {"questions", "question", "bullets", "text", "two-contents"}
)
_WITHOUT_FOOT: frozenset[LayoutRole] = frozenset({"cover", "section", "quote", "closing", "bleed"})
"""Layouts without footer, date and number, unless the author asks for them."""


def slide(entry: Entry, context: Context, role: LayoutRole, texts: Texts) -> Slide:
    """Return the entry's slide on the layout for `role`; placeholders without content are left out.

    An entry with `reveal` and nothing to reveal is reported.
    """
    talk = context.talk
    lang = entry.lang or talk.lang
    footer, day, numbered = _foot(entry, context, role, lang)
    bodies: list[tuple[PlaceholderRole, TextBody]] = []
    for name, text in texts.items():
        if text is None:
            continue
        body = text if isinstance(text, TextBody) else line(text, context)
        bodies.append((name, _without_equations(body) if name in _WITHOUT_EQUATIONS else body))
    made = Slide(
        context.ids[context.index],
        role,
        entry.tone or talk.tone,
        lang,
        tuple(bodies),
        entry.span,
        notes=_without_equations(text_blocks(entry.notes, context)) if entry.notes else None,
        footer=footer,
        day=day,
        numbered=numbered,
        hidden=entry.hidden,
        fit=entry.fit or context.fit,
        layout=_layout(entry, context),
        transition=entry.transition or talk.transition,
        section=chapter_start(entry, context),
    )
    return _revealed(made, entry, context) if entry.reveal else made


def chapter_start(entry: Entry, context: Context) -> SectionStart | None:
    """Return the section of PowerPoint's list of slides that begins with an entry, if it does."""
    if entry.chapter is None:
        return None
    return SectionStart(context.ids[context.index], plain_text(entry.chapter))


def text_and_bullets(
    text: Text | None, items: ListItems | None, context: Context
) -> TextBody | None:
    """Return running text, then bullets; None without either."""
    paragraphs = as_running_text(text_blocks(text, context)).paragraphs if text else ()
    if items:
        paragraphs += bullet_list(items, context).paragraphs
    return TextBody(paragraphs) if paragraphs else None


def line(text: Text, context: Context) -> TextBody:
    """Return the text as one paragraph, its markup parsed."""
    return TextBody((Paragraph(parse_inline(text, context.diagnostics), span=text.span),))


def plain_line(text: str) -> TextBody:
    """Return words of deckgen's own as one paragraph."""
    return TextBody((Paragraph((Run(text),)),))


def bullet_list(items: ListItems, context: Context) -> TextBody:
    """Return the items as paragraphs, children one level below their parent."""
    paragraphs: list[Paragraph] = []
    _add_items(items, 0, context.diagnostics, paragraphs)
    return TextBody(tuple(paragraphs))


def text_blocks(text: Text, context: Context) -> TextBody:
    """Return the text as paragraphs: blank lines part them, lines with a dash are bullets."""
    return parsed_once(text, context, lambda: parse_blocks(text, context.diagnostics))


def parsed_once(text: Text, context: Context, parse: Callable[[], TextBody]) -> TextBody:
    """Return what `parse` makes of a text; it is kept for other towns if nothing is reported."""
    body = context.parsed.get(text)
    if body is None:
        before = len(context.diagnostics)
        body = parse()
        if len(context.diagnostics) == before:
            context.parsed[text] = body
    return body


def footer_of_talk(talk: Talk, diagnostics: Diagnostics) -> TextBody | None:
    """Return the footer of all slides, parsed once; None if the talk has none."""
    if talk.footer is None or not (talk.frame is None or talk.frame.footer):
        return None
    runs = parse_inline(talk.footer, diagnostics)
    return _without_equations(TextBody((Paragraph(runs, span=talk.footer.span),)))


def _layout(entry: Entry, context: Context) -> LayoutChoice | None:
    """Return the layout that the author wants for a slide, or for all slides of its kind."""
    choice = entry.layout or (context.talk.layouts or {}).get(context.kind)
    if choice is None or not choice.text.strip():
        return None
    return LayoutChoice(" ".join(choice.text.split()), choice.span)


def _foot(
    entry: Entry, context: Context, role: LayoutRole, lang: str
) -> tuple[TextBody | None, TextBody | None, bool]:
    """Return the foot of a slide: the footer, the date, and whether the number is shown."""
    talk = context.talk
    frame = talk.frame
    kinds = frame.kinds if frame else None
    has_foot = entry.frame
    if has_foot is None:
        has_foot = role not in _WITHOUT_FOOT if kinds is None else context.kind in kinds
    if not has_foot:
        return None, None, False
    day = talk.event.date if talk.event and frame and frame.date else None
    date = plain_line(long_date(day, lang)) if day else None
    return context.footer, date, frame is None or frame.number


def _without_equations(body: TextBody) -> TextBody:
    """Return a text with its formulas in plain characters, for places that hold no equation."""
    if Formula not in {type(run) for paragraph in body.paragraphs for run in paragraph.runs}:
        return body
    return body.with_each(
        lambda each: each._replace(
            runs=tuple([run.run if isinstance(run, Formula) else run for run in each.runs])
        )
    )


def _revealed(made: Slide, entry: Entry, context: Context) -> Slide:
    """Return the slide with its text coming click by click; report a slide without such text."""
    roles = {role for role, _ in made.placeholders}
    if made.role in _REVEALED and roles & {"body", "second"}:
        return made._replace(reveal=True)
    context.diagnostics.error(
        "nothing-to-reveal",
        f"Nothing on a `{context.kind}` slide can come click by click: it needs bullets or text.",
        entry.spans["reveal"],
        "Delete the line, or write `reveal: yes` on the slide that has the bullets.",
    )
    return made


def _add_items(
    items: ListItems, level: int, diagnostics: Diagnostics, paragraphs: list[Paragraph]
) -> None:
    """Add the items to the paragraphs, each before its children."""
    marked: Iterable[tuple[ListItem, Bullet, int]] = zip(items, repeat("layout"), repeat(1))
    if not _TYPED_MARKS.isdisjoint([text.text[:1] for text, _ in items]):
        from deckgen.outline.markup.typed_numbers import without_typed_marks

        marked = without_typed_marks(items, diagnostics)
    for (text, children), bullet, first_number in marked:
        runs = parse_inline(text, diagnostics)
        if runs and type(runs[0]) is not Run:
            runs = as_display_formula(runs)
        paragraphs.append(Paragraph(runs, level, bullet, text.span, first_number))
        if children:
            _add_items(children, level + 1, diagnostics, paragraphs)
