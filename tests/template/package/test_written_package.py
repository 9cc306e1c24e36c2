"""A deck that was changed: what was not keeps its bytes, its order and its types."""

import io
import zipfile
from dataclasses import replace

from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.written_package import written_package
from tests.template.edits import LAYOUT, LAYOUT_RELS, MASTER, TYPES, R, typed
from tests.template.opened import two_layouts
from tests.tools.packages import edited, parts_of

NEW = ParsedPart("/ppt/tags/tag1.xml", "application/vnd.tags+xml", b"<tags/>", None, ())


def before() -> ParsedPackage:
    package = read_package(two_layouts(), Diagnostics(), "deck.pptx")
    assert package is not None
    return package


def written(old: ParsedPackage, *changed: ParsedPart, without: str = "") -> bytes:
    """Return the deck with some parts changed or added, and one removed."""
    parts = {**old.parts, **{part.name: part for part in changed}}
    parts.pop(without, None)
    entries = open_entries(two_layouts(), Diagnostics(), "deck.pptx")
    assert entries is not None
    made = written_package(entries, old, replace(old, parts=parts), Diagnostics())
    assert made is not None
    return made


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_without_a_change_nothing_changes() -> None:
    made = written(before())
    assert names(made) == names(two_layouts())
    assert parts_of(made) == parts_of(two_layouts())


def test_only_a_part_that_was_changed_has_new_bytes() -> None:
    old = before()
    made = written(old, replace(old.parts[f"/{LAYOUT}"], data=b"<new/>"))
    assert names(made) == names(two_layouts())
    assert parts_of(made) == {**parts_of(two_layouts()), LAYOUT: b"<new/>"}


def test_a_new_part_comes_last_with_its_relationships_and_its_type() -> None:
    link = ParsedRelationship(
        "rId1", "theme", "/ppt/theme/theme1.xml", external=False, type_uri=f"{R}/theme"
    )
    made = written(before(), replace(NEW, relationships=(link,)))
    assert names(made) == [
        *names(two_layouts()),
        "ppt/tags/tag1.xml",
        "ppt/tags/_rels/tag1.xml.rels",
    ]
    after = parts_of(made)
    assert after["ppt/tags/tag1.xml"] == NEW.data
    assert b'Target="../theme/theme1.xml"' in after["ppt/tags/_rels/tag1.xml.rels"]
    assert b'ContentType="application/vnd.tags+xml"' in after[TYPES]


def test_a_part_that_gets_another_type_has_one() -> None:
    old = before()
    changed = replace(old.parts[f"/{LAYOUT}"], content_type="application/vnd.other+xml")
    types = parts_of(written(old, changed))[TYPES].decode()
    assert types.count(f'"/{LAYOUT}"') == 1
    assert "application/vnd.other+xml" in types


def test_a_part_that_is_gone_has_no_type_even_if_it_was_listed_twice() -> None:
    data = edited(two_layouts(), [typed(LAYOUT, "application/vnd.other+xml")])
    entries, old = open_entries(data, Diagnostics(), "deck.pptx"), before()
    assert entries is not None
    kept = {name: part for name, part in old.parts.items() if name != f"/{LAYOUT}"}
    made = written_package(entries, old, replace(old, parts=kept), Diagnostics())
    assert made is not None
    assert LAYOUT not in parts_of(made)[TYPES].decode()


def test_new_relationships_are_written_for_an_old_part() -> None:
    old = before()
    link = ParsedRelationship("rId9", "tags", NEW.name, external=False, type_uri=f"{R}/tags")
    layout = old.parts[f"/{LAYOUT}"]
    changed = replace(layout, relationships=(*layout.relationships, link))
    made = parts_of(written(old, changed, NEW))
    assert b'Target="../tags/tag1.xml"' in made[LAYOUT_RELS]
    assert made[LAYOUT] == parts_of(two_layouts())[LAYOUT]


def test_a_part_that_is_gone_has_no_relationships_and_no_type() -> None:
    made = parts_of(written(before(), without=f"/{LAYOUT}"))
    was = parts_of(two_layouts())
    assert {*was} - {*made} == {LAYOUT, LAYOUT_RELS}
    assert f'"/{LAYOUT}"'.encode() in was[TYPES]
    assert f'"/{LAYOUT}"'.encode() not in made[TYPES]
    assert f'"/{MASTER}"'.encode() in made[TYPES]
