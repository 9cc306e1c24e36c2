"""Where the words of a shape stand, as measured: docs/facts/text-measuring.md."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.audit.slide_facts.audited_slide import AuditedParagraph, TextFit
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run
from deckgen.fit.text.line_breaking import break_lines, typeset, widest_piece
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts
from deckgen.template.resolve.placeholders import body_number
from deckgen.template.template import Theme

_LINE = 1.2
"""Em from line to line at 100 %, at least: docs/facts/text-measuring.md."""
_MOST_LETTERS = 20_000
"""Text of more characters is not measured: no frame holds it."""
_UNWRAPPED = 1 << 31
"""EMU: the width of a line that is not broken."""


class _Measured(NamedTuple):
    """The measures of one paragraph, in points."""

    right: float
    """Where its longest line ends, from the left edge of the frame."""
    widest: float
    """Where its widest word ends, on a line of its own."""
    height: float
    lines: int


def text_fit(
    paragraphs: Sequence[AuditedParagraph], body: Mapping[str, str], box: Box, theme: Theme
) -> TextFit | None:
    """Return where words stand in a frame with these attributes of `a:bodyPr`.

    Lines are measured without reserve. None for text without words, or that runs downwards.
    """
    letters = sum(len(paragraph.text) for paragraph in paragraphs)
    if body.get("vert", "horz") != "horz" or not 0 < letters <= _MOST_LETTERS:
        return None
    left, top = body_number(body, "lIns"), body_number(body, "tIns")
    columns = body_number(body, "numCol")
    between = (columns - 1) * max(body_number(body, "spcCol"), 0)
    inner = Box(
        box.x + left,
        box.y + top,
        max(box.cx - left - body_number(body, "rIns"), 0),
        max(box.cy - top - body_number(body, "bIns"), 0),
    )
    line = max(inner.cx - between, 0) // columns
    if body.get("wrap") == "none":
        line = _UNWRAPPED
    fonts = Fonts(theme.heading, theme.body, "Consolas", reserve=1.0)
    measured = [_measured(paragraph, line, fonts) for paragraph in paragraphs]
    spaces = [
        max(above.style.space_after, 0) + max(below.style.space_before, 0)
        for above, below in pairwise(paragraphs)
    ]
    height = (sum(each.height for each in measured) + sum(spaces)) / columns
    wide = inner.cx
    if columns == 1:
        wide = min(round(max(each.right for each in measured) * EMU_PER_POINT), inner.cx)
    tall = round(height * EMU_PER_POINT)
    aligned = {paragraph.style.align for paragraph in paragraphs if paragraph.words}
    align = aligned.pop() if len(aligned) == 1 else ""
    across = {"ctr": (inner.cx - wide) // 2, "r": inner.cx - wide}.get(align, 0)
    down = {"ctr": (inner.cy - tall) // 2, "b": inner.cy - tall}.get(body.get("anchor", "t"), 0)
    return TextFit(
        Box(inner.x + across, inner.y + down, wide if align else inner.cx, tall),
        height,
        inner.cy / EMU_PER_POINT,
        max(each.widest for each in measured),
        line / EMU_PER_POINT,
        tuple(each.lines for each in measured),
    )


def _measured(paragraph: AuditedParagraph, cx: int, fonts: Fonts) -> _Measured:
    style, size = paragraph.style, _usual_size(paragraph)
    # The font is that of most words; the runs say what is bold.
    longest = max(paragraph.runs, key=lambda run: len(run.text), default=None)
    plain = style._replace(font=longest.font if longest else style.font, bold=False)
    runs: list[Inline] = [
        LineBreak() if run.text == "\n" else Run(run.text, bold=run.bold) for run in paragraph.runs
    ]
    text = typeset(Paragraph(tuple(runs or [Run("")])), plain, fonts)
    space = line_space("layout", 0, style, cx)
    lines = break_lines(text, space, size)
    right = max(
        size * (sum(wide + blank for wide, blank, _ in line) - (line[-1][1] if line else 0))
        for line in lines
    )
    pitch = style.line_points or style.size * _LINE * style.line_spacing / 100
    widest = space.left + widest_piece(text) * size
    return _Measured(space.left + right, widest, len(lines) * pitch, len(lines))


def _usual_size(paragraph: AuditedParagraph) -> float:
    """Return the size of most characters of a paragraph."""
    sizes = Counter[float]()
    for run in paragraph.runs:
        sizes[run.size] += len(run.text)
    return max(sizes, key=lambda size: sizes[size], default=paragraph.style.size)
