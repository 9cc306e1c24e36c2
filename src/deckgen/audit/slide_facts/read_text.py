"""The text of a shape or a cell, with the format that is shown.

ECMA-376 Part 1, 21.1.2. A link has the theme's colour for links, unless it states that it has the
colour of its text ([MS-ODRAWXML] 2.24.2.1, hlinkClr).
"""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.audit.slide_facts.audited_slide import AuditedParagraph, AuditedRun
from deckgen.ooxml_rules.attributes import parse_integer, parse_share
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.color_values import fill_colors, mean_color
from deckgen.template.resolve.text_styles import (
    LEVELS,
    LevelStyle,
    ListStyle,
    StyleContext,
    overlaid,
    read_characters,
    read_level,
    read_list_style,
    text_styles,
)

_KEEPS_COLOR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


class InheritedFormat(NamedTuple):
    """What the text of a shape inherits."""

    style: ListStyle
    look: StyleContext
    color: str = ""
    """RRGGBB of text whose styles state no colour; empty: that of the theme's “tx1”."""

    def with_color(self, color: str | None, *, bold: bool = False) -> "InheritedFormat":
        """Return the same where a shape's or a table's style gives a colour, or bold text."""
        if color is None and not bold:
            return self
        style = [level.copy() for level in self.style]
        for level in style:
            if color is not None:
                level.pop("fill", None)
            if bold:
                level["bold"] = True
        return self._replace(style=tuple(style), color=color or self.color)


def read_paragraphs(body: Element | None, context: InheritedFormat) -> tuple[AuditedParagraph, ...]:
    """Return the paragraphs of a `p:txBody` or `a:txBody`; none for None."""
    if body is None:
        return ()
    style = overlaid(context.style, read_list_style(body.find(q("a:lstStyle"))))
    shrunk, tightened = _autofit(body)
    return tuple(
        _paragraph(element, style, context, shrunk, tightened)
        for element in body.iterchildren(q("a:p"))
    )


def link_id(element: Element | None) -> str | None:
    """Return the id of the link of an `a:rPr` or a `p:cNvPr`; None if a click does nothing."""
    click = None if element is None else element.find(q("a:hlinkClick"))
    return None if click is None else click.get(q("r:id"), "")


def _autofit(body: Element) -> tuple[float, float]:
    """Return the shares to which sizes and line spacing are shrunk (21.1.2.1.3 normAutofit)."""
    shrinking = body.find(f"{q('a:bodyPr')}/{q('a:normAutofit')}")
    if shrinking is None:
        return 1, 0
    scale, tighter = (parse_share(shrinking.get(key)) for key in ("fontScale", "lnSpcReduction"))
    return min(max(scale or 1, 0.01), 1), min(max(tighter or 0, 0), 0.9)


def _paragraph(
    element: Element, style: ListStyle, context: InheritedFormat, shrunk: float, tightened: float
) -> AuditedParagraph:
    properties = element.find(q("a:pPr"))
    level = 0 if properties is None else parse_integer(properties.get("lvl")) or 0
    own = style[min(max(level, 0), LEVELS - 1)]
    if properties is not None:
        own = {**own, **read_level(properties)}
    (shown,) = text_styles((own,), context.look)
    spacing = max(round(shown.line_spacing - 100 * tightened), 1)
    runs = tuple(_runs(element, own, context, shrunk))
    size = max((run.size for run in runs if run.text.strip()), default=shown.size * shrunk)
    return AuditedParagraph(
        element=element,
        runs=runs,
        style=shown._replace(size=max(round(size), 1), line_spacing=spacing),
        justified=own.get("justified", False),
        has_mark=shown.mark != "none",
        text="".join([run.text for run in runs]),
    )


def _runs(
    paragraph: Element, level: LevelStyle, context: InheritedFormat, shrunk: float
) -> Iterator[AuditedRun]:
    for child in paragraph.iterchildren("{*}*"):
        kind = local_name(child)
        if kind in {"r", "fld"}:
            text = child.findtext(q("a:t")) or ""
        elif kind == "br":
            text = "\n"
        elif kind == "m":
            text = "".join(each.text or "" for each in child.iter("{*}t"))
        else:
            continue
        yield _run(text, child.find(q("a:rPr")), level, context, shrunk)


def _run(
    text: str,
    properties: Element | None,
    level: LevelStyle,
    context: InheritedFormat,
    shrunk: float,
) -> AuditedRun:
    style, link = level, None
    if properties is not None:
        style = level.copy()
        read_characters(properties, style)
        link = link_id(properties)
    look = context.look
    typeface = style.get("typeface", "+mn-lt")
    if typeface.startswith("+"):
        typeface = look.theme.heading if typeface.startswith("+mj") else look.theme.body
    color = _color(style.get("fill"), context)
    stated = None if properties is None else next(properties.iter(_KEEPS_COLOR), None)
    if link is not None and (stated is None or stated.get("val") != "tx"):
        color = look.palette.named("hlink") or color
    return AuditedRun(
        text=text,
        size=style.get("size", 18.0) * shrunk,
        bold=style.get("bold", False),
        color=color,
        font=typeface,
        lang=style.get("lang", ""),
        capitals=style.get("capitals", False),
        link=link,
    )


def _color(fill: Element | None, context: InheritedFormat) -> str | None:
    palette = context.look.palette
    if fill is None:
        return context.color or palette.named("tx1") or "000000"
    colors = fill_colors(fill, palette)
    return mean_color(colors) if colors else None
