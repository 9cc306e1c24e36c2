"""Which placeholder of a layout takes which content of a slide, for each role."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import COLUMNS, PlaceholderRole
from deckgen.template.match.choosing.layout_contents import LayoutContents
from deckgen.template.match.roles import TemplateRole

PlaceholderMap: TypeAlias = dict[PlaceholderRole, Placeholder]

_NUMBER_SIZE = 48
"""Points above which a text on a section is for its number, not for words."""
_LINE_HEIGHT = 1.2 * 12_700
"""EMU of a line, for each point of its size."""


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

    Under a smaller title, the words stand in the body.
    """
    main, title = contents.main_text, contents.title
    if main is None or title is None:
        return _title(contents)
    if contents.share(title) < contents.share(main):
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
