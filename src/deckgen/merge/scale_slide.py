"""Slides of the same proportions and another size: all lengths and sizes are scaled.

PowerPoint does the same when such slides are pasted. Lengths are EMU, sizes of text hundredths
of a point (ECMA-376 Part 1, 20.1.10.16 ST_Coordinate and 20.1.10.68 ST_TextFontSize).
"""

import re
from collections.abc import Iterator, Mapping

from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.package.kept_parts import with_edited_tree

_PARAGRAPH = ("marL", "marR", "indent", "defTabSz")
_RUN = ("sz", "spc")
_SHADOW = ("blurRad", "dist")
_LENGTHS: Mapping[str, tuple[str, ...]] = {
    "off": ("x", "y"),
    "chOff": ("x", "y"),
    "ext": ("cx", "cy"),
    "chExt": ("cx", "cy"),
    **dict.fromkeys(("ln", "uLn", "lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr"), ("w",)),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns", "spcCol"),
    **dict.fromkeys(("pPr", "defPPr", *(f"lvl{at}pPr" for at in range(1, 10))), _PARAGRAPH),
    **dict.fromkeys(("rPr", "defRPr", "endParaRPr"), _RUN),
    "tab": ("pos",),
    "spcPts": ("val",),
    "buSzPts": ("val",),
    "gridCol": ("w",),
    "tr": ("h",),
    "tcPr": ("marL", "marR", "marT", "marB"),
    **dict.fromkeys(("outerShdw", "innerShdw", "prstShdw", "reflection"), _SHADOW),
    **dict.fromkeys(("glow", "softEdge", "blur"), ("rad",)),
    "sp3d": ("z", "extrusionH", "contourW"),
    **dict.fromkeys(("bevelT", "bevelB"), ("w", "h")),
    "tile": ("tx", "ty"),
}
"""The attributes that are lengths or sizes, by the name of their element."""
_LIMITS: Mapping[str, tuple[int, int]] = {"sz": (100, 400_000), "spc": (-400_000, 400_000)}
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
"""EMU: the default insets of a text box (21.1.2.1.1 bodyPr)."""
_MARGINS = {"marL": 91_440, "marR": 91_440, "marT": 45_720, "marB": 45_720}
"""EMU: the default margins of a cell (21.1.3.17 tcPr)."""
_NUMBER = re.compile(r"-?\d{1,12}")
_SCALED = ("p:sld", "p:sldLayout", "p:sldMaster", "a:theme", "c:chartSpace")


def scaled_part(part: ParsedPart, factor: float) -> ParsedPart:
    """Return a part with all lengths and sizes multiplied by a factor."""
    tag = "" if part.root is None else str(part.root.tag)
    is_scaled = tag in map(q, _SCALED) or tag.startswith(q("dsp:"))
    if part.root is None or not is_scaled:
        return part
    for body in _bodies(part.root):
        _set_defaults(body, _INSETS)
    for cell in part.root.iter(q("a:tcPr")):
        _set_defaults(cell, _MARGINS)
    for element in part.root.iter():
        for name in _LENGTHS.get(local_name(element), ()):
            value = element.get(name)
            if value is not None and _NUMBER.fullmatch(value):
                scaled = round(int(value) * factor)
                least, most = _LIMITS.get(name, (scaled, scaled))
                element.set(name, str(min(max(scaled, least), most)))
    return with_edited_tree(part)


def _set_defaults(element: Element, defaults: Mapping[str, int]) -> None:
    """Set the default lengths that an element does not set itself, so that they can be scaled."""
    for name, value in defaults.items():
        if element.get(name) is None:
            element.set(name, str(value))


def _bodies(root: Element) -> Iterator[Element]:
    """Yield the `a:bodyPr` that inherit no insets: those of text boxes, and all on masters."""
    for shape in root.iter(q("p:sp")):
        placeholder = shape.find(f"{q('p:nvSpPr')}/{q('p:nvPr')}/{q('p:ph')}")
        body = shape.find(f"{q('p:txBody')}/{q('a:bodyPr')}")
        if body is not None and (placeholder is None or root.tag == q("p:sldMaster")):
            yield body
