"""Packages as they are written: what is read of them is what was given."""

import pytest

from deckgen.opc.package_reader import read_package
from deckgen.opc.package_writer import Part, Relationship, package_bytes, relationships_xml
from deckgen.support.diagnostics import Diagnostics

TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = Relationship("rId1", f"{TYPE}/officeDocument", "a/main.xml")
MAIN = Part(
    "/a/main.xml",
    "application/vnd.main+xml",
    b"<main/>",
    (
        Relationship("rId1", f"{TYPE}/image", "../media/one & two.png"),
        Relationship("rId2", f"{TYPE}/slide", "b/other.xml"),
        Relationship("rId3", f"{TYPE}/hyperlink", "https://example.org/?a=1&b=2", external=True),
    ),
)
PICTURE = Part("/media/one & two.png", "image/png", b"\x89PNG")
OTHER = Part("/a/b/other.xml", "application/vnd.other+xml", b"<other/>")
PARTS = (MAIN, PICTURE, OTHER)


def test_parts_and_relationships_come_back() -> None:
    found = Diagnostics()
    package = read_package(package_bytes(PARTS, (ROOT,)), found, "deck.pptx")
    assert package is not None
    assert list(found) == []
    types = {name: part.content_type for name, part in package.parts.items()}
    assert types == {part.name: part.content_type for part in PARTS}
    assert package.parts[OTHER.name].data == OTHER.data
    assert [(one.id, one.type, one.target) for one in package.relationships] == [
        ("rId1", "officeDocument", "/a/main.xml")
    ]
    assert [
        (one.id, one.target, one.external) for one in package.parts[MAIN.name].relationships
    ] == [
        ("rId1", "/media/one & two.png", False),
        ("rId2", "/a/b/other.xml", False),
        ("rId3", "https://example.org/?a=1&b=2", True),
    ]
    assert package.parts[OTHER.name].relationships == ()


@pytest.mark.parametrize(
    ("parts", "root", "message"),
    [
        ((MAIN, PICTURE, OTHER, OTHER), ROOT, "the same name"),
        ((MAIN, PICTURE), ROOT, "missing part: /a/b/other.xml"),
        (PARTS, ROOT._replace(target="main.xml"), "missing part: /main.xml"),
        ((MAIN._replace(relationships=MAIN.relationships[:1] * 2), PICTURE), ROOT, "the same id"),
    ],
    ids=["a name twice", "a part that is missing", "a main part that is missing", "an id twice"],
)
def test_no_broken_package_is_written(
    parts: tuple[Part, ...], root: Relationship, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        package_bytes(parts, (root,))


def test_the_address_of_a_web_page_needs_no_part() -> None:
    """It is marked as outside, other targets are not."""
    web = Relationship("rId9", "t", "https://example.org/", external=True)
    (inside, outside) = (relationships_xml((one,)) for one in (web._replace(external=False), web))
    assert b"TargetMode" not in inside
    assert b'Target="https://example.org/" TargetMode="External"' in outside
