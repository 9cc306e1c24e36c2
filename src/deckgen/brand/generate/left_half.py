"""Layouts with a picture on the left half, made from those with one on the right half.

Both are one layout of the master: slides with the picture on the left say where all else stands.
"""

from collections.abc import Iterable, Iterator

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder


def left_half_layouts(layouts: Iterable[Layout], width: int) -> Iterator[Layout]:
    """Yield them; their text is for “second”, as it is read after the picture.

    `width` is that of the slide, in EMU.
    """
    for layout in layouts:
        if layout.role == "half-picture":
            texts = [found.box for found in layout.placeholders if found.role != "picture"]
            by = width - min(box.x for box in texts) - max(box.x + box.cx for box in texts)
            yield layout._replace(
                role="half-picture-left",
                placeholders=tuple(_moved(found, by, width) for found in layout.placeholders),
                below_kicker=tuple(_moved(found, by, width) for found in layout.below_kicker),
            )


def _moved(placeholder: Placeholder, by: int, width: int) -> Placeholder:
    """Return a picture mirrored, or a text moved to the right by EMU."""
    box = placeholder.box._replace(x=placeholder.box.x + by)
    if placeholder.role == "picture":
        box = placeholder.box.mirrored(Box(0, 0, width, 0))
    role = "second" if placeholder.role == "body" else placeholder.role
    return placeholder._replace(role=role, box=box, overrides_box=True)
