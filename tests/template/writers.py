"""One deck as different programs write it: their part names, targets, content types and oddities.

What is particular about each was looked up in files that these programs saved.
"""

import posixpath
import re
from collections.abc import Mapping
from functools import cache

from tests.template.edits import LAYOUT, MASTER, PML, PRESENTATION, TYPES, R, related, typed
from tests.tools.packages import Edit, Parts, add, clean_deck, edited, png, remove, replace

OFFICE = "http://schemas.microsoft.com/office"
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property'
    ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Made"><vt:lpwstr>by hand'
    "</vt:lpwstr></property></Properties>"
)


def custom_properties(id_: str) -> list[Edit]:
    """Return edits that add custom properties, with an id as the program numbers it."""
    part = "docProps/custom.xml"
    return [
        add(part, _CUSTOM.encode()),
        typed(part, "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        related("", id_, f"{R}/custom-properties", part),
    ]


def without(*names: str) -> Edit:
    """Return an edit that takes parts away, with all that says that they are there."""

    def edit(parts: Parts) -> None:
        for name in names:
            del parts[name]
            last = name.rpartition("/")[2].encode()
            for other in parts:
                if other == TYPES:
                    entry = b'<Override PartName="/%b"[^>]*/>' % re.escape(name.encode())
                elif other.endswith(".rels"):
                    entry = b'<Relationship [^>]*Target="[^"]*%b"[^>]*/>' % re.escape(last)
                else:
                    continue
                parts[other] = re.sub(entry, b"", parts[other])

    return edit


def everywhere(old: str, new: str) -> Edit:
    """Return an edit of all masters, layouts and slides, by a regular expression."""

    def edit(parts: Parts) -> None:
        for name, data in parts.items():
            if re.fullmatch(r"ppt/slide(s|Layouts|Masters)/\w+\.xml", name):
                parts[name] = re.sub(old, new, data.decode()).encode()

    return edit


GOOGLE_SLIDES: list[Edit] = [
    # No properties, no settings but those of the presentation; a part without an ending.
    without(
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/thumbnail.jpeg",
        "ppt/viewProps.xml",
        "ppt/tableStyles.xml",
        "ppt/printerSettings/printerSettings1.bin",
    ),
    add("ppt/metadata", b"\x08\x01\x12\x04made"),
    typed("ppt/metadata", "application/binary"),
    related(
        PRESENTATION,
        "rId99",
        "http://customschemas.google.com/relationships/presentationmetadata",
        "metadata",
    ),
    replace(
        PRESENTATION,
        "<p:extLst>",
        '<p:extLst><p:ext uri="GoogleSlidesCustomDataVersion2"><go:slidesCustomData xmlns:go='
        f'"http://customooxmlschemas.google.com/" xmlns:r="{R}" r:id="rId99"'
        ' roundtripDataSignature="AMtx7mh"/></p:ext>',
    ),
    everywhere(r'name="[^"]* (\d+)"/><p:cNvSpPr', r'name="Google Shape;\1;p1"/><p:cNvSpPr'),
    everywhere(r"<a:lvl(\d)pPr ", r'<a:lvl\1pPr lvl="0" '),
    everywhere(r'<a:fld id="[^"]*"', '<a:fld id="{00000000-1234-1234-1234-123412341234}"'),
    replace(LAYOUT, 'name="Title and Content"', 'name="TITLE_AND_BODY"'),
    replace(LAYOUT, 'type="obj"', 'matchingName="Title and body" type="tx"'),
]

KEYNOTE: list[Edit] = [
    without("docProps/thumbnail.jpeg", "ppt/printerSettings/printerSettings1.bin"),
    # Types that the registry of media types does not know.
    replace(
        TYPES,
        '<Default Extension="xml"',
        '<Default Extension="tif" ContentType="image/tif"/>'
        '<Default Extension="mov" ContentType="application/movie"/>'
        '<Default Extension="pdf" ContentType="application/pdf"/><Default Extension="xml"',
    ),
    add("ppt/media/image9.tif", b"II*\0" + bytes(8)),
    related(LAYOUT, "rId2", f"{R}/image", "../media/image9.tif"),
    replace(
        LAYOUT,
        "<p:cSld ",
        '<p:cSld xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ',
    ),
    replace(
        LAYOUT,
        "<p:spTree>",
        '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg><p:spTree>",
    ),
    replace(LAYOUT, 'name="Title and Content"', 'name="Title &amp; Bullets"'),
    replace(LAYOUT, 'type="obj"', 'type="tx" showMasterSp="1" showMasterPhAnim="1"'),
    everywhere('type="sldNum" sz="quarter" idx="[0-9]+"', 'type="sldNum" sz="quarter" idx="2"'),
    everywhere(' lang="[^"]*"', ""),
]


def libreoffice(parts: Parts) -> None:
    """Say the type of each part with relationships; no style of text, and one id for two shapes."""
    names = [name for name in parts if name.endswith(".rels")]
    entries = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/>'
        for name in names
    )
    replace(TYPES, "</Types>", f"{entries}</Types>")(parts)
    parts[MASTER] = re.sub(rb"<p:txStyles>.*</p:txStyles>", b"", parts[MASTER])
    replace(MASTER, '<p:cNvPr id="2"', '<p:cNvPr id="1"')(parts)


LIBREOFFICE: list[Edit] = [
    without("docProps/thumbnail.jpeg", "ppt/printerSettings/printerSettings1.bin"),
    *custom_properties("rId4"),
    libreoffice,
]

WPS: list[Edit] = [
    without("ppt/printerSettings/printerSettings1.bin"),
    *custom_properties("rId4"),
    add(
        "ppt/tags/tag1.xml",
        b'<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        b'<p:tag name="KSO_WM_TAG_VERSION" val="1.0"/></p:tagLst>',
    ),
    typed("ppt/tags/tag1.xml", f"{PML}.tags+xml"),
    related(LAYOUT, "rId2", f"{R}/tags", "../tags/tag1.xml"),
    replace(
        LAYOUT, "</p:spTree>", '</p:spTree><p:custDataLst><p:tags r:id="rId2"/></p:custDataLst>'
    ),
    everywhere('<p:ph type="title"/>', '<p:ph type="title" hasCustomPrompt="1"/>'),
]

_LABELS = (
    '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
    '<clbl:label id="{11111111-2222-4333-8444-555555555555}" enabled="1" method="Standard"'
    ' siteId="{66666666-7777-4888-9999-000000000000}" removed="0"/></clbl:labelList>'
)
_ITEM = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    ' ds:itemID="{7B2C9A5E-4B1C-4F8E-9C55-0F0E1D2C3B4A}"/>'
)
TEAMS: list[Edit] = [
    # What the library in which it lies gives it: labels, columns, who wrote what and when.
    *custom_properties("rId5"),
    add("docMetadata/LabelInfo.xml", _LABELS.encode()),
    typed("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml"),
    related(
        "",
        "rId6",
        f"{OFFICE}/2020/02/relationships/classificationlabels",
        "docMetadata/LabelInfo.xml",
    ),
    add("customXml/item1.xml", b'<p:properties xmlns:p="urn:columns"/>'),
    add("customXml/itemProps1.xml", _ITEM.encode()),
    typed(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    ),
    related("customXml/item1.xml", "rId1", f"{R}/customXmlProps", "itemProps1.xml"),
    related(PRESENTATION, "rId97", f"{R}/customXml", "../customXml/item1.xml"),
    add("ppt/authors.xml", b"<x/>"),
    related(PRESENTATION, "rId98", f"{OFFICE}/2018/10/relationships/authors", "authors.xml"),
    add("ppt/changesInfos/changesInfo1.xml", b"<x/>"),
    related(
        PRESENTATION,
        "rId99",
        f"{OFFICE}/2016/11/relationships/changesInfo",
        "changesInfos/changesInfo1.xml",
    ),
    add("[trash]/0000.dat", bytes(40)),
]


def absolute_targets(parts: Parts) -> None:
    """Write targets from the root of the package, as the Open XML SDK and its users do."""
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = "/" + name.partition("_rels/")[0]

        def from_root(found: re.Match[str], folder: str = folder) -> str:
            return f'Target="{posixpath.normpath(posixpath.join(folder, found[1]))}"'

        relative = r'Target="(?!\w+:)([^"]*)"(?! TargetMode)'
        parts[name] = re.sub(relative, from_root, data.decode()).encode()


def main_type_for_all(parts: Parts) -> None:
    """Give every .xml the type of the first part that was written; the others have overrides."""
    kind = f"{PML}.presentation.main+xml"
    replace(TYPES, 'ContentType="application/xml"', f'ContentType="{kind}"')(parts)
    entry = f'<Override PartName="/ppt/presentation.xml" ContentType="{kind}"/>'
    replace(TYPES, entry, "")(parts)


def renamed(old: str, new: str) -> Edit:
    """Return an edit that gives a part another name, and its relationships with it."""

    def edit(parts: Parts) -> None:
        for name in list(parts):
            moved = name.replace(old, new)
            parts[moved] = parts.pop(name)
            if moved.endswith(".rels") or moved == TYPES:
                parts[moved] = parts[moved].replace(old.encode(), new.encode())

    return edit


OPEN_XML_SDK: list[Edit] = [
    absolute_targets,
    main_type_for_all,
    renamed("slideMaster1.xml", "slideMaster.xml"),
    renamed("slideLayout2.xml", "slideLayoutb.xml"),
]


def capitals_and_percent_signs(parts: Parts) -> None:
    """Name parts as relationships need not spell them: in other case, with signs as numbers."""
    renamed("ppt/theme/theme1.xml", "ppt/Theme/Thème 1.xml")(parts)
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    replace(name, "../theme/theme1.xml", "../theme/Th%C3%A8me%201.XML")(parts)
    replace(TYPES, "/ppt/Theme/Thème 1.xml", "/PPT/theme/Th%C3%A8me%201.xml")(parts)


BY_HAND: list[Edit] = [
    without("docProps/app.xml"),
    capitals_and_percent_signs,
    remove("ppt/printerSettings/printerSettings1.bin"),
    add("Thumbs.db", png()),
    add("__MACOSX/ppt/._presentation.xml", bytes(9)),
]

WRITERS: Mapping[str, list[Edit]] = {
    "Google Slides": GOOGLE_SLIDES,
    "Keynote": KEYNOTE,
    "LibreOffice": LIBREOFFICE,
    "WPS": WPS,
    "Teams": TEAMS,
    "Open XML SDK": OPEN_XML_SDK,
    "by hand": BY_HAND,
}


@cache
def written_by(writer: str) -> bytes:
    """Return the deck of three slides as a program writes it."""
    return edited(clean_deck(), WRITERS[writer])
