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
_STYLES = """
Themed 1
1 3C2FFA5D-87B4-456A-9821-1D502468CF0F
2 284E427A-3D55-4303-BF80-6455036E1DE7
3 69C7853C-536D-4A76-A0AE-DD22124D55A5
4 775DCB02-9BB8-47FD-8907-85C794F793BA
5 35758FB7-9AC5-4552-8A53-C91805E547FA
6 08FB837D-C827-4EFA-A057-4D05807E0F7C
Themed 2
1 D113A9D2-9D6B-4929-AA2D-F23B5EE8CBE7
2 18603FDC-E32A-4AB5-989C-0864C3EAD2B8
3 306799F8-075E-4A3A-A7F6-7FBC6576F1A4
4 E269D01E-BC32-4049-B463-5C60D7B0CCD2
5 327F97BB-C833-4FB7-BDE5-3F7075034690
6 638B1855-1B75-4FBE-930C-398BA8C253C6
Light 1
0 9D7B26C5-4107-4FEC-AEDC-1716B250A1EF
1 3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5
2 0E3FDE45-AF77-4B5C-9715-49D594BDF05E
3 C083E6E3-FA7D-4D7B-A595-EF9225AFEA82
4 D27102A9-8310-4765-A935-A1911B00CA55
5 5FD0F851-EC5A-4D38-B0AD-8093EC10F338
6 68D230F3-CF80-4859-8CE7-A43EE81993B5
Light 2
0 7E9639D4-E3E2-4D34-9284-5A2195B3D0D7
1 69012ECD-51FC-41F1-AA8D-1B2483CD663E
2 72833802-FEF1-4C79-8D5D-14CF1EAF98D9
3 F2DE63D5-997A-4646-A377-4702673A728D
4 17292A2E-F333-43FB-9621-5CBBE7FDCDCB
5 5A111915-BE36-4E01-A7E5-04B1672EAD32
6 912C8C85-51F0-491E-9774-3900AFEF0FD7
Light 1
0 616DA210-FB5B-4158-B5E0-FEB733F419BA
1 BC89EF96-8CEA-46FF-86C4-4CE0E7609802
2 5DA37D80-6434-44D0-A028-1B22A696006F
3 8799B23B-EC83-4686-B30A-512413B5E67A
4 ED083AE6-46FA-4A59-8FB0-9F97EB10719F
5 BDBED569-4797-4DF1-A0F4-6AAB3CD982D8
6 E8B1032C-EA38-4F05-BA0D-38AFFFC7BED3
Medium 1
0 793D81CF-94F2-401A-BA57-92F5A7B2D0C5
1 B301B821-A1FF-4177-AEE7-76D212191A09
2 9DCAF9ED-07DC-4A11-8D7F-57B35C25682E
3 1FECB4D8-DB02-4DC6-A0A2-4F2EBAE1DC90
4 1E171933-4619-4E11-9A3F-F7608DF75F80
5 FABFCF23-3B69-468F-B69F-88F6DE6A72F2
6 10A1B5D5-9B99-4C35-A422-299274C87663
Medium 2
0 073A0DAA-6AF3-43AB-8588-CEC1D06C72B9
1 5C22544A-7EE6-4342-B048-85BDC9FD1C3A
2 21E4AEA4-8DFA-4A89-87EB-49C32662AFE0
3 F5AB1C69-6EDB-4FF4-983F-18BD219EF322
4 00A15C55-8517-42AA-B614-E9B94910E393
5 7DF18680-E054-41AD-8BC1-D1AEF772440D
6 93296810-A885-4BE3-A3E7-6D5BEEA58F35
Medium 3
0 8EC20E35-A176-4012-BC5E-935CFFF8708E
1 6E25E649-3F16-4E02-A733-19D2CDBF48F0
2 85BE263C-DBD7-4A20-BB59-AAB30ACAA65A
3 EB344D84-9AFB-497E-A393-DC336BA19D2E
4 EB9631B5-78F2-41C9-869B-9F39066F8104
5 74C1A8A3-306A-4EB7-A6B1-4F7E0EB9C5D6
6 2A488322-F2BA-4B5B-9748-0D474271808F
Medium 4
0 D7AC3CCA-C797-4891-BE02-D94E43425B78
1 69CF1AB2-1976-4502-BF36-3FF5EA218861
2 8A107856-5554-42FB-B03E-39F5DBC370BA
3 0505E3EF-67EA-436B-97B2-0124C06EBD24
4 C4B1156A-380E-4F78-BDF5-A606A8083BF9
5 22838BEF-8BB2-4498-84A7-C5851F593DF1
6 16D9F66E-5EB9-4882-86FB-DCBF35E3C3E4
Dark 1
1 125E5076-3810-47DD-B79F-674D7AD40C01
2 37CE84F3-28C3-443E-9E96-99CF82512B78
3 D03447BB-5D67-496B-8E87-E561075AD55C
4 E929F9F4-4A8F-4326-A1B4-22849713DDAB
5 8FD4443E-F989-4FC4-A0C8-D5A2AF1F390B
6 AF606853-7671-496A-8E4F-DF71F8EC918B
Dark 2
0 5202B0CA-FC54-4496-8BCA-5EF66A818D29
1 0660B408-B3CF-4A94-85FC-2B1E0A45F4A2
3 91EBBBCC-DAD2-459C-BE2E-F6DE35CF9A28
5 46F890A9-2807-4EBB-B81D-B2AA78EC7F39
"""
"""A family, and the GUIDs of its styles after their accents; 0 is the style without an accent.

Light Style 3 differs from Light Style 1 in its borders alone. “Themed Style” without an accent is
“No Style”. Of “Dark Style 1” without an accent no definition is at hand: it is unknown.
"""
NO_STYLES = frozenset(
    {"", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"}
)
"""No style, “No Style, No Grid” and “No Style, Table Grid”: no fills."""


@cache
def office_table_style(guid: str) -> Element | None:
    """Return the `a:tblStyle` of one of PowerPoint's own styles; None for any other GUID."""
    family = ""
    for line in _STYLES.split("\n"):
        number, _, rest = line.partition(" ")
        if not number.isdigit():
            family = line
        elif f"{{{rest}}}" == guid:
            return _style(_FAMILIES[family], family, int(number))
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
