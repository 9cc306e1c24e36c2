"""The placeholders of a layout by what they can hold, and which of them takes which content."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import COLUMNS, PlaceholderRole
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.resolve.placeholders import TEXTS

PlaceholderMap: TypeAlias = dict[PlaceholderRole, Placeholder]

_GRAPHICS = frozenset({"pic", "tbl", "chart", "dgm", "media", "clipArt"})
_NUMBER_SIZE = 48
"""Points above which a text on a section is for its number, not for words."""
_LINE_HEIGHT = 1.2 * 12_700
"""EMU of a line, for each point of its size."""
_SHORT_TEXT = 0.12
"""Share of the slide's height up to which a text holds a line or two."""
_LEAST_TEXTS = 2
"""A headline, and what stands below it."""
_WIDE, _HEADLINE = 0.4, 0.2
"""Shares of the slide's width and height: a headline is no narrower, and no higher."""
_BODY = 0.12
"""Share of the slide's area from which a text is a body."""
_LEAST_QUOTATION = 0.05
"""Share of the slide's area below which a title holds no quotation."""
_ABOUT = 0.9
"""The share from which two areas are about as large: columns drawn by hand differ a little."""


def with_bodies(
    placeholders: PlaceholderMap, change: Callable[[Placeholder], Placeholder]
) -> PlaceholderMap:
    """Return the placeholders, those of lists and running text changed."""
    return {
        role: change(place) if role in COLUMNS else place for role, place in placeholders.items()
    }


class LayoutContents(NamedTuple):
    """The placeholders of a layout by what they can hold, and the size of the slide."""

    title: Placeholder | None
    """In a layout without one, the text that stands as a headline."""
    texts: tuple[Placeholder, ...]
    """Those that take any text, in reading order; without those whose lines run downwards."""
    pictures: tuple[Placeholder, ...]
    width: int
    """EMU."""
    height: int
    """EMU."""
    graphics: tuple[Placeholder, ...] = ()
    """Those that take charts, tables or pictures, and no words."""

    @property
    def main_text(self) -> Placeholder | None:
        """The text with the largest area; of texts that are about as large, the first."""
        least = max((self.share(text) for text in self.texts), default=0) * _ABOUT
        return next((text for text in self.texts if self.share(text) >= least), None)

    @property
    def short_texts(self) -> tuple[Placeholder, ...]:
        """The texts beside the main one that hold a line or two."""
        limit, main = _SHORT_TEXT * self.height, self.main_text
        return tuple(text for text in self.texts if text is not main and text.box.cy <= limit)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """The texts with room for several lines."""
        return tuple(text for text in self.texts if self.share(text) >= _BODY)

    def share(self, placeholder: Placeholder) -> float:
        """Return the share of the slide's area that a placeholder covers, from 0 to 1."""
        return placeholder.box.area / (self.width * self.height)


def layout_contents(layout: Layout, width: int, height: int) -> LayoutContents:
    """Return the contents of a layout; `width` and `height` are those of the slide, in EMU."""
    visible = [each for each in layout.placeholders if _is_on_slide(each.box, width, height)]
    texts = [each for each in visible if each.type in TEXTS and not each.vertical]
    title = next((each for each in visible if each.type in TITLE_TYPES), None)
    if title is None:
        title = _headline(texts, width, height)
    return LayoutContents(
        title,
        tuple(text for text in texts if text is not title),
        tuple(each for each in visible if each.type == "pic"),
        width,
        height,
        tuple(each for each in visible if each.type in _GRAPHICS),
    )


def _headline(texts: list[Placeholder], width: int, height: int) -> Placeholder | None:
    """Return the text that serves as a headline: wide, of little height, above all others.

    It is less high than the text below it, or its words are larger. Google Slides writes such
    layouts where people made them of text boxes.
    """
    if len(texts) < _LEAST_TEXTS:
        return None
    first, second, *_ = sorted(texts, key=lambda text: text.box.y)
    is_above = first.inner_box.bottom <= second.inner_box.y + second.box.cy / 10
    is_headline = first.box.cx >= width * _WIDE and first.box.cy <= height * _HEADLINE
    leads = first.box.cy < second.box.cy or (
        first.level_styles[0].size > second.level_styles[0].size
    )
    return first if is_above and is_headline and leads else None


def _is_on_slide(box: Box, width: int, height: int) -> bool:
    """Return whether a box has an area, and its middle lies on the slide."""
    across, down = box.x + box.cx / 2, box.y + box.cy / 2
    return box.cx > 0 and box.cy > 0 and 0 <= across <= width and 0 <= down <= height


def assign_placeholders(role: TemplateRole, contents: LayoutContents) -> PlaceholderMap:
    """Return the placeholder for each content of a slide; empty if the layout cannot serve it."""
    return _ASSIGNMENTS[role](contents)


def _title(contents: LayoutContents) -> PlaceholderMap:
    return {"title": contents.title} if contents.title else {}


def _title_and(content: PlaceholderRole) -> Callable[[LayoutContents], PlaceholderMap]:
    """Return the assignment of a page with a title and one text."""

    def assign(contents: LayoutContents) -> PlaceholderMap:
        main = contents.main_text
        return _title(contents) | ({content: main} if main else {})

    return assign


def _section(contents: LayoutContents) -> PlaceholderMap:
    """Assign title and subtitle; a text larger than the title takes the number instead."""
    main, title = contents.main_text, contents.title
    if main and title:
        size = main.level_styles[0].size
        if size > max(title.level_styles[0].size, _NUMBER_SIZE):
            return {"title": title, "progress": main}
    return _title_and("subtitle")(contents)


def _content(contents: LayoutContents) -> PlaceholderMap:
    """Assign title, body, and a line above the body for the kicker."""
    main = contents.main_text
    if main is None:
        return {}
    assigned = _title(contents) | {"body": main}
    kicker = next((text for text in contents.short_texts if _is_kicker(text, main, contents)), None)
    return assigned | ({"kicker": kicker} if kicker else {})


def _is_kicker(line: Placeholder, main: Placeholder, contents: LayoutContents) -> bool:
    """Return whether a line stands above the main text, and is wide enough for a few words."""
    return (
        line.box.bottom <= main.box.y + main.box.cy / 10
        and line.inner_box.cx >= contents.width * 0.4
        and line.inner_box.cy >= line.level_styles[0].size * _LINE_HEIGHT
    )


def _quote(contents: LayoutContents) -> PlaceholderMap:
    """Assign the words to a title larger than the body, and the author to a text below it.

    Under a smaller title, or one of a line, the words stand in the body.
    """
    main, title = contents.main_text, contents.title
    if main is None or title is None:
        return _title(contents)
    if contents.share(title) < max(contents.share(main), _LEAST_QUOTATION):
        return {"title": title, "body": main}
    below = [text for text in contents.texts if text.box.y >= title.box.y + title.box.cy * 0.8]
    return {"title": title, "by": min(below, key=lambda each: each.box.y, default=main)}


def _columns(most: int) -> Callable[[LayoutContents], PlaceholderMap]:
    """Return the assignment of two to `most` bodies side by side; otherwise of one body."""

    def assign(contents: LayoutContents) -> PlaceholderMap:
        bodies = sorted(contents.bodies, key=lambda body: body.box.x)
        apart = all(
            right.box.x >= left.box.x + left.box.cx * 0.9 for left, right in pairwise(bodies)
        )
        assigned = _content(contents)
        if apart and 1 < len(bodies) <= most:
            assigned |= dict(zip(COLUMNS, bodies, strict=False))
        return assigned

    return assign


_ASSIGNMENTS: Mapping[TemplateRole, Callable[[LayoutContents], PlaceholderMap]] = {
    "cover": _title_and("subtitle"),
    "section": _section,
    "questions": _content,
    "question": _content,
    "bullets": _content,
    "text": _content,
    "quote": _quote,
    "closing": _title_and("body"),
    "two-contents": _columns(2),
    "three-contents": _columns(3),
    "comparison": _content,
    "picture": _title,
    "bleed": _title,
    "title-only": _title,
    "blank": lambda _: {},
}
