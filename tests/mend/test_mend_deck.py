"""Mended copies: what is mended is told and gone, nothing gets worse, the rest keeps its bytes."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from deckgen.audit.audit import audit_deck
from deckgen.mend.mend_deck import mend_deck
from deckgen.support.diagnostics import Diagnostics
from tests.audit.corpus.fault import base_deck
from tests.audit.test_corpus import FAULTS
from tests.audit.test_validity import FAULTS as CAUSES_OF_REPAIRS
from tests.audit.test_validity import TEMPLATES
from tests.mend.mended_decks import blank, mended, text_box
from tests.sampled import sampled
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import (
    Edit,
    add,
    clean_deck,
    doubled,
    edited,
    parts_of,
    remove,
    replace,
    saved,
)

MENDED = frozenset(
    {
        *("colour-not-hex", "comments", "content-type-missing", "content-type-without-part"),
        *("content-type-wrong", "control-character", "duplicate-master-id", "duplicate-shape-id"),
        *("duplicate-relationship-id", "duplicate-section-id", "duplicate-slide-id", "authors"),
        *("element-order", "extension-not-ignorable", "faulty-core-properties", "invalid-lang"),
        *("file-language-missing", "file-title-missing", "language-missing", "shared-theme"),
        *("layout-without-master", "master-id-out-of-range", "negative-axis-id", "orphan-part"),
        *("notes-master-not-listed", "reading-order", "repeated-child", "slide-id-out-of-range"),
        *("section-names-lost-slide", "slide-in-no-section", "table-header-missing"),
        *("template-content-type", "text-body-without-paragraph", "title-hidden", "typed-list"),
        *("text-body-without-properties", "title-missing", "title-not-first", "unlisted-slide"),
        *("undefined-relationship", "number-not-whole"),
    }
)
"""The codes of the corpus that are mended there; others need a person, or a decision."""
VISIBLE = frozenset({"typed-list", "table-header-missing"})
"""What may look different after it was mended."""
UNREADABLE = frozenset({"xml-not-well-formed", "xml-doctype"})
CORPUS = [(fault.code, base_deck, [*fault.edits]) for fault in FAULTS] + [
    (code, clean_deck, [*edits]) for code, edits in CAUSES_OF_REPAIRS
]


@pytest.mark.slow
def test_a_deck_without_faults_is_copied_byte_for_byte() -> None:
    made = mended(base_deck())
    assert made.mends == ()
    assert parts_of(made.data) == parts_of(base_deck())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "base", "edits"), CORPUS, ids=[f"{at}-{code}" for at, (code, *_) in enumerate(CORPUS)]
)
def test_each_fault_of_the_corpus_is_mended_or_left(
    code: str, base: Any, edits: list[Edit]
) -> None:
    deck = edited(base(), edits)
    before = audit_deck(deck, "deck.pptx")
    if code in UNREADABLE:
        assert mend_deck(deck, before, Diagnostics()) is None
        return
    made = mended(deck, private=True)
    left = made.left.counts
    assert {
        code: number for code, number in left.items() if number > before.counts.get(code, 0)
    } == {}
    if code in MENDED:
        assert left.get(code, 0) < before.counts[code]
        assert code in {mend.code for mend in made.mends}
    else:
        assert left[code] == before.counts[code] or code == "dangling-relationship"
        assert code not in {mend.code for mend in made.mends} or code == "dangling-relationship"


@pytest.mark.slow
def test_only_parts_that_are_mended_change() -> None:
    deck = edited(clean_deck(), [replace("ppt/slides/slide1.xml", 'id="3"', 'id="2"')])
    made, before = parts_of(mended(deck).data), parts_of(deck)
    assert [*made] == [*before]
    assert [name for name in made if made[name] != before[name]] == ["ppt/slides/slide1.xml"]


@pytest.mark.slow
def test_leftovers_of_removed_slides_are_gone_with_their_types() -> None:
    part = b'<?xml version="1.0"?><a/>'
    override = '<Override PartName="/ppt/slides/slide9.xml" ContentType="application/xml"/></Types>'
    edits = [
        add("ppt/slides/slide9.xml", part),
        replace("[Content_Types].xml", "</Types>", override),
    ]
    made = mended(edited(clean_deck(), edits))
    assert [mend.code for mend in made.mends] == ["orphan-part"]
    assert parts_of(made.data) == parts_of(clean_deck()) | {
        "[Content_Types].xml": parts_of(made.data)["[Content_Types].xml"]
    }
    assert b"slide9" not in parts_of(made.data)["[Content_Types].xml"]


@pytest.mark.parametrize(
    "edit",
    sampled(
        [
            # Without it, slides and masters are as unreachable as left-overs.
            remove("ppt/_rels/presentation.xml.rels"),
            replace("ppt/_rels/presentation.xml.rels", "slides/slide2.xml", "slides/slide7.xml"),
            replace("ppt/slides/_rels/slide1.xml.rels", "slideLayout2.xml", "slideLayout99.xml"),
        ]
    ),
)
def test_nothing_is_lost_where_relationships_are_broken(edit: Edit) -> None:
    deck = edited(clean_deck(), [edit])
    assert parts_of(mended(deck).data) == parts_of(deck)


def test_an_entry_that_stands_twice_stands_once() -> None:
    made = mended(doubled(clean_deck(), ["ppt/slides/slide1.xml"]))
    assert "duplicate-zip-entry" in {mend.code for mend in made.mends}
    assert parts_of(made.data) == parts_of(clean_deck())


def test_a_signed_deck_is_refused() -> None:
    origin = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/digital-signature/origin" Target="docProps/app.xml"/></Relationships>'
    )
    deck = edited(clean_deck(), [replace("_rels/.rels", "</Relationships>", origin)])
    told = Diagnostics()
    assert mend_deck(deck, audit_deck(deck, "deck.pptx"), told) is None
    assert [each.code for each in told] == ["signed"]


@pytest.mark.slow
def test_people_and_comments_stay_unless_they_are_asked_to_go() -> None:
    deck = clean_deck()
    assert "authors" in mended(deck).left.counts
    made = mended(deck, private=True)
    assert "authors" not in made.left.counts
    assert b">Ada<" not in parts_of(made.data)["docProps/core.xml"]


@pytest.mark.slow
@pytest.mark.parametrize("name", [path.name for path in sorted(TEMPLATES.glob("*.p??x"))])
def test_slides_look_as_before_where_nothing_visible_was_mended(name: str) -> None:
    pytest.importorskip("betteroffice_pptx")
    from deckgen.render.light.light_renderer import light_renderer

    deck, diagnostics = (TEMPLATES / name).read_bytes(), Diagnostics()
    before = audit_deck(deck, name)
    made = mend_deck(deck, before, diagnostics, private=True)
    if made is None:
        assert diagnostics.has_errors
        return
    if name.endswith(".pptx"):
        Presentation(io.BytesIO(made.data))
    worse = {
        code for code, number in made.left.counts.items() if number > before.counts.get(code, 0)
    }
    # New titles are set in the font for headings, which no slide used before.
    assert worse <= {"font-not-embedded"}
    visible = {mend.slide for mend in made.mends if mend.code in VISIBLE}
    numbers = sorted({mend.slide for mend in made.mends if mend.slide} - visible)
    drawn = light_renderer()
    for old, new in zip(
        drawn.images(deck, numbers, 320), drawn.images(made.data, numbers, 320), strict=True
    ):
        assert old.png == new.png, old.number


@pytest.mark.slow
def test_microsofts_validator_finds_nothing_in_mended_decks(tmp_path: Path) -> None:
    need("validator")
    deck, slide = blank()
    text_box(slide, "- one\n- two", 3)
    text_box(slide, "1) first\n2) second", 1)
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, deck.slide_width, Inches(1))
    table = slide.shapes.add_table(2, 2, Inches(5), Inches(1), Inches(4), Inches(2)).table
    table.first_row = False
    for at, words in enumerate(("Town", "2024", "Gera", "12")):
        table.cell(at // 2, at % 2).text = words
    made = mended(saved(deck), private=True)
    codes = {"title-missing", "typed-list", "table-header-missing", "drawing-alt-missing"}
    assert codes <= {mend.code for mend in made.mends}
    file = tmp_path / "better.pptx"
    file.write_bytes(made.data)
    assert validator.validate([file]) == {file: []}
