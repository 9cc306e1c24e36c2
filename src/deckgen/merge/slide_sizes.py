"""The size of slides of another deck, compared with those of the talk."""

from deckgen.brand.brand import Brand
from deckgen.deck.included_slide import IncludedSlide
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.merge.open_deck import OpenedDeck
from deckgen.support.diagnostics import Diagnostics

_ALIKE = 0.005
"""A difference up to this share of a side is rounding of inches or centimetres."""
_SHAPES = {"4:3": 4 / 3, "16:9": 16 / 9}
"""The sizes of an outline, and width through height."""
_CM = 360_000
"""EMU."""


def scale_factor(
    opened: OpenedDeck, brand: Brand, included: IncludedSlide, diagnostics: Diagnostics
) -> float | None:
    """Return the factor by which slides are scaled; None, with an error, for other proportions.

    The factor is 1 for slides of the same size, but for rounding. Other factors are a warning.
    """
    wide, high = brand.width / opened.width, brand.height / opened.height
    theirs, ours = _size(opened.width, opened.height), _size(brand.width, brand.height)
    if abs(wide - 1) <= _ALIKE and abs(high - 1) <= _ALIKE:
        return 1
    if abs(wide / high - 1) <= _ALIKE:
        diagnostics.warning(
            "scaled",
            f"The slides of {included.file} are {theirs}, those of this talk {ours}; what stands "
            f"on them is made {wide:.2f} times as large, text and lines as well.",
            included.span,
            f"Look them over; or {_in_powerpoint(included, brand)}.",
        )
        return wide
    diagnostics.error(
        "other-size",
        f"The slides of {included.file} are {theirs}, those of this talk {ours}: of another shape.",
        included.span,
        _way_out(included, opened, brand),
    )
    return None


def _way_out(included: IncludedSlide, opened: OpenedDeck, brand: Brand) -> str:
    """Return what an author may do; a talk without a template may have the size of the slides."""
    by_hand = f"let PowerPoint arrange them: {_in_powerpoint(included, brand)}."
    ratio = opened.width / opened.height
    name = next((name for name, shape in _SHAPES.items() if abs(ratio / shape - 1) <= _ALIKE), "")
    if brand.presentation is not None or not name:
        return by_hand[0].upper() + by_hand[1:]
    return (
        f"Type `size: {name}` at the top of the outline, if all slides may have that; or {by_hand}"
    )


def _in_powerpoint(included: IncludedSlide, brand: Brand) -> str:
    return (
        f"open a copy of {included.file}, choose Design › Slide Size › Custom Slide Size, type "
        f"{_inches(brand.width)} and {_inches(brand.height)} inches, and include that copy"
    )


def _size(width: int, height: int) -> str:
    return f"{width / _CM:.1f} × {height / _CM:.1f} cm"


def _inches(emu: int) -> str:
    return f"{emu / EMU_PER_INCH:.3f}".rstrip("0").rstrip(".")
