"""The frames of a layout's text, measured once for all slides that stand on it."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from deckgen.deck.layout import AnyRole, Layout, Placeholder
from deckgen.deck.slide import LayoutKey
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import Sizes, TextFrame, least_headline, text_frame
from deckgen.fonts.text_width import Fonts


class LayoutFrames(NamedTuple):
    """A layout with the frames of its text."""

    layout: Layout
    frames: Mapping[AnyRole, TextFrame]
    by_headline: dict[float, "LayoutFrames"]
    """The frames below a headline, by its height in points; filled when such a headline comes."""
    with_kicker: "LayoutFrames | None" = None
    """The frames of slides with a kicker, if they differ."""

    def below(self, title: MeasuredText) -> "LayoutFrames":
        """Return the frames of slides with this headline: the bodies begin below its last line.

        So do those beside a headline that stands across the page on this slide.
        """
        if not self.layout.headline_gap:
            is_across = title.frame.placeholder.box.cx > self.frames["title"].placeholder.box.cx
            return self._on(self.layout.under_headline(title.bottom)) if is_across else self
        lower = self.by_headline.get(title.extent.height)
        if lower is None:
            lower = self._on(self.layout.with_headline_to(title.bottom))
            self.by_headline[title.extent.height] = lower
        return lower

    def _on(self, layout: Layout) -> "LayoutFrames":
        """Return the frames where their placeholders stand on another layout, as wide as here."""
        frames = {
            role: frame.in_box(placeholder.box) if placeholder.overrides_box else frame
            for role, frame in self.frames.items()
            if (placeholder := layout.placeholder(role))
        }
        return LayoutFrames(layout, frames, {})


BalancedTexts: TypeAlias = dict[tuple[TextBody, Placeholder, Sizes, float, int, str, str], TextBody]
"""Texts with balanced lines, by text, place, sizes, hanging, spare lines, role and language."""
_MOST_BALANCED = 5000
_QUOTATIONS = frozenset({"quote", "quote-picture"})
_LONG_QUOTATION = 24
"""Points to which a long quotation may be set smaller, as it is running text."""


class FitCache:
    """What decks of one brand measure once; it grows while they are fitted."""

    def __init__(self) -> None:
        self.layouts: dict[LayoutKey, LayoutFrames] = {}
        self._balanced: BalancedTexts = {}
        self.slides: dict[tuple[object, ...], MeasuredSlide] | None = None
        """By what decides their measures; None for the first deck, which may be the only one."""

    @property
    def balanced(self) -> BalancedTexts:
        """The texts with balanced lines, not too many of them."""
        if len(self._balanced) > _MOST_BALANCED:
            self._balanced.clear()
        return self._balanced


def measured_layout(layout: Layout, minimum_size: int, fonts: Fonts) -> LayoutFrames:
    """Return a layout with its frames, and those of slides with a kicker."""
    measured = _measured(layout, minimum_size, fonts)
    if not layout.below_kicker:
        return measured
    return measured._replace(with_kicker=_measured(layout.with_kicker(), minimum_size, fonts))


def _measured(layout: Layout, minimum_size: int, fonts: Fonts) -> LayoutFrames:
    frames = {
        placeholder.role: text_frame(
            _of_long_text(placeholder, layout, minimum_size), minimum_size, fonts
        )
        for placeholder in layout.placeholders
        if placeholder.role is not None
    }
    return LayoutFrames(layout, frames, {})


def _of_long_text(placeholder: Placeholder, layout: Layout, minimum_size: int) -> Placeholder:
    """Return a placeholder; that of a long quotation may be as small as running text."""
    if placeholder.role != "title" or layout.role not in _QUOTATIONS or placeholder.minimum_size:
        return placeholder
    least = least_headline(placeholder.level_styles[0].size, minimum_size)
    return placeholder._replace(minimum_size=min(least, max(_LONG_QUOTATION, minimum_size)))


def footer_over_date(layout: Layout) -> Placeholder | None:
    """Return the footer of a layout with the place of the date at its right, if it has one."""
    day, footer = (layout.placeholder(role) for role in ("day", "footer"))
    if not day or not footer or day.is_text_box or footer.level_styles[0].align != "l":
        return None
    own, (x, y, cx, cy) = footer.box, day.box
    if (y, cy) != (own.y, own.cy) or x < own.right:
        return None
    return footer.in_box(own._replace(cx=x + cx - own.x))


def date_towards_footer(layout: Layout) -> Placeholder | None:
    """Return the date of a layout with the space up to the footer beside it, if there is some."""
    day, footer = (layout.placeholder(role) for role in ("day", "footer"))
    if not day or not footer or day.box.shared_height(footer.box) <= 0:
        return None
    own, end, align = day.box, footer.box.right, day.level_styles[0].align
    if align == "r" and end < own.x:
        return day.in_box(own._replace(x=end, cx=own.right - end))
    if align == "l" and own.right < footer.box.x:
        return day.in_box(own._replace(cx=footer.box.x - own.x))
    return None
