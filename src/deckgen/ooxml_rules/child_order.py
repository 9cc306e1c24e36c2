"""The order of children, for the parents in which generators get it wrong.

PowerPoint reads by a strict schema: a child that is misplaced, repeated or unknown brings the
repair prompt. The sequences are those of `pml.xsd` and `dml-main.xsd` (ECMA-376 Part 1).
"""

from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from deckgen.opc.xml_parser import NAMESPACES, Element, q

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
LEVELS = " ".join(("a:defPPr", *(f"a:lvl{level}pPr" for level in range(1, 10)), "a:extLst"))

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
    "p:handoutMaster": "cSld clrMap hf extLst",
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
    "p:titleStyle": LEVELS,
    "p:bodyStyle": LEVELS,
    "p:otherStyle": LEVELS,
    "p:notesStyle": LEVELS,
    "p:defaultTextStyle": LEVELS,
    "a:lstStyle": LEVELS,
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
"""Children by parent, in order: `|` separates a choice, `*` allows many, otherwise one each."""

PARENTS = {q(name): name for name in SEQUENCES}
"""The prefixed names of the parents in SEQUENCES, by their tags."""
_CHECKED_NAMESPACES = {NAMESPACES["a"], NAMESPACES["p"]}


@cache
def child_positions(parent: str) -> dict[str, tuple[int, bool]]:
    """Return the position of each child in the sequence, and whether it may be repeated.

    `parent` is a prefixed name; children are tags.
    """
    prefix = parent.partition(":")[0]
    positions = {}
    for position, choice in enumerate(SEQUENCES[parent].split()):
        for name in choice.removesuffix("*").split("|"):
            tag = q(name if ":" in name else f"{prefix}:{name}")
            positions[tag] = (position, choice.endswith("*"))
    return positions


def insert_in_order(parent: Element, child: Element) -> None:
    """Insert a child before the first sibling that has to follow it."""
    order = child_positions(PARENTS[str(parent.tag)])
    position, _ = order[str(child.tag)]
    for sibling in parent:
        if order.get(str(sibling.tag), (-1, False))[0] > position:
            sibling.addprevious(child)
            return
    parent.append(child)


def present_child(parent: Element, name: str) -> Element:
    """Return the first child of a prefixed name, which is inserted in order if there is none."""
    child = parent.find(q(name))
    if child is None:
        child = parent.makeelement(q(name))
        insert_in_order(parent, child)
    return child


def sort_children(parent: Element) -> None:
    """Sort the children; one that the schema does not know there stays behind its predecessor."""
    order = child_positions(PARENTS[str(parent.tag)])
    position = -1
    keyed = []
    for child in parent:
        position, _ = order.get(str(child.tag), (position, True))
        keyed.append((position, child))
    parent[:] = [child for _, child in sorted(keyed, key=itemgetter(0))]


class ChildFaults(NamedTuple):
    """The local names of the faulty children of one parent."""

    late: tuple[str, ...]
    second: tuple[str, ...]
    unexpected: tuple[str, ...]


NO_FAULTS = ChildFaults((), (), ())


@lru_cache(maxsize=2048)
def child_faults(parent: str, children: tuple[object, ...]) -> ChildFaults:
    """Return the faults among the tags of a parent's children; `parent` is a prefixed name.

    Children of other namespaces, such as `a14:m`, may stand anywhere: a reader may skip them.
    """
    positions = child_positions(parent)
    late, second, unexpected = list[str](), list[str](), list[str]()
    highest = -1
    taken: set[int] = set()
    for tag in children:
        if not isinstance(tag, str) or tag[1:].partition("}")[0] not in _CHECKED_NAMESPACES:
            continue
        local = tag.rpartition("}")[2]
        if tag not in positions:
            unexpected.append(local)
            continue
        position, many = positions[tag]
        if position < highest:
            late.append(local)
        highest = max(highest, position)
        if position in taken and not many:
            second.append(local)
        taken.add(position)
    if not (late or second or unexpected):
        return NO_FAULTS
    return ChildFaults(tuple(late), tuple(second), tuple(unexpected))
