"""Only what relationships lead to is read, under names that every program accepts."""

import io
import re
import zipfile

import pytest

from deckgen.opc.parsed_package import ParsedRelationship
from deckgen.opc.reachable_parts import ReachableParts, part_key, read_reachable
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/main.xml" ContentType="application/main+xml"/></Types>'
)
RESERVED = re.compile("/taken.xml")


def links(*targets: tuple[str, str]) -> str:
    """Return the relationships of a part: the last word of each type, and the target."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{type_}" Target="{target}"/>'
        for number, (type_, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{entries}</Relationships>'


def reached(**files: str) -> ReachableParts:
    """Return what is reached in a package of these files besides its types and main part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", links(("officeDocument", "main.xml")))
        archive.writestr("main.xml", "<main/>")
        for name, content in files.items():
            archive.writestr(name, content)
    entries = open_entries(stream.getvalue(), Diagnostics(), "deck.pptx")
    assert entries is not None
    return read_reachable(entries, "deck.pptx", followed, RESERVED)


def followed(relationship: ParsedRelationship, _: str | None) -> bool:
    return relationship.type != "slide"


def test_what_nothing_leads_to_is_not_read() -> None:
    """Nor what the caller does not follow: relationships to it stay as they are."""
    package = reached(
        **{
            "_rels/main.xml.rels": links(
                ("image", "a b.PNG"), ("slide", "slide.xml"), ("x", "gone")
            ),
            "a b.PNG": "picture",
            "slide.xml": "<not-well-formed",
            "orphan.xml": "<not-well-formed",
        }
    )
    assert package.unread == ()
    parts = package.package.parts
    assert [*parts] == ["/ppt/presentation.xml", "/a_b.PNG"]
    assert [part.content_type for part in parts.values()] == ["application/main+xml", "image/png"]
    assert [part.root is None for part in parts.values()] == [False, True]
    targets = [one.target for one in parts["/ppt/presentation.xml"].relationships]
    assert targets == ["/a_b.PNG", "/slide.xml", "/gone"]


def test_a_name_that_is_reserved_or_taken_gets_a_number() -> None:
    files = {"taken.xml": "<x/>", "a b.xml": "<x/>", "a+b.xml": "<x/>"}
    rels = links(*(("x", name) for name in files))
    parts = reached(**{"_rels/main.xml.rels": rels}, **files).package.parts
    assert [*parts][1:] == ["/taken-2.xml", "/a_b.xml", "/a_b-2.xml"]


def test_what_cannot_be_read_is_told() -> None:
    files = {"_rels/main.xml.rels": links(("theme", "theme.xml")), "theme.xml": "<broken"}
    package = reached(**files)
    assert [*package.package.parts] == ["/ppt/presentation.xml"]
    (unread,) = package.unread
    assert unread[:3] == ("/theme.xml", "theme", "xml-not-well-formed")


def test_relationships_lead_to_no_relationships() -> None:
    """A part of relationships, and the types, are no parts that something may lead to."""
    rels = links(("x", "_rels/main.xml.rels"), ("x", "[Content_Types].xml"))
    package = reached(**{"_rels/main.xml.rels": rels}).package
    (main,) = package.parts.values()
    assert [one.target for one in main.relationships] == ["", ""]


@pytest.mark.parametrize(
    "name", ["ppt/a.xml", "/PPT/A.xml", "ppt\\a.xml", "%70pt/a.xml", "/ppt/./b/../a.xml"]
)
def test_names_that_mean_one_part(name: str) -> None:
    assert part_key(name) == "/ppt/a.xml"
