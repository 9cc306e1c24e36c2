"""Decks without what betteroffice draws otherwise, or not at all: docs/facts/rendering.md."""

import io
import posixpath
import re
import zipfile

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_checker import CheckedSvg, check_svg
from deckgen.media.svg.svg_to_png import SvgAtWidth, svgs_to_png
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.render.deck_slides import SLIDE_PART, relationship_targets
from deckgen.support.diagnostics import Diagnostics

_MATH = b"officeDocument/2006/math"
"""In slides with equations. betteroffice ignores them, and the words that stand for them."""
_EQUATION = re.compile(
    rb"<mc:AlternateContent\b[^>]*><mc:Choice\b[^>]*><(\w+):m><m:oMath.*?</\1:m></mc:Choice>"
    rb"<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>",
    re.DOTALL,
)
_CHART = b"<c:chart "

_LINK = b"<a:hlinkClick"
_PROPERTIES = re.compile(rb"<a:rPr\b([^<>]*?)(/?)>((?:(?!</?a:rPr\b).)*)", re.DOTALL)
_FILL = re.compile(rb"<a:(?:no|solid|grad|blip|patt|grp)Fill\b")
_FIRST_UNDERLINED = re.compile(
    rb"(<a:p>(?:<a:pPr\b[^<>]*/>|<a:pPr\b[^<>]*>(?:(?!</?a:p(?:Pr)?\b).)*</a:pPr>)?)"
    rb'(<a:r><a:rPr\b([^<>]*) u="sng")',
    re.DOTALL,
)
_LINK_FILL = b'<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>'

_UNSEEN = "\u200b".encode()
"""A zero-width space: the renderer draws the mark of a paragraph like its first run."""

_PLACE = r'<a:xfrm><a:off x="-?\d+" y="-?\d+"/><a:ext cx="(\d+)" cy="(\d+)"/></a:xfrm>'
_SCRIM_ON_LAYOUT = re.compile(
    rf'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{_PLACE}(?:(?!</p:spPr>).)*?'
    r'(<a:gradFill\b(?:(?!</p:spPr>).)*?<a:lin ang="5400000"(?:(?!</p:spPr>).)*?</a:gradFill>)',
    re.DOTALL,
)
_TITLE_ON_SLIDE = re.compile(
    rf'(<p:ph type="title"/></p:nvPr></p:nvSpPr>)<p:spPr(?:/>|>({_PLACE})?</p:spPr>)'
)
_STOP = re.compile(r'<a:gs pos="(\d+)">')
_WHOLE = 100_000
_MEDIA = re.compile(r"/(?:[^/]+/)*media/[^/]+", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"\b(Id|Target)\s*=\s*[\"']([^\"']*)[\"']")
_BLIP = re.compile(rb"<(?:[\w.-]+:)?(blip|svgBlip)\b([^>]*)>")
_EMBEDDED = re.compile(rb":embed\s*=\s*[\"']([^\"']*)[\"']")
_HEAD = 4096
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""What may precede the first character of XML: white space and byte order marks."""
_WIDTH = 1_500
"""Pixels of the PNG; pictures on a slide are seldom wider."""
_NOTHING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def plainer_deck(deck: bytes, body_font: str) -> bytes:
    """Return a .pptx that betteroffice draws as PowerPoint does, as far as may be.

    One that needs no change, or cannot be read, is returned as it is. Charts use `body_font`.
    """
    if (entries := open_entries(deck, Diagnostics(), "")) is None:
        return deck
    try:
        parts = _plainer_parts(entries, body_font)
        if not parts:
            return deck
        written = io.BytesIO()
        # The copy is read once and dropped: compressing it would only take time.
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
            for name in entries.infos:
                data = parts[name] if name in parts else entries.unpacked(name)
                package.writestr(name.removeprefix("/"), data)
    except DAMAGE_ERRORS:
        return deck
    return written.getvalue()


def _plainer_parts(entries: ZipEntries, body_font: str) -> dict[str, bytes]:
    parts, scrims = _svg_replacements(entries), _scrims_on_layouts(entries)
    for name in filter(SLIDE_PART.fullmatch, entries.infos):
        slide = given = entries.unpacked(name)
        if _LINK in slide:
            # betteroffice draws linked text like any other; text with a colour of its own keeps it.
            slide = _FIRST_UNDERLINED.sub(_after_plain_run, _PROPERTIES.sub(_marked, slide))
        targets = relationship_targets(entries, name).values() if scrims else ()
        for scrim in [scrims[target] for target in targets if target in scrims][:1]:
            slide = _with_even_scrim(slide.decode("utf-8", "replace"), scrim).encode()
        if _MATH in slide:
            slide = _EQUATION.sub(rb"\2", slide)
        if _CHART in slide:
            from deckgen.render.light.charts.chart_drawing import with_drawn_charts

            slide = with_drawn_charts(slide, entries, name, body_font)
        if slide != given:
            parts[name] = slide
    return parts


def _marked(properties: re.Match[bytes]) -> bytes:
    attributes, empty, inner = properties.groups()
    if empty or _LINK not in inner:
        return properties[0]
    underlined = b"" if b" u=" in attributes else b' u="sng"'
    fill = b"" if _FILL.search(inner) else _LINK_FILL
    return b"<a:rPr%b%b>%b%b" % (attributes, underlined, fill, inner)


def _after_plain_run(first: re.Match[bytes]) -> bytes:
    """Return a run behind an unseen one of its size, so that its mark is not underlined."""
    before, run, attributes = first.groups()
    return b"%b<a:r><a:rPr%b/><a:t>%b</a:t></a:r>%b" % (before, attributes, _UNSEEN, run)


def _scrims_on_layouts(entries: ZipEntries) -> dict[str, re.Match[str]]:
    """Return the place and the vertical gradient of the headlines that have one, by layout."""
    scrims: dict[str, re.Match[str]] = {}
    for name in entries.infos:
        if posixpath.dirname(name) == "/ppt/slideLayouts":
            layout = entries.unpacked(name)
            found = b"<a:gradFill" in layout and _SCRIM_ON_LAYOUT.search(
                layout.decode("utf-8", "replace")
            )
            if found:
                scrims[name] = found
    return scrims


def _with_even_scrim(slide: str, scrim: re.Match[str]) -> str:
    """Return a slide that says the gradient of its headline, measured by its height.

    betteroffice lays a vertical gradient over the longer side of its shape: of a wide one, only the
    middle of the gradient is seen, with a hard edge at its top.
    """
    title = _TITLE_ON_SLIDE.search(slide)
    if title is None:
        return slide
    own, fill = scrim.groups()[:2], scrim[3]
    cx, cy = map(int, title.groups()[2:] if title[2] else own)
    share = min(cy / max(cx, 1), 1)

    def moved(stop: re.Match[str]) -> str:
        at = int(stop[1]) / _WHOLE
        return f'<a:gs pos="{round((0.5 + (at - 0.5) * share) * _WHOLE)}">'

    place = title[2] or ""
    shape = f"{title[1]}<p:spPr>{place}{_STOP.sub(moved, fill)}</p:spPr>"
    return f"{slide[: title.start()]}{shape}{slide[title.end() :]}"


def _svg_replacements(entries: ZipEntries) -> dict[str, bytes]:
    """Return a PNG, by part name, for each SVG that may be drawn directly.

    The renderer would draw any for as long as it takes, where a picture refers to one directly,
    whatever the name of the file. Programs that save decks refer to a PNG there, and beside it to
    the SVG, which this renderer ignores. A refused or broken SVG becomes an empty picture.
    """
    names = [
        name for name in entries.infos if _MEDIA.fullmatch(name) and _may_be_svg(entries, name)
    ]
    beside = _beside_pictures(entries) if names else set()
    drawings = {
        name: _checked(entries.unpacked(name))
        for name in names
        if name.rpartition("/")[2].encode() not in beside
    }
    orders = {
        name: SvgAtWidth(drawing, _WIDTH)
        for name, drawing in drawings.items()
        if drawing is not None
    }
    made = dict(zip(orders, svgs_to_png(list(orders.values())), strict=True))
    return {
        name: picture if isinstance(picture := made.get(name), bytes) else _NOTHING
        for name in drawings
    }


def _may_be_svg(entries: ZipEntries, name: str) -> bool:
    with entries.archive.open(entries.infos[name]) as part:
        head = part.read(_HEAD).lstrip(_BLANK)
    return not head or head.startswith(b"<")


def _checked(data: bytes) -> CheckedSvg | None:
    try:
        return check_svg("", data)
    except RefusedError:
        return None


def _beside_pictures(entries: ZipEntries) -> set[bytes]:
    """Return names of files, without folder, that occur only as the SVG beside a picture.

    A reference in an unusual form (another prefix, a character reference) does not count.
    """
    beside: set[bytes] = set()
    elsewhere: set[bytes] = set()
    for name in entries.infos:
        folder, _, file = name.rpartition("/_rels/")
        source = f"{folder}/{file.removesuffix('.rels')}"
        if not file.endswith(".rels") or source not in entries.infos:
            continue
        data = entries.unpacked(name)
        if b"media/" in data:
            pictures, drawings = _embedded(entries.unpacked(source))
            for element in _RELATIONSHIP.findall(data):
                attributes = dict(_ATTRIBUTE.findall(element))
                target = attributes.get(b"Target", b"").rpartition(b"/")[2]
                is_beside = attributes.get(b"Id", b"") in drawings - pictures
                (beside if is_beside else elsewhere).add(target)
    return beside - elsewhere


def _embedded(data: bytes) -> tuple[set[bytes], set[bytes]]:
    """Return the relationship ids of pictures, and those of the SVGs beside them."""
    pictures: dict[bytes, set[bytes]] = {b"blip": set(), b"svgBlip": set()}
    for kind, attributes in _BLIP.findall(data):
        for id_ in _EMBEDDED.findall(attributes):
            if b"&" in id_:
                return set(), set()
            pictures[kind].add(id_)
    return pictures[b"blip"], pictures[b"svgBlip"]
