"""Properties of a file: its title and its language; and, on request, no names of people."""

import io

import pytest
from PIL import Image

from deckgen.mend.mend_values import MendPlan
from deckgen.mend.properties import with_properties, without_private_facts
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import q
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from tests.audit.test_corpus import FAULTS
from tests.linted import read_to_mend
from tests.tools.packages import Parts, add, clean_deck, edited, replace

CORE = "docProps/core.xml"
PHOTO = "ppt/media/photo.jpg"
TURNED = "ppt/media/turned.jpg"


def package_of(deck: bytes) -> ParsedPackage:
    package = read_to_mend(deck, Diagnostics(), "deck.pptx")
    assert package is not None
    return package


def core(package: ParsedPackage, name: str) -> str | None:
    root = package.parts[f"/{CORE}"].root
    assert root is not None
    return root.findtext(q(name))


def photo(orientation: int) -> bytes:
    """Return a JPEG that says where it was taken, and how a viewer has to turn it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    stream = io.BytesIO()
    Image.new("RGB", (8, 6)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def shown_photos(parts: Parts) -> None:
    """Add an upright and a turned photo to the third slide."""
    add(PHOTO, photo(1))(parts)
    add(TURNED, photo(6))(parts)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = "".join(
        f'<Relationship Id="rId7{at}" Type="{kind}" Target="../media/{name.rpartition("/")[2]}"/>'
        for at, name in enumerate((PHOTO, TURNED))
    )
    rels = "ppt/slides/_rels/slide3.xml.rels"
    replace(rels, "</Relationships>", f"{links}</Relationships>")(parts)
    types = '<Default Extension="jpg" ContentType="image/jpeg"/></Types>'
    replace("[Content_Types].xml", "</Types>", types)(parts)


@pytest.mark.parametrize(
    ("broken", "title", "language", "words"),
    [
        (["file-title-missing", "file-language-missing"], "New", "fr-FR", ("New", "fr-FR")),
        (["file-title-missing"], "New", "fr-FR", ("New", "en-GB")),
        (["file-language-missing"], "New", "fr-FR", ("A clean deck", "fr-FR")),
        # What is unknown takes nothing away.
        (["file-title-missing", "file-language-missing"], "", "", ("A clean deck", "en-GB")),
        ([], "New", "fr-FR", ("A clean deck", "en-GB")),
    ],
)
def test_title_and_language_are_set_where_rules_miss_them(
    broken: list[str], title: str, language: str, words: tuple[str, str]
) -> None:
    plan = MendPlan(language, {})
    made, mends = with_properties(package_of(clean_deck()), frozenset(broken), title, plan)
    assert (core(made, "dc:title"), core(made, "dc:language")) == words
    assert [each.code for each in mends] == (broken if title else [])


def test_a_property_that_is_not_there_is_added() -> None:
    deck = edited(clean_deck(), [replace(CORE, "<dc:language>en-GB</dc:language>", "")])
    plan = MendPlan("fr-FR", {})
    made, _ = with_properties(package_of(deck), frozenset({"file-language-missing"}), "", plan)
    assert core(made, "dc:language") == "fr-FR"


def test_people_comments_and_places_of_photos_are_taken_out() -> None:
    comments = next(fault for fault in FAULTS if fault.code == "comments")
    deck = edited(clean_deck(), [*comments.edits, shown_photos])
    entries = open_entries(deck, Diagnostics(), "deck.pptx")
    assert entries is not None
    before = package_of(deck)
    made, mends = without_private_facts(before, entries)
    assert [(each.code, each.message) for each in mends] == [
        ("authors", "“Ada” is no longer named."),
        ("authors", "“Steve Canny” is no longer named."),
        ("comments", "The comments, and who wrote them, are gone."),
        ("photo-place", "photo.jpg no longer says where the photo was taken."),
    ]
    assert core(made, "dc:creator") == ""
    assert {*before.parts} - {*made.parts} == {"/ppt/comments/comment1.xml"}
    assert b"Exif" not in made.parts[f"/{PHOTO}"].data
    # Without its properties, this one would lie on its side.
    assert made.parts[f"/{TURNED}"].data == before.parts[f"/{TURNED}"].data
