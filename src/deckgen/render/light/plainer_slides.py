"""Slides without what betteroffice draws in another way than PowerPoint: docs/facts/rendering.md.

Each function returns a .pptx without it; one that has none of it, and one that cannot be read, is
returned unchanged.
"""

import posixpath
import re
from collections.abc import Callable

from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import (
    SLIDE_PART,
    relationship_targets,
    with_replaced_parts,
)

_MATH = b"officeDocument/2006/math"
_EQUATION = re.compile(
    rb"<mc:AlternateContent\b[^>]*><mc:Choice\b[^>]*><(\w+):m><m:oMath.*?</\1:m></mc:Choice>"
    rb"<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>",
    re.DOTALL,
)

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


def without_equations(deck: bytes) -> bytes:
    """Return a .pptx of ours with the words of each equation in its place.

    Inside a paragraph, betteroffice ignores both an equation and its fallback.
    """
    return _with_slides(deck, _MATH, lambda slide: _EQUATION.sub(rb"\2", slide))


def with_visible_links(deck: bytes) -> bytes:
    """Return a .pptx in which linked text is underlined, and in the theme's colour of links.

    betteroffice draws it like any other text. Text with a colour of its own keeps it.
    """
    return _with_slides(
        deck,
        _LINK,
        lambda slide: _FIRST_UNDERLINED.sub(_after_plain_run, _PROPERTIES.sub(_marked, slide)),
    )


def _with_slides(deck: bytes, sign: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a .pptx with a change of the slides that contain a sign."""

    def changed(entries: ZipEntries) -> dict[str, bytes]:
        names = filter(SLIDE_PART.fullmatch, entries.infos)
        slides = {name: data for name in names if sign in (data := entries.unpacked(name))}
        made = {name: change(data) for name, data in slides.items()}
        return {name: data for name, data in made.items() if data != slides[name]}

    return with_replaced_parts(deck, changed)


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


def with_even_scrims(deck: bytes) -> bytes:
    """Return a .pptx whose slides say the gradient of their headline, measured by its height.

    betteroffice lays a vertical gradient over the longer side of its shape: of a wide one, only the
    middle of the gradient is seen, with a hard edge at its top.
    """
    return with_replaced_parts(deck, _slides_with_scrims)


def _slides_with_scrims(entries: ZipEntries) -> dict[str, bytes]:
    scrims: dict[str, re.Match[str]] = {}
    for name in entries.infos:
        if posixpath.dirname(name) == "/ppt/slideLayouts":
            layout = entries.unpacked(name)
            found = b"<a:gradFill" in layout and _SCRIM_ON_LAYOUT.search(
                layout.decode("utf-8", "replace")
            )
            if found:
                scrims[name] = found
    replaced = {}
    for name in filter(SLIDE_PART.fullmatch, entries.infos) if scrims else ():
        layouts = [
            target for target in relationship_targets(entries, name).values() if target in scrims
        ]
        if layouts:
            slide = entries.unpacked(name).decode("utf-8", "replace")
            replaced[name] = _with_scrim(slide, scrims[layouts[0]]).encode()
    return replaced


def _with_scrim(slide: str, scrim: re.Match[str]) -> str:
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
