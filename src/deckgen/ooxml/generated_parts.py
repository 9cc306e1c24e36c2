"""The presentation part of a generated brand, and the parts of settings beside it."""

from deckgen.brand.brand import Brand, PresentationXml
from deckgen.brand.generate.layout_xml import NOTES_HEIGHT, NOTES_WIDTH
from deckgen.deck.bidi import runs_right_to_left
from deckgen.ooxml.drawingml import fill_xml, theme_font_xml
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.xml_text import DECLARATION, DRAWING, NAMESPACES, RELATIONSHIPS, escape

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_FIRST_MASTER_ID = 2_147_483_648
_MASTER_STEP = 1000
"""From the id of a master to that of the next; the ids of its layouts lie between."""


def generated_presentation(brand: Brand, lang: str) -> PresentationXml:
    """Return the presentation part of a generated brand, without its slides."""
    views = ' rtl="1"' if runs_right_to_left(lang) else ""
    masters = brand.master_part_names
    files = [
        *((name, "slideMaster") for name in masters),
        (brand.notes_master_part_name, "notesMaster"),
        ("/ppt/theme/theme1.xml", "theme"),
        ("/ppt/presProps.xml", "presProps"),
        ("/ppt/viewProps.xml", "viewProps"),
        ("/ppt/tableStyles.xml", "tableStyles"),
    ]
    master_ids = "".join(
        f'<p:sldMasterId id="{_FIRST_MASTER_ID + at * _MASTER_STEP}" r:id="rId{at + 1}"/>'
        for at in range(len(masters))
    )
    return PresentationXml(
        head=f'{DECLARATION}<p:presentation {NAMESPACES}{views} saveSubsetFonts="1"'
        f' autoCompressPictures="0"><p:sldMasterIdLst>{master_ids}</p:sldMasterIdLst>',
        notes_masters=f'<p:notesMasterIdLst><p:notesMasterId r:id="rId{len(masters) + 1}"/>'
        "</p:notesMasterIdLst>",
        handouts="",
        tail=f'<p:sldSz cx="{brand.width}" cy="{brand.height}"/>'
        f'<p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>{_default_text(lang)}'
        "</p:presentation>",
        relationships=tuple(
            Relationship(f"rId{at}", f"{RELATIONSHIPS}/{kind}", name.removeprefix("/ppt/"))
            for at, (name, kind) in enumerate(files, 1)
        ),
    )


def _default_text(lang: str) -> str:
    """Return the style of text boxes that people add in PowerPoint."""
    rtl = runs_right_to_left(lang)
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457200}" algn="{"r" if rtl else "l"}"'
        f' defTabSz="914400" rtl="{rtl:d}"'
        ' eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">'
        f"{fill_xml('tx1')}{theme_font_xml('+mn')}</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 10)
    )
    return (
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{escape(lang)}"/></a:defPPr>{levels}'
        "</p:defaultTextStyle>"
    )


def settings_parts() -> tuple[Part, ...]:
    """Return the three parts of settings that PowerPoint keeps with every presentation, empty."""
    style = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
    roots = (
        ("presProps", f"<p:presentationPr {NAMESPACES}/>"),
        ("viewProps", f"<p:viewPr {NAMESPACES}/>"),
        ("tableStyles", f'<a:tblStyleLst xmlns:a="{DRAWING}" def="{style}"/>'),
    )
    return tuple(
        Part(f"/ppt/{name}.xml", f"{_TYPE}.{name}+xml", f"{DECLARATION}{root}".encode())
        for name, root in roots
    )
