"""Which placeholder of a layout takes which content of a slide, for each role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.layout_contents import LayoutContents
from deckgen.template.match.layout_names import TemplateRole

PlaceholderMap: TypeAlias = dict[PlaceholderRole, Placeholder]


def _titled(seen: LayoutContents) -> PlaceholderMap:
    return {"title": seen.title} if seen.title else {}


def _page(place: PlaceholderRole) -> Callable[[LayoutContents], PlaceholderMap]:
    """Return the places of a title and one text: a cover, the words of a closing page."""

    def places(seen: LayoutContents) -> PlaceholderMap:
        main = seen.main
        return _titled(seen) | ({place: main} if main else {})

    return places


def _section(seen: LayoutContents) -> PlaceholderMap:
    """Return the places of a section; a text set larger than the title is for its number."""
    main, title = seen.main, seen.title
    if main and title and main.level_styles[0].size > max(title.level_styles[0].size, _FOR_NUMBERS):
        return _titled(seen) | {"progress": main}
    return _page("subtitle")(seen)


_FOR_NUMBERS = 48
"""Points beyond which a text is meant for a number rather than for words."""


def _content(seen: LayoutContents) -> PlaceholderMap:
    """Return the headline, the body, and a line for the kicker where there is one."""
    main = seen.main
    if main is None:
        return {}
    found = _titled(seen) | {"body": main}
    kicker = next((one for one in seen.lines if _is_kicker(one, main, seen)), None)
    return found | ({"kicker": kicker} if kicker else {})


def _is_kicker(line: Placeholder, main: Placeholder, seen: LayoutContents) -> bool:
    """Return whether a line stands above the body, and is wide enough for a few words."""
    size = line.level_styles[0].size
    return (
        line.box.y + line.box.cy <= main.box.y + main.box.cy / 10
        and line.inner_box.cx >= seen.width * 0.4
        and line.inner_box.cy >= size * _LINE_HEIGHT
    )


_LINE_HEIGHT = 1.2 * 12_700
"""EMU that a line takes for each point of its size."""


def _quote(seen: LayoutContents) -> PlaceholderMap:
    """Return the title for the words, and who said them below; else title and body."""
    main, title = seen.main, seen.title
    if main is None or title is None:
        return _titled(seen)
    if seen.share(title) >= seen.share(main):
        below = [one for one in seen.texts if one.box.y >= title.box.y + title.box.cy * 0.8]
        by = min(below, key=lambda one: one.box.y, default=main)
        return {"title": title, "by": by}
    return {"title": title, "body": main}


def _columns(seen: LayoutContents) -> PlaceholderMap:
    """Return headline and two or three bodies beside each other; else as for one."""
    found = _content(seen)
    bodies = sorted(seen.bodies, key=lambda one: one.box.x)
    apart = all(right.box.x >= left.box.x + left.box.cx * 0.9 for left, right in pairwise(bodies))
    if not apart or not 1 < len(bodies) <= len(_COLUMNS):
        return found
    return found | dict(zip(_COLUMNS, bodies, strict=False))


_COLUMNS: tuple[PlaceholderRole, ...] = ("body", "second", "third")


def _pair(seen: LayoutContents) -> PlaceholderMap:
    """Return headline and two bodies beside each other; else as for one."""
    found = _columns(seen)
    return _content(seen) if "third" in found else found


PLACES: Mapping[TemplateRole, Callable[[LayoutContents], PlaceholderMap]] = {
    "cover": _page("subtitle"),
    "section": _section,
    "questions": _content,
    "question": _content,
    "bullets": _content,
    "text": _content,
    "quote": _quote,
    "closing": _page("body"),
    "two-contents": _pair,
    "three-contents": _columns,
    "comparison": _content,
    "picture": _titled,
    "bleed": _titled,
    "title-only": _titled,
    "blank": lambda _: {},
}
"""What a layout offers to a role; nothing if it cannot serve it."""
