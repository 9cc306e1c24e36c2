"""Code within text is broken at its blanks, not at a hyphen within one of its words.

Programs break `open-questions` behind its hyphen. In a frame that is a little narrower, the word
stands on the next line; characters that join it would be copied with it.
"""

from collections.abc import Sequence
from itertools import pairwise

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import Run, TextBody
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.line_breaking import break_lines, in_pieces
from deckgen.fit.text.text_height import MeasuredParagraph
from deckgen.fonts.text_width import Piece

_WIDER = 1.1
"""The width of the fonts that replace a missing Consolas, against Consolas."""
_STEP, _STEPS = 0.02, 15
"""The share of its width by which a frame is narrower at each attempt, and the most attempts."""


def with_whole_code(content: TextBody, text: MeasuredText, reserve: float) -> TextBody:
    """Return a text in a frame in which no code is broken at a hyphen; else the same text.

    `reserve` is how much wider than its measure the text was taken to be.
    """
    codes = {at: code for at, part in enumerate(text.block) if (code := _hyphened_code(part))}
    if not codes:
        return content
    placeholder = text.frame.placeholder
    style, insets = placeholder.level_styles[0], placeholder.insets
    if style.align != "l" or style.rtl or placeholder.columns > 1:
        return content
    line = text.extent.height / text.extent.lines
    most = text.extent.lines + (text.frame.height - text.extent.height) // line
    sizes = text.sizes
    for step in range(_STEPS):
        cut = placeholder.inner_box.cx / EMU_PER_POINT * step * _STEP
        lines = [_lines(part, sizes[part.level], cut) for part in text.block]
        if sum(map(len, lines)) > most:
            break
        if not any(
            _is_torn(text.block[at], sizes[text.block[at].level], cut, code, reserve)
            for at, code in codes.items()
        ):
            side_insets = insets.left, insets.right + round(cut * EMU_PER_POINT)
            return content._replace(side_insets=side_insets) if step else content
    return content


def _hyphened_code(part: MeasuredParagraph) -> str:
    """Return the code of a paragraph that programs may break at a hyphen; empty: there is none."""
    codes = [run.text for run in part.paragraph.runs if type(run) is Run and run.code]
    return " ".join([code for code in codes if "-" in code]) if codes else ""


def _lines(
    part: MeasuredParagraph, size: int, cut: float, code: str = "", wider: float = 1.0
) -> list[list[Piece]]:
    """Return the lines of a paragraph, its `code` wider, in a frame that is narrower by points."""
    text = in_pieces(part.text)
    if code:
        segments = tuple(
            tuple(
                (wide * (wider if sign in code else 1), blank, sign) for wide, blank, sign in each
            )
            for each in text.segments
        )
        text = text._replace(segments=segments)
    return break_lines(text, part.space._replace(right=part.space.right - cut), size)


def _is_torn(part: MeasuredParagraph, size: int, cut: float, code: str, reserve: float) -> bool:
    """Return whether a line ends within a word of code, in Consolas or in a wider font.

    Lines are broken twice: with the reserve for other fonts, and without it.
    """
    space = part.space
    for right in (space.right, space.right * reserve):
        whole = part._replace(space=space._replace(right=right))
        width = (right - cut - space.left) / size
        for wider in (1.0, _WIDER):
            for line, behind in pairwise(_lines(whole, size, cut, code, wider)):
                if _ends_in_code(line, behind, code, width):
                    return True
    return False


def _ends_in_code(line: Sequence[Piece], behind: Sequence[Piece], code: str, width: float) -> bool:
    """Return whether a line ends at a hyphen of code, or has room for those of an option behind it.

    LibreOffice breaks `--no-network` behind its first two hyphens, too. Widths are em.
    """
    _, blank, last = line[-1]
    if last.endswith("-") and not blank:
        return last in code
    wide, _, first = behind[0]
    hyphens = len(first) - len(first.lstrip("-"))
    taken = sum(wide + blank for wide, blank, _ in line)
    return first in code and hyphens > 0 and taken + wide * hyphens / len(first) <= width
