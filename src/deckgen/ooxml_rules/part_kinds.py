"""The kinds of parts, each with its relationships, its root and its content type."""

from typing import NamedTuple

from deckgen.opc.xml_parser import q

_TYPE = "application/vnd.openxmlformats-officedocument"
_SLIDES = f"{_TYPE}.presentationml"


class PartKind(NamedTuple):
    """What is true of all parts of a kind (ECMA-376 Part 1, 13.3 and 14.2)."""

    relationship: str
    """The last word of the type of the relationships that lead to such a part; of no others."""
    root: str
    content_type: str


PART_KINDS = (
    PartKind("slide", "p:sld", f"{_SLIDES}.slide+xml"),
    PartKind("slideLayout", "p:sldLayout", f"{_SLIDES}.slideLayout+xml"),
    PartKind("slideMaster", "p:sldMaster", f"{_SLIDES}.slideMaster+xml"),
    PartKind("notesSlide", "p:notes", f"{_SLIDES}.notesSlide+xml"),
    PartKind("notesMaster", "p:notesMaster", f"{_SLIDES}.notesMaster+xml"),
    PartKind("handoutMaster", "p:handoutMaster", f"{_SLIDES}.handoutMaster+xml"),
    PartKind("presProps", "p:presentationPr", f"{_SLIDES}.presProps+xml"),
    PartKind("viewProps", "p:viewPr", f"{_SLIDES}.viewProps+xml"),
    PartKind("tableStyles", "a:tblStyleLst", f"{_SLIDES}.tableStyles+xml"),
    PartKind("tags", "p:tagLst", f"{_SLIDES}.tags+xml"),
    PartKind("theme", "a:theme", f"{_TYPE}.theme+xml"),
    PartKind("themeOverride", "a:themeOverride", f"{_TYPE}.themeOverride+xml"),
    PartKind("chart", "c:chartSpace", f"{_TYPE}.drawingml.chart+xml"),
    PartKind(
        "core-properties",
        "cp:coreProperties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
)
KIND_OF_ROOT = {q(kind.root): kind for kind in PART_KINDS}
KIND_OF_RELATIONSHIP = {kind.relationship: kind for kind in PART_KINDS}
