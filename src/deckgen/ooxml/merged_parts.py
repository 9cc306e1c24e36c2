"""Masters and table styles that slides of other decks add to the presentation."""

import re
from collections.abc import Iterable, Mapping
from posixpath import relpath

from deckgen.deck.included_slide import SlideParts
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.xml_text import DECLARATION, DRAWING, RELATIONSHIPS

_TABLE_STYLES_PART = "/ppt/tableStyles.xml"
_TABLE_STYLES = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
_ROOT = re.compile(rb"<([\w.-]+:)?tblStyleLst\b[^>]*?(/?)>")


def with_masters(head: str, brought: Iterable[SlideParts]) -> tuple[str, tuple[Relationship, ...]]:
    """Return the head of the presentation part with the masters of merged slides in its list.

    The second value are the relationships to these masters.
    """
    masters = tuple(dict.fromkeys(master for slide in brought for master in slide.masters))
    entries = "".join(
        f'<p:sldMasterId id="{master.id}" r:id="deckgenMaster{at}"/>'
        for at, master in enumerate(masters, 1)
    )
    at = head.rindex("</")  # the end of the list of masters
    relationships = tuple(
        Relationship(
            f"deckgenMaster{at}", f"{RELATIONSHIPS}/slideMaster", relpath(master.part_name, "/ppt")
        )
        for at, master in enumerate(masters, 1)
    )
    return f"{head[:at]}{entries}{head[at:]}", relationships


def table_styles_relationship(existing: Iterable[Relationship]) -> tuple[Relationship, ...]:
    """Return the relationship to the table styles; none if the presentation has one already."""
    type_ = f"{RELATIONSHIPS}/tableStyles"
    if any(each.type == type_ for each in existing):
        return ()
    return (Relationship("deckgenTables", type_, _TABLE_STYLES_PART.removeprefix("/ppt/")),)


def with_table_styles(parts: Iterable[Part], styles: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts with more table styles; a part for them is added if there is none.

    `styles` are `a:tblStyle` elements by GUID. Styles that the part has already stay as they are.
    """
    all_parts = tuple(parts)
    if not styles:
        return all_parts
    if all(part.content_type != _TABLE_STYLES for part in all_parts):
        empty = f'{DECLARATION}<a:tblStyleLst xmlns:a="{DRAWING}" def="{next(iter(styles))}"/>'
        all_parts = (*all_parts, Part(_TABLE_STYLES_PART, _TABLE_STYLES, empty.encode()))
    return tuple(
        part._replace(data=_with_styles(part.data, styles))
        if part.content_type == _TABLE_STYLES
        else part
        for part in all_parts
    )


def _with_styles(data: bytes, styles: Mapping[str, str]) -> bytes:
    defined = set(re.findall(rb'styleId="([^"]*)"', data))
    new = "".join(xml for guid, xml in styles.items() if guid.encode() not in defined)
    root = _ROOT.search(data)
    if not new or root is None:
        return data
    if not root[2]:
        return data[: root.end()] + new.encode() + data[root.end() :]
    end = b"</%stblStyleLst>" % (root[1] or b"")
    return data[: root.end() - 2] + b">" + new.encode() + end + data[root.end() :]
