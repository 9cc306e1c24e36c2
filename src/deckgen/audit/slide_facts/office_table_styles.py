"""PowerPoint's own table styles, which a file need not define: what they fill, and their text.

Taken from the definitions that PowerPoint writes into `ppt/tableStyles.xml` once a style is used
(ECMA-376 Part 1, 20.1.4.2.26 tblStyle). Borders are left out.
"""

from collections.abc import Mapping
from functools import cache

from deckgen.opc.xml_parser import NAMESPACES, Element, parse_xml

_FAMILIES: Mapping[str, Mapping[str, str]] = {
    "Themed 1": {
        "tblBg": "ref2",
        "wholeTbl": "none text-dk1",
        "band1": "alpha40",
        "lastCol firstCol": "bold",
        "lastRow": "none bold",
        "firstRow": "own text-lt1 bold",
    },
    "Themed 2": {
        "tblBg": "ref3",
        "wholeTbl": "none text-lt1",
        "band1": "lt1-alpha20",
        "lastCol firstCol": "bold",
        "lastRow firstRow": "none bold",
    },
    "Light 1": {
        "wholeTbl": "none text-tx1",
        "band1": "alpha20",
        "lastCol firstCol": "bold",
        "lastRow firstRow": "none bold",
    },
    "Light 2": {
        "wholeTbl": "none text-tx1",
        "lastCol firstCol lastRow": "bold",
        "firstRow": "ref1 text-bg1 bold",
    },
    "Medium 1": {
        "wholeTbl": "lt1 text-dk1",
        "band1": "tint20",
        "lastCol firstCol": "bold",
        "lastRow": "lt1 bold",
        "firstRow": "own text-lt1 bold",
    },
    "Medium 2": {
        "wholeTbl": "tint20 text-dk1",
        "band1": "tint40",
        "lastCol firstCol lastRow firstRow": "own text-lt1 bold",
    },
    "Medium 3": {
        "wholeTbl": "lt1 text-dk1",
        "band1": "dk1-tint20",
        "lastCol firstCol": "own text-lt1 bold",
        "lastRow": "lt1 bold",
        "seCell swCell": "text-dk1 bold",
        "firstRow": "own text-lt1 bold",
    },
    "Medium 4": {
        "wholeTbl": "tint20 text-dk1",
        "band1": "tint40",
        "lastCol firstCol": "bold",
        "lastRow firstRow": "tint20 bold",
    },
    "Dark 1": {
        "wholeTbl": "own text-lt1",
        "band1": "shade60",
        "lastCol firstCol": "shade60 bold",
        "lastRow": "shade40 bold",
        "firstRow": "dk1 bold",
    },
    "Dark 2": {
        "wholeTbl": "tint20 text-dk1",
        "band1": "tint40",
        "lastCol firstCol": "bold",
        "lastRow": "tint20 bold",
        "firstRow": "next text-lt1 bold",
    },
}
"""Fill, colour and weight of the regions of a style, the weakest region first.

`own` is the colour of the style, an accent or dark; `next` the accent after it; `ref2` the second
fill of the theme in it. A share of it follows `tint`, `shade` or `alpha`.
"""
_GUIDS = """
Themed 1  -        3C2FFA5D 284E427A 69C7853C 775DCB02 35758FB7 08FB837D
Themed 2  -        D113A9D2 18603FDC 306799F8 E269D01E 327F97BB 638B1855
Light 1   9D7B26C5 3B4B98B0 0E3FDE45 C083E6E3 D27102A9 5FD0F851 68D230F3
Light 2   7E9639D4 69012ECD 72833802 F2DE63D5 17292A2E 5A111915 912C8C85
Light 1   616DA210 BC89EF96 5DA37D80 8799B23B ED083AE6 BDBED569 E8B1032C
Medium 1  793D81CF B301B821 9DCAF9ED 1FECB4D8 1E171933 FABFCF23 10A1B5D5
Medium 2  073A0DAA 5C22544A 21E4AEA4 F5AB1C69 00A15C55 7DF18680 93296810
Medium 3  8EC20E35 6E25E649 85BE263C EB344D84 EB9631B5 74C1A8A3 2A488322
Medium 4  D7AC3CCA 69CF1AB2 8A107856 0505E3EF C4B1156A 22838BEF 16D9F66E
Dark 1    -        125E5076 37CE84F3 D03447BB E929F9F4 8FD4443E AF606853
Dark 2    5202B0CA 0660B408 -        91EBBBCC -        46F890A9
"""
"""A family, and the first eight digits of the GUIDs of its styles, which no two have in common.

The style without an accent comes first, then those of the six accents. Light Style 3 differs from
Light Style 1 in its borders alone. “Themed Style” without an accent is “No Style”. Of “Dark Style
1” without an accent no definition is at hand: it is unknown.
"""
_NAME, _GUID = 10, 38
"""Letters of a line for the name of its family, and of a GUID in braces."""
NO_STYLES = frozenset(
    {"", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"}
)
"""No style, “No Style, No Grid” and “No Style, Table Grid”: no fills."""


@cache
def office_table_style(guid: str) -> Element | None:
    """Return the `a:tblStyle` of one of PowerPoint's own styles; None for any other GUID."""
    for line in _GUIDS.strip().splitlines() if len(guid) == _GUID else ():
        family, numbers = line[:_NAME].rstrip(), line[_NAME:].split()
        if guid[1:9] in numbers:
            return _style(_FAMILIES[family], family, numbers.index(guid[1:9]))
    return None


def _style(regions: Mapping[str, str], family: str, accent: int) -> Element:
    dark = "tx1" if family.startswith("Light") else "dk1"
    own = f"accent{accent}" if accent else dark
    following = f"accent{accent + 1}" if accent else dark
    written = "".join(
        _region(name, look, own, following)
        for names, look in regions.items()
        for name in ("band1H band1V" if names == "band1" else names).split()
    )
    return parse_xml(f'<a:tblStyle xmlns:a="{NAMESPACES["a"]}">{written}</a:tblStyle>'.encode())


def _region(name: str, look: str, own: str, following: str) -> str:
    words = look.split()
    bold = ' b="on"' if "bold" in words else ""
    color = next((word[5:] for word in words if word.startswith("text-")), "")
    text = f'<a:schemeClr val="{color}"/>' if color else ""
    fills = [word for word in words if word != "bold" and not word.startswith("text-")]
    fill = "".join(_fill(each, own, following) for each in fills)
    if name == "tblBg":
        return f"<a:tblBg>{fill}</a:tblBg>"
    return (
        f"<a:{name}><a:tcTxStyle{bold}>{text}</a:tcTxStyle><a:tcStyle>{fill}</a:tcStyle></a:{name}>"
    )


def _fill(fill: str, own: str, following: str) -> str:
    if fill == "none":
        return "<a:fill><a:noFill/></a:fill>"
    if fill.startswith("ref"):
        return f'<a:fillRef idx="{fill[3:]}"><a:schemeClr val="{own}"/></a:fillRef>'
    color, _, change = fill.rpartition("-")
    name, share = change.rstrip("0123456789"), change[-2:]
    if name not in {"tint", "shade", "alpha"}:
        color = {"own": own, "next": following}.get(fill, fill)
        inside = ""
    else:
        inside = f'<a:{name} val="{share}000"/>'
    paint = f'<a:schemeClr val="{color or own}">{inside}</a:schemeClr>'
    return f"<a:fill><a:solidFill>{paint}</a:solidFill></a:fill>"
