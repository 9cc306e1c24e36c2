"""No zip fills the memory: small files that unpack to large ones, or state wrong sizes.

Each is opened by all commands that open decks, with little memory and little processor time.
"""

import io
import json
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from tests.opc.raw_zip import RawEntry, entry, raw_zip
from tests.tools.bounded import run_bounded
from tests.tools.packages import Edit, Parts, clean_deck, edited, parts_of, replace

SLIDE, LAYOUT = "ppt/slides/slide1.xml", "ppt/slideLayouts/slideLayout2.xml"
PRESENTATION_RELS = "ppt/_rels/presentation.xml.rels"
HUGE = 300 << 20
MEGABYTES, SECONDS = 1200, 30

WAYS = {
    "text": ["text", "x.pptx"],
    "include": ["build", "i.yaml", "-o", "i.pptx"],
    "brand": ["build", "b.yaml", "-o", "b.pptx"],
    "check": ["check", "b.yaml"],
    "show": ["brand", "show", "x.pptx"],
    "export": ["export", "png", "x.pptx", "--renderer", "light", "-o", "png"],
}
DRIVER = """
import json, sys
from click.testing import CliRunner
from deckgen.cli import cli
said = {}
for way, arguments in json.loads(sys.argv[1]).items():
    result = CliRunner().invoke(cli, arguments)
    crashed = not isinstance(result.exception, (SystemExit, type(None)))
    said[way] = [70 if crashed else result.exit_code, result.output]
print(json.dumps(said))
"""


def replaced(one: RawEntry, *, again: int = 0, offset: int = 0, more: int = 0) -> bytes:
    """Return the clean deck with one entry in place of that of its name, put last."""
    name = one.name.decode()
    others = [entry(key, data) for key, data in parts_of(clean_deck()).items() if key != name]
    fill = [entry(f"more/{number}.bin", b"") for number in range(more)]
    return raw_zip([*others, *fill, one], again=again, offset=offset)


def changed(part: str, old: str, new: str) -> bytes:
    return edited(clean_deck(), [replace(part, old, new)])


def in_slide(xml: str) -> bytes:
    return changed(SLIDE, "</p:spTree>", f"{xml}</p:spTree>")


def in_layout(xml: str) -> bytes:
    return changed(LAYOUT, "</p:spTree>", f"{xml}</p:spTree>")


def slide() -> bytes:
    return parts_of(clean_deck())[SLIDE]


GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="77" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>"
)
SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="7" name="a"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
)


def groups(depth: int) -> str:
    return GROUP * depth + "</p:grpSp>" * depth


def related(number: int) -> Edit:
    """Return an edit that gives the presentation relationships whose ids are kept for slides."""
    lead = '<Relationship Id="slide{}" Type="urn:x/customXml" Target="../docProps/app.xml"/>'
    more = "".join(map(lead.format, range(number)))
    return replace(PRESENTATION_RELS, "</Relationships>", f"{more}</Relationships>")


def alike(number: int) -> Edit:
    """Return an edit that adds parts whose names differ only in letters that names do not keep."""

    def edit(parts: Parts) -> None:
        names = [f"ppt/{chr(0x4E00 + at)}.xml" for at in range(number)]
        parts |= dict.fromkeys(names, b"<x/>")
        lead = '<Relationship Id="y{}" Type="urn:x/customXml" Target="/{}"/>'
        more = "".join(lead.format(at, name) for at, name in enumerate(names))
        replace(PRESENTATION_RELS, "</Relationships>", f"{more}</Relationships>")(parts)

    return edit


Expected = dict[str, str]
"""What is said on a way; "" stands for all ways that are not named. Nothing where all is well."""

REFUSED = {"": "too-large", "export": "The deck cannot be drawn: it holds more than 3 million"}
TOO_BIG = {"": "too-large", "export": "would unpack to"}
BROKEN_SLIDE = {"include": "broken-slide", "brand": "", "check": "", "show": ""}
"""Templates do without their slides."""

CASES: list[tuple[str, Callable[[], bytes], Expected]] = [
    (
        "a part says 10 bytes and has 300 MB",
        lambda: replaced(entry(SLIDE, bytes(HUGE), 10)),
        BROKEN_SLIDE | {"": "cannot", "text": "xml-not-well-formed"},
    ),
    (
        "a part says more than it has",
        lambda: replaced(entry(SLIDE, slide(), len(slide()) + 100)),
        BROKEN_SLIDE
        | {"": "no PowerPoint file", "text": "not-a-zip", "include": "has fewer bytes"},
    ),
    (
        "a part says that it has 300 MB, and has them",
        lambda: replaced(entry(SLIDE, bytes(HUGE))),
        TOO_BIG,
    ),
    (
        "a part says that it has more than there is in the world",
        lambda: replaced(entry(SLIDE, slide(), 0xFFFF_FFFF, struct.pack("<2HQ", 1, 8, 1 << 62))),
        TOO_BIG,
    ),
    (
        "six million elements",
        lambda: in_slide("<a/>" * 6_000_000),
        REFUSED | {"brand": "", "check": "", "show": ""},
    ),
    ("six million elements in a layout", lambda: in_layout("<a/>" * 6_000_000), REFUSED),
    ("six million attributes", lambda: in_layout('<a b="" c="" d="" e=""/>' * 1_500_000), REFUSED),
    (
        "six million elements that nothing leads to",
        lambda: edited(
            clean_deck(), [lambda parts: parts.update({"x.xml": b"<a>" + b"<a/>" * 6_000_000})]
        ),
        {"export": REFUSED["export"]},
    ),
    (
        "250 groups in groups",
        lambda: in_slide(groups(250)),
        BROKEN_SLIDE | {"": "cannot", "text": "xml-too-deep", "include": "128 levels"},
    ),
    (
        "250 groups in groups in a layout",
        lambda: in_layout(groups(250)),
        {"": "128 levels", "export": "cannot", "text": "xml-too-deep"},
    ),
    ("90 groups in groups", lambda: in_slide(groups(90)), {"export": "recursion limit"}),
    ("90 groups in groups in a layout", lambda: in_layout(groups(90)), {"export": "recursion"}),
    ("an entry without a name", lambda: replaced(entry("", b"")), {}),
    ("an entry that is named as the root", lambda: replaced(entry("//", b"x")), {}),
    (
        "the same data under 70 names",
        lambda: replaced(entry("ppt/media/image1.png", bytes(10 << 20)), again=70),
        TOO_BIG,
    ),
    (
        "the directory is elsewhere",
        lambda: replaced(entry("x.bin", b"x"), offset=-5000),
        {"": "damaged", "export": "no PowerPoint file"},
    ),
    (
        "the directory is nowhere",
        lambda: replaced(entry("x.bin", b"x"), offset=1 << 30),
        {"": "damaged", "export": "no PowerPoint file"},
    ),
    (
        "more entries than a deck has",
        lambda: replaced(entry("x.bin", b"x"), again=100_001),
        {"": "100,0", "export": "parts; it is not read"},
    ),
    ("30,000 relationships", lambda: edited(clean_deck(), [related(30_000)]), {}),
    (
        "5,000 names that are alike",
        lambda: edited(clean_deck(), [alike(5000)]),
        {"export": "zip entry count"},
    ),
    (
        "more text boxes than come along",
        lambda: in_slide(SHAPE * 21_000),
        {"include": "text boxes", "export": "20000 shapes"},
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_refused_or_read_in_bounds(
    data: Callable[[], bytes], expected: Expected, tmp_path: Path
) -> None:
    (tmp_path / "x.pptx").write_bytes(data())
    (tmp_path / "i.yaml").write_text(
        'title: T\nsize: "4:3"\nslides:\n  - section: S\n  - include: x.pptx\n'
    )
    (tmp_path / "b.yaml").write_text("title: T\nbrand: x.pptx\nslides: [cover]\n")
    command = (sys.executable, "-c", DRIVER, json.dumps(WAYS))
    ended = run_bounded(command, tmp_path, seconds=SECONDS, megabytes=MEGABYTES)
    assert ended.code == 0, ended.said[-500:]
    for way, (code, said) in json.loads(ended.out).items():
        words = expected.get(way, expected.get("", ""))
        assert words in said, f"{way}: {said[-500:]}"
        # A note may tell what is left out of a template.
        fine = {0, 1, 3} if words else {0}
        assert code in fine, f"{way}: {code} {said[-500:]}"


def packed_as_office_cannot_read() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", b"<a/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (raw_zip([entry("a.xml", b"<a/>", 5)]), "fewer bytes"),
        (packed_as_office_cannot_read(), "Office does not know"),
    ],
)
def test_an_entry_that_lies_or_is_packed_otherwise_is_damaged(data: bytes, said: str) -> None:
    entries = open_entries(data, Diagnostics(), "deck.pptx")
    assert entries is not None
    with pytest.raises(zipfile.BadZipFile, match=said):
        entries.unpacked("/a.xml")
    assert entries.unpacked_or_empty("/a.xml") == b""


def test_the_last_of_entries_with_one_name_counts() -> None:
    twice = raw_zip([entry("a.xml", b"<first/>"), entry("/a.xml", b"<last/>")])
    entries = open_entries(twice, Diagnostics(), "deck.pptx")
    assert entries is not None
    assert entries.repeated == ("/a.xml",)
    assert entries.unpacked("/a.xml") == b"<last/>"


def test_folders_and_entries_without_a_name_are_no_parts() -> None:
    names = ("ppt/", "a.xml", "", "//")
    entries = open_entries(raw_zip(entry(name, b"") for name in names), Diagnostics(), "deck.pptx")
    assert entries is not None
    assert list(entries.infos) == ["/a.xml"]


def test_what_is_small_may_be_packed_as_densely_as_it_can() -> None:
    found = Diagnostics()
    dense = raw_zip([entry("a.bin", bytes(1 << 20))])
    assert len(dense) * 150 < 1 << 20
    assert open_entries(dense, found, "deck.pptx") is not None
    assert list(found) == []


def test_what_is_packed_too_densely_is_told_with_how_dense_it_is() -> None:
    found = Diagnostics()
    dense = raw_zip([entry("a.bin", bytes(80 << 20))])
    assert open_entries(dense, found, "deck.pptx") is None
    (error,) = found
    assert f"80 MB, {(80 << 20) // len(dense):,} times its size, in 1 parts" in error.message
