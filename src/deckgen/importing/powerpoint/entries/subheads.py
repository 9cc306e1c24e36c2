"""The line below a headline that goes on with it: both are the title of one entry."""

from collections.abc import Sequence

from deckgen.importing.outline_text import title_text
from deckgen.importing.powerpoint.reading.source_slide import SourceShape, paragraphs_in
from deckgen.template.resolve.placeholders import TEXTS

_LONGEST = 90
"""Characters of a headline with the line below it."""
_LOW = 1.2
"""How high that line may be, in times the height of the title."""
_SUBHEAD = 0.7
"""The share of the narrower width that both share."""
_ENDS = frozenset(".:;!?…–-")
"""What a headline may end with; else a colon follows."""


def subhead_of(title: SourceShape, rest: Sequence[SourceShape]) -> SourceShape | None:
    """Return the one short line right below a title, above all else; None without one."""
    above, *below = rest or [title]
    if not below:
        return None
    lines = [line for line in paragraphs_in(above) if line.words.strip()]
    if len(lines) != 1 or lines[0].mark != "none" or "\n" in lines[0].words.strip():
        return None
    is_short = len(f"{title_text(paragraphs_in(title))} {lines[0].words}") <= _LONGEST
    is_low = above.box.cy <= _LOW * title.box.cy
    is_near = abs(above.box.y - title.box.bottom) <= title.box.cy
    is_wide = above.box.shared_width(title.box) >= _SUBHEAD * min(above.box.cx, title.box.cx)
    is_above = all(each.box.y >= above.box.bottom - above.box.cy // 2 for each in below)
    is_head = above.placeholder in TEXTS or any(
        each.placeholder in TEXTS and each.largest_size < above.largest_size for each in below
    )
    is_placed = is_near and is_wide and is_above
    is_subhead = is_short and is_low and is_placed and is_head
    return above if is_subhead else None


def joined_title(headline: str, subhead: SourceShape) -> str:
    """Return a headline and the line below it as one line with its markup."""
    is_ended = headline.rstrip("*_")[-1:] in _ENDS
    return f"{headline}{'' if is_ended else ':'} {title_text(paragraphs_in(subhead))}"
