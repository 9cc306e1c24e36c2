"""Links of a slide that lead nowhere in another deck are taken out, with what uses them."""

import pytest

from deckgen.merge.refused_content import (
    has_custom_shows,
    lost_links,
    with_pictures_for_zooms,
    without_broken_links,
)
from deckgen.opc.parsed_package import ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import NAMESPACES, parse_xml, q

LINK = '<a:r><a:rPr><a:hlinkClick r:id="{}" action="{}"/></a:rPr><a:t>words</a:t></a:r>'
ZOOM = (
    '<mc:AlternateContent><mc:Choice Requires="{}"><p:graphicFrame/></mc:Choice>'
    "<mc:Fallback><p:pic/></mc:Fallback></mc:AlternateContent>"
)


def part(inside: str, *links: ParsedRelationship) -> ParsedPart:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    data = f"<p:sld {names}>{inside}</p:sld>".encode()
    return ParsedPart("/ppt/slides/slide1.xml", None, data, parse_xml(data), links)


def link(id_: str, type_: str, target: str, *, external: bool = False) -> ParsedRelationship:
    return ParsedRelationship(id_, type_, target, external, type_)


def used(made: ParsedPart) -> list[str | None]:
    assert made.root is not None
    return [each.get(q("r:id")) for each in made.root.iter(q("a:hlinkClick"))]


@pytest.mark.parametrize(
    ("relationship", "words"),
    [
        (link("a", "slide", "/ppt/slides/slide2.xml"), []),
        (link("a", "slide", "/ppt/slides/slide9.xml"), ["a slide that does not come along"]),
        (link("a", "hyperlink", "https://example.org", external=True), []),
        (
            link("a", "hyperlink", "plan.docx", external=True),
            ["plan.docx, which is no address on the web"],
        ),
        (link("a", "hyperlink", "", external=True), ["nothing, which is no address on the web"]),
        (link("a", "image", "plan.png", external=True), []),
    ],
)
def test_links_that_lead_nowhere(relationship: ParsedRelationship, words: list[str]) -> None:
    lost = lost_links(part("", relationship), {"/ppt/slides/slide2.xml"})
    assert [*lost] == [(relationship, each) for each in words]


def test_a_broken_link_is_gone_and_its_words_stay() -> None:
    inside = LINK.format("a", "") + LINK.format("b", "")
    made = without_broken_links(
        part(
            inside, link("a", "slide", "/x"), link("b", "slide", "/y"), link("c", "hyperlink", "/z")
        ),
        {"a"},
    )
    assert used(made) == ["b"]
    # Of hyperlinks, one that nothing uses is gone, too.
    assert [each.id for each in made.relationships] == ["b"]
    assert made.data.count(b"words") == 2


def test_links_to_custom_shows_are_gone() -> None:
    shown = part(
        LINK.format("", "ppaction://CustomShow?id=0") + LINK.format("b", ""),
        link("b", "slide", "/y"),
    )
    assert has_custom_shows(shown)
    made = without_broken_links(shown, ())
    assert used(made) == ["b"]
    assert b"CustomShow" not in made.data
    assert not has_custom_shows(made)


def test_what_is_not_broken_keeps_its_bytes() -> None:
    sound = part(LINK.format("b", ""), link("b", "slide", "/y"))
    assert without_broken_links(sound, ("a",)).data is sound.data
    plain = ParsedPart(
        "/a.bin", None, b"", None, (link("a", "slide", "/x"), link("b", "slide", "/y"))
    )
    assert [each.id for each in without_broken_links(plain, {"a"}).relationships] == ["b"]


@pytest.mark.parametrize(
    ("version", "tags"),
    [("p14 pslz", ["p:pic"]), ("psuz", ["p:pic"]), ("p14", ["mc:AlternateContent"])],
)
def test_a_zoom_becomes_its_picture(version: str, tags: list[str]) -> None:
    """And what has none keeps its bytes."""
    given = part(ZOOM.format(version))
    made = with_pictures_for_zooms(given)
    assert made.root is not None
    assert [each.tag for each in made.root] == [q(tag) for tag in tags]
    assert (made.data is given.data) == (b"Choice" in made.data)
