"""The order of elements, for the parents in which generators get it wrong.

PowerPoint reads by a strict schema: a child in the wrong place, a second one where one may stand,
or one that is unknown there, brings the repair prompt. The sequences are those of the schemas in
ECMA-376 part 1 (`pml.xsd`, `dml-main.xsd`), fifth edition.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deckgen.ooxml.lint.finding import Finding
from deckgen.opc.reading import NAMESPACES, q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.ooxml.lint.finding import Rule
    from deckgen.opc.reading import PackageParts

FILL = "noFill|solidFill|gradFill|blipFill|pattFill|grpFill"
EFFECT = "effectLst|effectDag"
FILL_OF_SHAPE = "|".join(f"a:{name}" for name in FILL.split("|"))
CHARACTERS = (
    f"ln {FILL} {EFFECT} highlight uLnTx|uLn uFillTx|uFill latin ea cs sym"
    " hlinkClick hlinkMouseOver rtl extLst"
)
PARAGRAPH = (
    "lnSpc spcBef spcAft buClrTx|buClr buSzTx|buSzPct|buSzPts buFontTx|buFont"
    " buNone|buAutoNum|buChar|buBlip tabLst defRPr extLst"
)
BODY = "a:bodyPr a:lstStyle a:p*"

SEQUENCES = {
    "p:presentation": (
        "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags"
        " embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle"
        " modifyVerifier extLst"
    ),
    "p:sld": "cSld clrMapOvr transition timing extLst",
    "p:sldLayout": "cSld clrMapOvr transition timing hf extLst",
    "p:sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    "p:notes": "cSld clrMapOvr extLst",
    "p:notesMaster": "cSld clrMap hf notesStyle extLst",
    "p:cSld": "bg spTree custDataLst controls extLst",
    "p:sp": "nvSpPr spPr style txBody extLst",
    "p:pic": "nvPicPr blipFill spPr style extLst",
    "p:graphicFrame": "nvGraphicFramePr xfrm a:graphic extLst",
    "p:nvSpPr": "cNvPr cNvSpPr nvPr",
    "p:nvPicPr": "cNvPr cNvPicPr nvPr",
    "p:cNvPr": "a:hlinkClick a:hlinkHover a:extLst",
    "p:spPr": (
        f"a:xfrm a:custGeom|a:prstGeom {FILL_OF_SHAPE}"
        " a:ln a:effectLst|a:effectDag a:scene3d a:sp3d a:extLst"
    ),
    "p:blipFill": "a:blip a:srcRect a:tile|a:stretch",
    "p:txBody": BODY,
    "p:txStyles": "titleStyle bodyStyle otherStyle extLst",
    "a:txBody": BODY,
    "a:xfrm": "off ext chOff chExt",
    "a:bodyPr": "prstTxWarp noAutofit|normAutofit|spAutoFit scene3d sp3d|flatTx extLst",
    "a:p": "pPr r|br|fld* endParaRPr",
    "a:r": "rPr t",
    "a:br": "rPr",
    "a:fld": "rPr pPr t",
    "a:rPr": CHARACTERS,
    "a:defRPr": CHARACTERS,
    "a:endParaRPr": CHARACTERS,
    "a:pPr": PARAGRAPH,
    **{f"a:lvl{level}pPr": PARAGRAPH for level in range(1, 10)},
    "a:ln": f"{FILL} prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
    "a:tbl": "tblPr tblGrid tr*",
    "a:tr": "tc* extLst",
    "a:tc": "txBody tcPr extLst",
    "a:tcPr": f"lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D {FILL} headers extLst",
    "a:theme": "themeElements objectDefaults extraClrSchemeLst custClrLst extLst",
    "a:themeElements": "clrScheme fontScheme fmtScheme extLst",
    "a:clrScheme": (
        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink extLst"
    ),
    "a:fontScheme": "majorFont minorFont extLst",
}
"""Children by parent, in order: `|` parts a choice, `*` allows many; one of each otherwise."""

CHECKED_NAMESPACES = {NAMESPACES["a"], NAMESPACES["p"]}


@cache
def _places(parent: str) -> dict[str, tuple[int, bool]]:
    """Return for each child of a parent its place in the sequence, and whether many may stand."""
    own = parent.partition(":")[0]
    places = {}
    for place, choice in enumerate(SEQUENCES[parent].split()):
        for name in choice.removesuffix("*").split("|"):
            places[q(name if ":" in name else f"{own}:{name}")] = (place, choice.endswith("*"))
    return places


class _Faults(NamedTuple):
    """What is wrong with the children of one parent: the local names of those that are."""

    late: list[str]
    second: list[str]
    unexpected: list[str]


@lru_cache(maxsize=2048)
def _faults(parent: str, children: tuple[object, ...]) -> _Faults:
    """Judge the tags of a parent's children; most parents of a deck have the same few.

    Children of other namespaces (`mc:AlternateContent`, `a14:m`) may stand anywhere and are left
    out: a reader that does not know them skips them.
    """
    places = _places(parent)
    found = _Faults([], [], [])
    highest = -1
    taken: set[int] = set()
    for tag in children:
        if not isinstance(tag, str) or tag[1:].partition("}")[0] not in CHECKED_NAMESPACES:
            continue
        local = tag.rpartition("}")[2]
        if tag not in places:
            found.unexpected.append(local)
            continue
        place, many = places[tag]
        if place < highest:
            found.late.append(local)
        highest = max(highest, place)
        if place in taken and not many:
            found.second.append(local)
        taken.add(place)
    return found


def _checked(package: PackageParts) -> Iterator[tuple[str, str, _Faults]]:
    """Yield part name, parent and what is wrong with its children, for what has a sequence."""
    parents = {q(name): name for name in SEQUENCES}
    for part in package.parts.values():
        if part.root is None:
            continue
        for element in part.root.iter(*parents):
            parent = parents[str(element.tag)]
            yield part.name, parent, _faults(parent, tuple([child.tag for child in element]))


def element_order(package: PackageParts) -> Iterator[Finding]:
    """Children stand in the order of the schema. PowerPoint repairs the file otherwise (FACTS)."""
    for part, parent, faults in _checked(package):
        for name in faults.late:
            yield Finding(part, f"{name} stands too late in {parent}")


def repeated_child(package: PackageParts) -> Iterator[Finding]:
    """Where one child may stand, one stands: no second a:pPr or a:bodyPr (FACTS)."""
    for part, parent, faults in _checked(package):
        for name in faults.second:
            yield Finding(part, f"{parent} has a second {name}")


def unexpected_child(package: PackageParts) -> Iterator[Finding]:
    """Every parent holds only children that the schema knows there (ECMA-376 part 1)."""
    for part, parent, faults in _checked(package):
        for name in faults.unexpected:
            yield Finding(part, f"{name} may not stand in {parent}")


RULES: tuple[Rule, ...] = (element_order, repeated_child, unexpected_child)
