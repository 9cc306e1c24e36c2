"""The map that a deck holds: read as it was written, and silent about what nobody is shown."""

import io
import zipfile
from functools import cache
from pathlib import Path

import pptx
import pytest

from deckgen.deck.deck_map import DeckMap
from deckgen.deck.slide import DeckOrigin
from deckgen.files.workspace import Workspace
from deckgen.opc.package_reader import read_package
from deckgen.opc.xml_parser import parse_xml
from deckgen.outline.expand.town_table import read_town_table
from deckgen.outline.expand.variant import COMMAND_LINE, Variable
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes, compile_talk, deck_bytes, map_deck
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.project.towns.town_selection import town_from_row
from deckgen.roundtrip.reading.read_map import map_of_package, read_map
from deckgen.support.diagnostics import Diagnostics, Span
from tests.building import TOUR, TOWNS, built_for
from tests.folder import Folder
from tests.roundtrip.small_map import SMALL_MAP
from tests.sampled import sampled
from tests.talks import talk
from tests.tools import libreoffice
from tests.tools.needs import need
from tests.tools.packages import by_python_pptx

SEAL = "customXml/item1.xml"


def map_in(data: bytes) -> DeckMap | None:
    """Return the map of a deck, without the checksums of the parts beside it."""
    package = read_package(data, Diagnostics(), "deck.pptx")
    assert package is not None
    found = map_of_package(package)
    return found and found._replace(parts=frozenset())


def without_spans(deck_map: DeckMap) -> DeckMap:
    return deck_map._replace(
        slides=tuple(
            slide._replace(
                span=None,
                source=None,
                texts=tuple(
                    text._replace(
                        paragraphs=tuple(each._replace(span=None) for each in text.paragraphs)
                    )
                    for text in slide.texts
                ),
            )
            for slide in deck_map.slides
        )
    )


def xml_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(SEAL).decode()


@cache
def tour() -> Compiled:
    compiled = compile_talk(TOUR.name, Workspace(TOUR.parent), None, Diagnostics())
    assert compiled is not None
    return compiled


@pytest.mark.slow
def test_a_map_is_read_as_it_was_written() -> None:
    compiled = tour()
    data = deck_bytes(compiled, None)
    written = without_spans(map_deck(compiled))
    assert map_in(data) == written
    assert map_in(by_python_pptx(data)) == written
    assert deck_bytes(compiled, None) == data


@pytest.mark.slow
def test_a_map_survives_libreoffice(tmp_path: Path) -> None:
    need("libreoffice")
    compiled = tour()
    (tmp_path / "tour.pptx").write_bytes(deck_bytes(compiled, None))
    (saved,) = libreoffice.saved_again([tmp_path / "tour.pptx"], tmp_path / "saved")
    assert map_in(saved.read_bytes()) == without_spans(map_deck(compiled))


@pytest.mark.slow
def test_a_map_is_small() -> None:
    """43 slides whose words alone are 10 kB: 5 kB when they are packed; boxes, and checksums."""
    compiled = tour()
    with_map = len(deck_bytes(compiled, None))
    assert with_map - len(deck_bytes(compiled._replace(keeps_map=False), None)) < 9_500


def test_words_that_xml_marks_up_come_back() -> None:
    made = talk('- title: "a < b & \\"c\\""\n  text: "one\\ntwo  three"\n  notes: "Said & done"')
    deck_map = map_in(made.data)
    assert deck_map is not None
    assert deck_map == without_spans(map_deck(made.compiled))
    words = [text.paragraphs[0].words for text in deck_map.slides[0].texts]
    assert words == ['a < b & "c"', "one\vtwo  three", "Said & done"]


OTHERS = """\
title: A talk
lang: en-GB
brand: brand.yaml  # a comment
vars: {town: Altenburg, unused: secret}
slides:
  # another comment
  - title: One in ${town}
  - title: Only for Jena
    only: jena
"""
TABLE = "town;fee;host;tags\nGera;4711.50;Ms Secret;early\nJena;900;Mr Hidden;late\n"
BRAND = """\
name: Own
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0E4A50, sand: F4ECDF, accent: A83F1B}
"""


def deck_of_row(brand: str = BRAND) -> bytes:
    diagnostics = Diagnostics()
    row = read_town_table("lists/towns.csv", TABLE.encode(), diagnostics)[0]
    given = Variable("slot", "10", Span(COMMAND_LINE, 1, 1), Span(COMMAND_LINE, 1, 6))
    files = Folder({"talk/slides.yaml": OTHERS, "talk/brand.yaml": brand})
    nodes = read_nodes("talk/slides.yaml", files, diagnostics)
    assert nodes is not None
    variant = town_from_row(row, (given,), ("short",)).variant
    source = Source("talk/slides.yaml", nodes, files)
    compiled = compile_nodes(source, variant, BuildCache(), diagnostics)
    assert compiled is not None
    return deck_bytes(compiled, None)


def test_a_map_says_what_chose_the_deck_and_nothing_of_others() -> None:
    data = deck_of_row()
    deck_map = map_in(data)
    assert deck_map is not None
    assert deck_map.origin == DeckOrigin(
        outline="slides.yaml",
        town="Gera",
        table="towns.csv",
        tags=("short",),
        variables=(("slot", "10"),),
    )
    assert "One in Gera" in xml_of(data)
    unsaid = (
        "comment",
        "Jena",
        "Altenburg",
        "secret",
        "Secret",
        "4711.50",
        "early",
        "lists",
        "talk/",
    )
    assert not [word for word in unsaid if word in xml_of(data)]


@pytest.mark.parametrize("town", sampled(TOWNS), ids=lambda path: path.stem)
def test_a_map_of_a_town_names_no_other(town: Path) -> None:
    xml = xml_of(built_for(town))
    assert f'town="{town.stem}"' in xml
    shown = built_for_text(town)
    others = [other.stem.capitalize() for other in TOWNS if other != town]
    assert [other for other in others if other in xml and other not in shown] == []


def built_for_text(town: Path) -> str:
    """Return all words that are shown, and the notes."""
    presentation = pptx.Presentation(io.BytesIO(built_for(town)))
    shapes = [shape for slide in presentation.slides for shape in slide.shapes]
    words = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    words += [
        slide.notes_slide.notes_text_frame.text
        for slide in presentation.slides
        if slide.has_notes_slide
    ]
    return "\n".join(words)


def test_a_brand_leaves_the_map_out() -> None:
    assert map_in(deck_of_row(f"{BRAND}map: off\n")) is None
    assert map_in(deck_of_row(f"{BRAND}map: on\n")) is not None


@pytest.mark.slow
def test_an_included_deck_and_a_template_do_not_bring_their_maps() -> None:
    ours = talk("- section: Words of another deck\n  notes: and its notes").data
    for made in (
        talk("- include: ours.pptx\n  notes: mine", files={"ours.pptx": ours}),
        talk("- section: Own", head="brand: ours.pptx\n", files={"ours.pptx": ours}),
    ):
        assert "ther deck" not in xml_of(made.data)
        assert "its notes" not in xml_of(made.data)
        assert map_in(made.data) == without_spans(map_deck(made.compiled))


WRITTEN = """\
<map version="3" outline="talk.yaml" town="Gera"><tag>short</tag><variable name="slot">10</variable>
<slide id="a" layout="Title" number="300" hidden="1" section="Costs &amp; co">title@1 2 3 4:0+
One
and &lt;two>
body@5 6 7 8:01 1/0-3-bold 1/4-7-italic 2/0-2
Big and
x²
table 1@1 1 1 1
alt 1:a
A table
table 1 cell 1 1:0,00
A
B

number@9 9 9 9
notes:0
Say it</slide
><slide id="b" layout="Title" transition="fade">title:0
Two
picture 1@1 1 2 2#0a0b0c0d</slide
><slide id="c" layout="Theirs" included="01234567"></slide></map>"""


def test_every_part_of_a_map_is_read() -> None:
    assert _read(WRITTEN) == SMALL_MAP


DAMAGED = {
    "none": "",
    "of a later deckgen": '<map version="4"/>',
    "without a version": "<map/>",
    "two slides of one name": '<map version="3"><slide id="a" layout="b"/>'
    '<slide id="a" layout="b"/></map>',
    "an outline elsewhere": '<map version="3" outline="../../other.yaml"/>',
    "an outline of the disk": r'<map version="3" outline="C:\\talk.yaml"/>',
    "a table elsewhere": '<map version="3" table="/etc/towns.csv"/>',
}
DAMAGED_SLIDES = {
    "a number that is none": '<slide id="a" number="x" layout="b"/>',
    "no layout": '<slide id="a"/>',
    "a box of three sides": '<slide id="a" layout="b">title@1 2 3</slide>',
    "a mark beyond the words": '<slide id="a" layout="b">notes:0 1/0-9-bold\nword</slide>',
    "a mark that nobody knows": '<slide id="a" layout="b">notes:0 1/0-4-loud\nword</slide>',
    "a level that no paragraph has": '<slide id="a" layout="b">notes:9\nword</slide>',
    "words that are missing": '<slide id="a" layout="b">notes:00\nword</slide>',
    "places that cannot count": '<slide id="a" layout="b">notes:0,0\nword\nword</slide>',
}


@pytest.mark.parametrize(
    "content",
    [*DAMAGED.values(), *(f'<map version="3">{slide}</map>' for slide in DAMAGED_SLIDES.values())],
    ids=[*DAMAGED, *DAMAGED_SLIDES],
)
def test_a_damaged_map_is_none(content: str) -> None:
    assert _read(content) is None


def _read(content: str) -> DeckMap | None:
    return read_map(parse_xml(f'<build xmlns="urn:deckgen:build">{content}</build>'.encode()))
