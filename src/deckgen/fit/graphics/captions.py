"""The style, the size, the place and the balanced lines of captions."""

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics import BEFORE_CREDIT, Caption, Clip, Graphic, Picture
from deckgen.deck.layout import EMU_PER_POINT, Layout, TextStyle
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.line_breaking import line_width, paragraph_lines, typeset, widest_piece
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts

CAPTION_SIZE = 16
"""Points of captions and sources, on a page of a usual height."""
CAPTION_GAP = 73_152
"""EMU around a caption on a picture, and above one below a full picture: 0.08 in."""
_LARGER = (1.5, 1.25)
"""How much larger than usual captions are beside pictures in columns and below a row."""
_CAPTION_LINES = 2
"""The most lines of such a caption."""
_WIDER = 1.05
"""How much wider than measured a word may be in other programs."""
_COLORED_LIKE: tuple[PlaceholderRole, ...] = ("kicker", "body", "title")


def caption_style(layout: Layout) -> TextStyle:
    """Return the style of captions: small, in the colour of the layout's kicker, body or title.

    No caption is larger than the body, whose sizes may be those of a template. A kicker in a text
    box of the deck's own does not count: its colour is for the ground of the headline.
    """
    size, body = round(CAPTION_SIZE * layout.scale), layout.placeholder("body")
    if body is not None and body.type != "pic":
        size = min(size, body.level_styles[0].size)
    for role in _COLORED_LIKE:
        found = layout.placeholder(role)
        if found is not None and found.type != "pic" and not found.is_text_box:
            return TextStyle(size, found.level_styles[0].color)
    return TextStyle(size, "dk1")


def larger_styles(layout: Layout) -> list[TextStyle]:
    """Return the styles of larger captions, the largest first; none is larger than lists are."""
    style, body = caption_style(layout), layout.placeholder("body")
    most = body.level_styles[0].size if body and body.type != "pic" else style.size
    return [style._replace(size=min(round(style.size * by), most)) for by in _LARGER]


def holds_caption(picture: Picture, style: TextStyle, fonts: Fonts) -> bool:
    """Return whether few lines of whole words hold the caption of a placed picture."""
    if picture.caption is None or picture.caption.box is None:
        return True
    width, em = picture.caption.box.cx, style.size * _WIDER * EMU_PER_POINT
    return all(
        widest_piece(typeset(paragraph, style, fonts)) * em <= width
        and len(paragraph_lines(paragraph, style, style.size, width, fonts)) <= _CAPTION_LINES
        for paragraph in picture.caption.body.paragraphs
    )


def text_size(body: TextBody, style: TextStyle, width: int, fonts: Fonts) -> tuple[int, int]:
    """Return the size of a text within a width, in EMU: its widest line, its height.

    All paragraphs have one style. Lines that may be wider in other programs have room.
    """
    widest = height = 0.0
    width = round(width / fonts.reserve)
    for paragraph in body.paragraphs:
        set_ = paragraph_lines(paragraph, style, style.size, width, fonts)
        leading = typeset(paragraph, style, fonts).line_height * style.line_spacing / 100
        widest = max(widest, *(style.size * line_width(line) for line in set_), 0)
        height += len(set_) * leading * style.size
    return round(widest * EMU_PER_POINT), round(height * EMU_PER_POINT)


def caption_height(picture: Picture, width: int, style: TextStyle, fonts: Fonts) -> int:
    """Return the EMU of a picture's caption and the gap above it; 0 without one."""
    if picture.caption is None:
        return 0
    return caption_gap(style) + text_size(picture.caption.body, style, width, fonts)[1]


def caption_gap(style: TextStyle) -> int:
    """Return the EMU between a graphic and its caption: half the size of its words."""
    return style.size * EMU_PER_POINT * 2 // 5


def with_credit_below(caption: Caption) -> Caption:
    """Return a caption whose credit has a line of its own: beside a picture, lines are short."""
    (paragraph, *others), runs = caption.body.paragraphs, caption.body.paragraphs[0].runs
    if others or BEFORE_CREDIT not in runs:
        return caption
    at = runs.index(BEFORE_CREDIT)
    lines = (paragraph._replace(runs=part) for part in (runs[:at], runs[at + 1 :]))
    return caption._replace(body=caption.body._replace(paragraphs=tuple(lines)))


def caption_in(caption: Caption, box: Box, style: TextStyle) -> Caption:
    """Return a caption in a box, in the size and the colour of a style."""
    return caption._replace(box=box, size=style.size, color=style.color)


def with_balanced_captions(slide: Slide, fonts: Fonts) -> Slide:
    """Return a slide whose placed pictures and clips have captions with balanced lines.

    docs/decisions/balanced-lines.md gives the reasons.
    """
    if runs_right_to_left(slide.lang):
        return slide

    def balanced(shown: Graphic) -> Graphic:
        if isinstance(shown, Clip):
            return shown._replace(picture=_with_balanced_caption(shown.picture, slide.lang, fonts))
        if isinstance(shown, Picture):
            return _with_balanced_caption(shown, slide.lang, fonts)
        return shown

    graphics = tuple([(role, balanced(shown)) for role, shown in slide.graphics])
    return slide._replace(graphics=graphics)


def _with_balanced_caption(picture: Picture, lang: str, fonts: Fonts) -> Picture:
    """Return a picture with a balanced caption, in a narrower box; one on it stays as it is."""
    caption = picture.caption
    if caption is None or caption.box is None or caption.fill:
        return picture
    from deckgen.fit.text.balanced_lines import SetParagraph, balanced_text

    style, cx = TextStyle(caption.size, caption.color), caption.box.cx
    space = line_space("none", 0, style, round(cx / fonts.reserve))
    texts = [
        SetParagraph(paragraph, style, typeset(paragraph, style, fonts), space, style.size)
        for paragraph in caption.body.paragraphs
    ]
    balanced = balanced_text(texts, cx / EMU_PER_POINT, lang, fonts)
    if balanced.width is not None:
        cx = min(cx, round(balanced.width * EMU_PER_POINT))
    body = caption.body._replace(paragraphs=balanced.paragraphs)
    caption = caption._replace(body=body, box=caption.box._replace(cx=cx))
    return picture._replace(caption=caption)
