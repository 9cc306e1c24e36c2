"""Slides that are read from the right: composed as others are, then shown as in a mirror.

So each rule of composition is told once. Pictures, charts and code are moved, and never flipped.
"""

from collections.abc import Callable, Mapping
from typing import Literal, TypeVar, cast

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Layout, TextStyle
from deckgen.deck.text_body import TextBody

_Drawn = TypeVar("_Drawn")
_OTHER_SIDE: Mapping[str, Literal["l", "ctr", "r"]] = {"l": "r", "ctr": "ctr", "r": "l"}


def to_be_mirrored(layouts: _Drawn) -> _Drawn:
    """Return layouts whose text runs from the right, and whose boxes are still to be mirrored."""

    def change(value: object) -> object:
        match value:
            case Layout():
                return value._replace(mirrored=True)
            case TextStyle():
                return value._replace(rtl=True)
            case _:
                return value

    return cast("_Drawn", _with_each(layouts, change))


def mirrored(drawn: _Drawn, width: int) -> _Drawn:
    """Return layouts, slides or parts of them with left and right exchanged.

    Each box stands as far from the other edge of slides that are `width` EMU wide. Text that began
    at the left begins at the right.
    """

    def change(value: object) -> object:
        match value:
            case Box():
                value = value._replace(x=width - value.right)
            case Insets(left, top, right, bottom):
                value = Insets(right, top, left, bottom)
            case TextStyle(align=align):
                value = value._replace(align=_OTHER_SIDE[align], rtl=True)
            case TextBody(side_insets=(left, right)):
                value = value._replace(side_insets=(right, left))
            case Layout():
                value = value._replace(mirrored=False)
            case _:
                pass
        return value

    return cast("_Drawn", _with_each(drawn, change))


def _with_each(value: object, change: Callable[[object], object]) -> object:
    """Return a value with each value in it changed, the inner ones first."""
    if isinstance(value, tuple):
        fields = tuple([_with_each(field, change) for field in value])
        make = getattr(value, "_make", None)
        value = make(fields) if make else fields
    return change(value)
