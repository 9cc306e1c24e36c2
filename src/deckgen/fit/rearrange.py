"""Slides on layouts without all their placeholders: text without one joins another text.

A template may have no placeholder for the running title above a question, or for the author of a
quotation. Such text is not left out: it goes where a person would type it.
"""

from typing import TypeAlias, get_args

from deckgen.deck.bidi import with_text_direction
from deckgen.deck.layout import Layout, LayoutOf
from deckgen.deck.slide import (
    Deck,
    PlaceholderRole,
    Slide,
    with_graphic_role,
    with_text,
)
from deckgen.deck.text_body import (
    Inline,
    LineBreak,
    Paragraph,
    Run,
    TextBody,
    without_bullets,
)
from deckgen.fit.list_marks import with_marks
from deckgen.language.quotation_marks import is_one_quotation

_Contents: TypeAlias = dict[PlaceholderRole, TextBody]
_ORDER: tuple[PlaceholderRole, ...] = get_args(PlaceholderRole)
"""Reading order."""
_JOINED: dict[PlaceholderRole, tuple[PlaceholderRole, ...]] = {
    "kicker": ("title", "body", "subtitle"),
    "body": ("subtitle", "by", "title"),
}
"""The texts that some texts without a placeholder join, the best first."""
_BELOW_SUBTITLE = 0.4
"""The space below a subtitle on a cover, in times its size."""


def rearrange(deck: Deck, layouts: LayoutOf) -> Deck:
    """Return the deck with every text in a placeholder of its layout, and in its direction.

    Generated layouts have all placeholders; then only the direction may change, and lists in text.
    """
    return deck._replace(
        slides=tuple(
            [slide if slide.included else _on_layout(slide, layouts) for slide in deck.slides]
        )
    )


def _on_layout(slide: Slide, layouts: LayoutOf) -> Slide:
    if slide.role == "question" and not slide.layout:
        slide = _with_room_for_question(slide, layouts)
    layout = layouts(*slide.layout_key)
    if slide.role == "closing" and any(
        not layout.has_graphic_box(role) for role, _ in slide.graphics
    ):
        # The graphic stands on the layout for two contents, beside text without bullets.
        slide = with_text(slide._replace(role="two-contents"), "body", without_bullets)
        slide = with_graphic_role(slide, "second")
        layout = layouts(*slide.layout_key)
    elif slide.graphics and slide.graphics[0][0] == "picture":
        slide = _with_place_for_picture(slide, layout)
        layout = layouts(*slide.layout_key)
    if slide.role == "quote" and layout.draws_quotation_marks:
        slide = with_text(slide, "title", _without_quotation_marks)
    return with_text_direction(_arranged(slide, layout), layout)


def _with_room_for_question(slide: Slide, layouts: LayoutOf) -> Slide:
    """Return a question alone on the layout of quotations, its progress below it.

    A layout for lists would look as if its list was forgotten. Where quotation marks are drawn, it
    has the layout of sections. It stays on a layout of its own, and if there is none for sections.
    """
    texts = dict(slide.placeholders)
    if slide.graphics or not texts.keys() <= {"title", "progress"}:
        return slide
    own, lists = layouts(*slide.layout_key), layouts("bullets", slide.tone, "")
    if own.part_name != lists.part_name:
        return slide
    if layouts("quote", slide.tone, "").draws_quotation_marks:
        is_list = layouts("section", slide.tone, "").part_name == lists.part_name
        return slide if is_list else slide._replace(role="section")
    if "progress" in texts:
        texts["by"] = texts.pop("progress")
    return slide._replace(role="quote").with_texts(texts)


def _arranged(slide: Slide, layout: Layout) -> Slide:
    second = layout.placeholder("second")
    if slide.role == "two-contents" and slide.graphics and (second is None or second.is_text_box):
        slide = _text_first(slide)
    texts = dict(slide.placeholders)
    contents = dict(texts)
    if contents.keys() - {each.role for each in layout.placeholders}:
        _progress(contents, layout)
        if slide.role == "quote":
            _quote(contents, layout)
        elif slide.role == "cover":
            _cover(contents, layout)
        if "progress" in contents and not layout.placeholder("progress"):
            del contents["progress"]  # generated, not the author's text
    contents = with_marks(slide.role, contents, layout)
    _rest(contents, layout)
    if contents == texts:
        return slide
    return slide.with_texts({role: contents[role] for role in _ORDER if role in contents})


def _with_place_for_picture(slide: Slide, layout: Layout) -> Slide:
    """Return a slide with its picture in a place for contents, if there is none for pictures.

    On covers, sections and quotations, where there is none for contents, it stays.
    """
    if layout.has_graphic_box("picture"):
        return slide
    roles = {role for role, _ in slide.placeholders}
    if slide.role == "bleed":
        return with_graphic_role(slide, "body")
    if slide.role != "two-contents":
        return slide
    if not roles & {"body", "second"}:
        return with_graphic_role(slide._replace(role="bullets"), "body")
    return with_graphic_role(slide, "body" if "second" in roles else "second")


def _text_first(slide: Slide) -> Slide:
    """Return a slide with its text in the body and its graphic in the second placeholder."""
    if not any(role == "second" for role, _ in slide.placeholders):
        return slide
    return slide._replace(
        placeholders=tuple(("body" if r == "second" else r, c) for r, c in slide.placeholders),
        graphics=tuple(("second" if r == "body" else r, g) for r, g in slide.graphics),
    )


def _without_quotation_marks(text: TextBody) -> TextBody:
    """Return a quotation without marks around it, as its layout draws these; inner ones stay."""
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


def _progress(contents: _Contents, layout: Layout) -> None:
    """Put the progress behind the kicker, if it has no placeholder of its own."""
    progress = contents.get("progress")
    if progress is None or layout.placeholder("progress") or not layout.placeholder("kicker"):
        return
    kicker = contents.get("kicker")
    contents["kicker"] = contents.pop("progress")
    if kicker:
        (line,) = kicker.paragraphs
        behind = (*line.runs, Run(f" · {progress.text}"))
        contents["kicker"] = TextBody((line._replace(runs=behind),))


def _quote(contents: _Contents, layout: Layout) -> None:
    """Move the quotation to the body and its author to the title, if there is no author's place."""
    quote, by = contents.get("title"), contents.get("by")
    if quote is None or by is None or layout.placeholder("by") or not layout.placeholder("body"):
        return
    contents["body"] = without_bullets(quote)
    contents["title"] = contents.pop("by")


def _cover(contents: _Contents, layout: Layout) -> None:
    """Move who, where and when below the subtitle: apart from it, and smaller if a level fits."""
    roles: tuple[PlaceholderRole, ...] = ("subtitle", "body", "date")
    place = layout.placeholder("subtitle") or layout.placeholder("body")
    if place is None:
        return
    lines: list[Paragraph] = []
    style, *deeper = place.level_styles
    suits = bool(deeper) and deeper[0].size < style.size and deeper[0].align == style.align
    for role in roles:
        if role in contents and (role == place.role or not layout.placeholder(role)):
            level = 1 if lines and suits else 0
            if role == "body" and lines:
                apart = round(style.space_after + style.size * _BELOW_SUBTITLE)
                lines[-1] = lines[-1]._replace(space_after=apart)
            lines += (each._replace(level=level) for each in contents.pop(role).paragraphs)
    if lines and place.role in roles:
        contents[place.role] = without_bullets(TextBody(tuple(lines)))


def _rest(contents: _Contents, layout: Layout) -> None:
    """Join remaining texts without a placeholder to the title, the subtitle or the body."""
    if "title" in contents and not layout.placeholder("title"):
        places: tuple[PlaceholderRole, ...] = ("body", "subtitle")
        if place := next((each for each in places if layout.placeholder(each)), None):
            contents[place] = _led(contents.pop("title"), contents.get(place))
    for role in [role for role in contents if not layout.placeholder(role)]:
        content = contents.pop(role)
        for place in _JOINED.get(role, ("subtitle", "body", "title")):
            if layout.placeholder(place):
                contents[place] = _joined(role, content, place, contents.get(place))
                break


def _joined(
    role: PlaceholderRole, content: TextBody, place: PlaceholderRole, there: TextBody | None
) -> TextBody:
    if there is None:
        return without_bullets(content) if role != "body" else content
    if place != "title":
        own = without_bullets(content).paragraphs
        if role == "kicker":
            own = tuple(each._replace(stays=True) for each in own)
            return TextBody((*own, *there.paragraphs))
        return TextBody((*there.paragraphs, *own))
    first, second = (content, there) if role == "kicker" else (there, content)
    return _one_paragraph(first, second)


def _one_paragraph(*contents: TextBody) -> TextBody:
    """Return texts as one paragraph for a title, each on its own line."""
    paragraphs = [each for content in contents for each in content.paragraphs]
    runs: tuple[Inline, ...] = paragraphs[0].runs
    for paragraph in paragraphs[1:]:
        runs = (*runs, LineBreak(), *paragraph.runs)
    return TextBody((paragraphs[0]._replace(runs=runs, level=0),))


def _led(lead: TextBody, body: TextBody | None) -> TextBody:
    """Return a body that begins with a bold lead."""
    bold = (
        each._replace(
            runs=tuple(
                run if isinstance(run, LineBreak) else run._replace(bold=True) for run in each.runs
            ),
            stays=True,
        )
        for each in without_bullets(lead).paragraphs
    )
    return TextBody((*bold, *(body.paragraphs if body else ())))
