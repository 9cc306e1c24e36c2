"""Titles and sources of charts as text boxes on the slide, for a renderer that moves no titles.

betteroffice centres a title that stands at the left (`c:manualLayout`), and leaves out the drawings
within a chart (`c:userShapes`), in which the source stands. It fills the whole frame of a chart, so
that the frame is lower by what these texts take.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import relationship_targets, with_replaced_parts

_SLIDE = re.compile(r"/ppt/slides/[^/]+\.xml")
_FRAME = re.compile(
    r"<p:graphicFrame>(?:(?!</p:graphicFrame>).)*?<p:xfrm>"
    r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/></p:xfrm>'
    r'(?:(?!</p:graphicFrame>).)*?<c:chart [^<>]*r:id="([^"]*)"[^<>]*/>.*?</p:graphicFrame>',
    re.DOTALL,
)
_AT_LEFT = re.compile(
    r"<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>(<a:p>(?:(?!</a:p>).)*</a:p>)</c:rich></c:tx>"
    r'<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
    r"(?:(?!</c:title>).)*</c:title>"
    r'<c:autoTitleDeleted val="0"/>',
    re.DOTALL,
)
_BELOW = re.compile(
    r'(<c:axPos val="b"/>)<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>'
    r"(<a:p>(?:(?!</a:p>).)*</a:p>)</c:rich></c:tx>(?:(?!</c:title>).)*</c:title>",
    re.DOTALL,
)
"""The title of the axis at the foot of a chart; it stands at the right."""
_NO_TITLE = '<c:autoTitleDeleted val="1"/>'
_SIZE = re.compile(r'sz="(\d+)"')
_USER_SHAPE = re.compile(
    r"<cdr:from><cdr:x>0\.0+</cdr:x><cdr:y>([\d.]+)</cdr:y></cdr:from>"
    r"<cdr:to><cdr:x>1\.0+</cdr:x><cdr:y>([\d.]+)</cdr:y></cdr:to>"
    r"<cdr:sp\b(?:(?!</cdr:sp>).)*?<cdr:txBody>((?:(?!</cdr:sp>).)*)</cdr:txBody></cdr:sp>",
    re.DOTALL,
)
_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="Text of a chart"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
    "</p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>"
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>{}</p:txBody>'
    "</p:sp>"
)
_TITLE = '<a:bodyPr wrap="square" lIns="0" tIns="36000" rIns="0" bIns="0"/><a:lstStyle/>{}'
_LINE = 1.8 * 127
"""EMU of a line with its space, for each hundredth of a point."""
_FIRST_ID = 1_000_000
"""An id above those of a slide."""


def with_chart_texts(deck: bytes) -> bytes:
    """Return a .pptx whose slides have the titles and sources of charts as text boxes.

    A title in the middle stays in its chart, and so do all texts of charts of other programs. A
    package without such texts is returned unchanged.
    """
    return with_replaced_parts(deck, _with_texts)


class _Text(NamedTuple):
    """A text of a chart, from the top of its frame to its end in EMU."""

    top: int
    end: int
    body: str
    """The content of a `p:txBody`."""


class _Frame(NamedTuple):
    """The frame of a chart on a slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    def part(self, top: int, end: int) -> str:
        """Return the place of a part of the frame, from one height to another."""
        return f'<a:off x="{self.x}" y="{self.y + top}"/><a:ext cx="{self.cx}" cy="{end - top}"/>'


def _with_texts(entries: ZipEntries) -> dict[str, bytes]:
    replaced: dict[str, bytes] = {}
    for name in filter(_SLIDE.fullmatch, entries.infos):
        data = entries.unpacked(name)
        if b"<c:chart " not in data:
            continue
        slide, charts = data.decode("utf-8", "replace"), relationship_targets(entries, name)
        written, end = [], 0
        for found in _FRAME.finditer(slide):
            *place, used = found.groups()
            chart = charts.get(used, "")
            if chart not in entries.infos:
                continue
            frame = _Frame(*map(int, place))
            xml = entries.unpacked(chart).decode("utf-8", "replace")
            if texts := [*_sources(chart, frame.cy, entries), *_titles(xml, frame.cy)]:
                plain = _BELOW.sub(r"\1", _AT_LEFT.sub(_NO_TITLE, xml))
                if plain != xml:
                    replaced[chart] = plain.encode()
                written += [slide[end : found.start()], _drawn(found[0], frame, texts)]
                end = found.end()
        if written:
            replaced[name] = "".join([*written, slide[end:]]).encode()
    return replaced


def _drawn(xml: str, frame: _Frame, texts: list[_Text]) -> str:
    """Return the frame of a chart between its texts, and the texts."""
    middle = frame.cy // 2
    top = max([text.end for text in texts if text.end < middle], default=0)
    foot = min([text.top for text in texts if text.top > middle], default=frame.cy)
    boxes = (
        _BOX.format(_FIRST_ID + number, frame.part(text.top, text.end), text.body)
        for number, text in enumerate(texts)
    )
    return xml.replace(frame.part(0, frame.cy), frame.part(top, foot), 1) + "".join(boxes)


def _titles(chart: str, height: int) -> Iterator[_Text]:
    """Yield the title at the left of a chart, and that of its lower axis, above other texts."""
    for title in _AT_LEFT.findall(chart):
        yield _Text(0, _line(title), _TITLE.format(title))
    for _, title in _BELOW.findall(chart):
        at_right = title.replace("<a:pPr>", '<a:pPr algn="r">')
        yield _Text(height - _line(title), height, _TITLE.format(at_right))


def _line(paragraph: str) -> int:
    """Return the height of a line in EMU, by the first size that its text says."""
    size = _SIZE.search(paragraph)
    return round(int(size[1] if size else 1800) * _LINE)


def _sources(chart: str, height: int, entries: ZipEntries) -> Iterator[_Text]:
    """Yield the texts across the foot of a chart, `height` EMU high."""
    for target in relationship_targets(entries, chart).values():
        if target in entries.infos and "/drawings/" in target:
            xml = entries.unpacked(target).decode("utf-8", "replace")
            for top, end, body in _USER_SHAPE.findall(xml):
                yield _Text(round(float(top) * height), round(float(end) * height), body)
