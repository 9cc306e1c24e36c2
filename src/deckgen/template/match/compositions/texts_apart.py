"""Title and text of a page with few words whose boxes overlap on the layout."""

from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap

_LINE = 1.25
"""The least height of a text in times its size: one line."""


def with_texts_apart(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders; no text begins within the box of the title above it.

    Designers see their own few words there, which did not meet. A text that has a line below the
    title begins there; otherwise the title ends above the text.
    """
    title = placeholders.get("title")
    if title is None or title.vertical:
        return placeholders
    apart = dict(placeholders)
    for role, text in placeholders.items():
        meets = title.inner_box.overlaps(text.inner_box)
        if text is title or not meets or text.box.y <= title.box.y:
            continue
        lower = text._replace(
            box=text.box._replace(y=title.box.bottom, cy=text.box.bottom - title.box.bottom),
            overrides_box=True,
        )
        upper = title._replace(
            box=title.box._replace(cy=text.box.y - title.box.y), overrides_box=True
        )
        if _has_line(lower):
            apart[role] = lower
        elif _has_line(upper):
            apart["title"] = title = upper
    return apart


def _has_line(text: Placeholder) -> bool:
    return text.inner_box.cy >= text.level_styles[0].size * _LINE * EMU_PER_POINT
