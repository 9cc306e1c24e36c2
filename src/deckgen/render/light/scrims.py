"""Scrims that fade over their own height, for a renderer that measures them by their width.

betteroffice lays a vertical gradient over the longer side of its shape: of a wide one, only the
middle of the gradient is seen, with a hard edge at its top.
"""

import posixpath
import re

from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import (
    SLIDE_PART,
    relationship_targets,
    with_replaced_parts,
)

_PLACE = r'<a:xfrm><a:off x="-?\d+" y="-?\d+"/><a:ext cx="(\d+)" cy="(\d+)"/></a:xfrm>'
_ON_LAYOUT = re.compile(
    rf'<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{_PLACE}(?:(?!</p:spPr>).)*?'
    r'(<a:gradFill\b(?:(?!</p:spPr>).)*?<a:lin ang="5400000"(?:(?!</p:spPr>).)*?</a:gradFill>)',
    re.DOTALL,
)
_ON_SLIDE = re.compile(
    rf'(<p:ph type="title"/></p:nvPr></p:nvSpPr>)<p:spPr(?:/>|>({_PLACE})?</p:spPr>)'
)
_STOP = re.compile(r'<a:gs pos="(\d+)">')
_WHOLE = 100_000


def with_even_scrims(deck: bytes) -> bytes:
    """Return a .pptx whose slides say the gradient of their headline, measured by its height.

    A package without such gradients is returned unchanged.
    """
    return with_replaced_parts(deck, _slides_with_scrims)


def _slides_with_scrims(entries: ZipEntries) -> dict[str, bytes]:
    scrims: dict[str, re.Match[str]] = {}
    for name in entries.infos:
        if posixpath.dirname(name) == "/ppt/slideLayouts":
            layout = entries.unpacked(name)
            found = b"<a:gradFill" in layout and _ON_LAYOUT.search(
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
    title = _ON_SLIDE.search(slide)
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
