"""A mended copy: what is safe is done and told, the rest keeps its bytes, and nothing breaks."""

import io
import re
from pathlib import Path
from typing import NamedTuple

import pptx
import pytest

from deckgen.deck.box import Box
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.doctor.examine import examine_template
from deckgen.template.doctor.mend import MendedTemplate, MendRequest, mend_template
from tests.sampled import sampled
from tests.template.edits import LAYOUT, MASTER, R, related, typed
from tests.template.opened import (
    plain_template,
    read_with_matches,
    real_template,
    real_templates,
    two_layouts,
)
from tests.tools import libreoffice, validator
from tests.tools.needs import need
from tests.tools.packages import (
    Edit,
    Parts,
    add,
    clean_deck,
    edited,
    parts_of,
    png,
    remove,
    replace,
)
from tests.validity import faults_of

REAL = real_templates()
PLAIN = [path for path in REAL if path.suffix != ".pptm"]
"""Those without macros."""
_FOOTERS = r'<p:sp>(?:(?!</p:sp>).)*<p:ph type="(?:dt|ftr|sldNum)"(?:(?!</p:sp>).)*</p:sp>'
_AT_THE_FOOT = "the date, the footer and the slide number"
_MASTER = "the slide master (slideMaster1.xml)"


def mended(data: bytes, request: MendRequest | None = None) -> MendedTemplate:
    done = mend_template(
        data, *read_with_matches(data), request or MendRequest("pptx"), Diagnostics()
    )
    assert done is not None
    return done


def picture(part: str, name: str, described: str = "") -> list[Edit]:
    """Return edits that put a picture on a layout or master."""
    shape = (
        f'<p:pic><p:nvPicPr><p:cNvPr id="77" name="{name}"{described}/><p:cNvPicPr/><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip xmlns:r="{R}" r:embed="rId77"/><a:stretch><a:fillRect/>'
        '</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="99" cy="99"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>'
    )
    return [
        add("ppt/media/logo.png", png()),
        typed("ppt/media/logo.png", "image/png"),
        related(part, "rId77", f"{R}/image", "/ppt/media/logo.png"),
        replace(part, "</p:spTree>", shape),
    ]


def without_footers(part: str) -> Edit:
    def edit(parts: Parts) -> None:
        text = parts[part].decode()
        assert re.search(_FOOTERS, text, re.DOTALL)
        parts[part] = re.sub(_FOOTERS, "", text, flags=re.DOTALL).encode()

    return edit


def no_languages(parts: Parts) -> None:
    for name, data in parts.items():
        if name == LAYOUT:
            parts[name] = re.sub(rb' lang="[^"]*"', b"", data)


class Case(NamedTuple):
    name: str
    edits: list[Edit]
    told: list[str]
    """What is told that was done."""
    done: tuple[str, str]
    """A part, and what stands in it afterwards."""
    request: MendRequest = MendRequest("pptx")


CASES = [
    Case("nothing to do", [], [], (LAYOUT, 'type="obj"')),
    Case(
        "no type",
        [replace(LAYOUT, ' type="obj"', "")],
        ["The layout “Title and Content” has the type “obj”."],
        (LAYOUT, ' type="obj"'),
    ),
    Case(
        "a name twice",
        [replace(LAYOUT, 'name="Title and Content"', 'name="Title Slide"')],
        ["The layout “Title Slide” is now called “Title Slide (2)”."],
        (LAYOUT, 'name="Title Slide (2)"'),
    ),
    Case(
        "no footers",
        [without_footers(LAYOUT)],
        [f"The layout “Title and Content” has a placeholder for {_AT_THE_FOOT}, as its master."],
        (LAYOUT, 'type="slidenum"'),
    ),
    Case(
        "a logo on the master",
        picture(MASTER, "Stadtwappen 3"),
        [f"On {_MASTER}, the picture “Stadtwappen 3” is described as “Logo”."],
        (MASTER, 'descr="Logo"'),
    ),
    Case(
        "a picture with the name of its file",
        picture(LAYOUT, "Bild 5", ' descr="C:\\tmp\\wave.png"'),
        ["On the layout “Title and Content”, the picture “Bild 5” is marked as decorative."],
        (LAYOUT, "adec:decorative"),
    ),
    Case(
        "a described picture", picture(LAYOUT, "Logo", ' descr="The tower"'), [], (LAYOUT, "tower")
    ),
    Case(
        "no language",
        [no_languages],
        ["The layout “Title and Content”: 6 sample texts marked as en-US."],
        (LAYOUT, 'lang="en-US"'),
    ),
]


@pytest.mark.parametrize(
    "case", sampled(((case,) for case in CASES), every=2), ids=[case.name for case in CASES]
)
def test_what_is_safe_is_done_and_told_and_the_rest_keeps_its_bytes(case: Case) -> None:
    data = edited(two_layouts(), case.edits)
    done = mended(data, case.request)
    assert [one.message for one in done.mends] == case.told
    before, after = parts_of(data), parts_of(done.data)
    assert {name for name in after if after[name] != before.get(name)} == (
        {case.done[0]} if case.told else set()
    )
    assert list(after) == list(before)
    assert case.done[1] in after[case.done[0]].decode()
    assert mended(done.data).mends == (), "once is enough"


@pytest.mark.slow
def test_all_cases_are_found_before_and_not_afterwards() -> None:
    for case in CASES[1:]:
        data = edited(plain_template(), case.edits)
        codes = {one.code for one in mended(data).mends}
        before, after = (
            examine_template(*read_with_matches(one)) for one in (data, mended(data).data)
        )
        assert codes <= {one.code for one in before if one.mendable}, case.name
        assert not codes & {one.code for one in after if one.mendable}, case.name


@pytest.mark.slow
def test_an_added_footer_stands_where_its_master_has_it() -> None:
    def at_the_foot(data: bytes) -> list[tuple[str, Box]]:
        layouts = (one.layout for one in read_with_matches(data)[0].masters[0].layouts)
        layout = next(one for one in layouts if one.part_name == f"/{LAYOUT}")
        return [
            (one.type, one.box)
            for one in layout.placeholders
            if one.type in {"dt", "ftr", "sldNum"}
        ]

    data = edited(plain_template(), [without_footers(LAYOUT)])
    assert at_the_foot(data) == []
    assert at_the_foot(mended(data).data) == at_the_foot(plain_template())


def test_a_footer_is_not_added_where_it_has_no_place() -> None:
    picture_there = replace(
        LAYOUT,
        "</p:spTree>",
        '<p:sp><p:nvSpPr><p:cNvPr id="78" name="Address"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="6300000"/><a:ext cx="9144000" cy="500000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
        "<a:t>Altenburg</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>",
    )
    data = edited(plain_template(), [without_footers(LAYOUT), picture_there])
    assert "missing-footer" not in {one.code for one in mended(data).mends}


def test_the_language_of_all_texts_is_that_which_is_asked_for() -> None:
    done = mended(plain_template(), MendRequest("pptx", lang="de-DE"))
    assert {one.code for one in done.mends} == {"mixed-languages"}
    text = parts_of(done.data)[LAYOUT].decode()
    assert set(re.findall(r'<a:(?:rPr|endParaRPr)[^>]*lang="([^"]*)"', text)) == {"de-DE"}


@pytest.mark.parametrize(
    ("ending", "kind"),
    sampled([("pptx", "presentation"), ("potx", "template"), ("ppsx", "slideshow")]),
)
def test_the_copy_is_what_its_ending_says(ending: str, kind: str) -> None:
    types = parts_of(mended(plain_template(), MendRequest(ending)).data)["[Content_Types].xml"]
    assert f"presentationml.{kind}.main+xml" in types.decode()


@pytest.mark.parametrize(
    ("ending", "fits"), sampled([("potx", False), ("potm", True), ("pptm", True)])
)
def test_a_file_with_macros_stays_one(ending: str, *, fits: bool) -> None:
    with_macros = replace(
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    data, diagnostics = edited(plain_template(), [with_macros]), Diagnostics()
    done = mend_template(data, *read_with_matches(data), MendRequest(ending), diagnostics)
    assert ([one.code for one in diagnostics], done is None) == (
        ([], False) if fits else (["other-ending"], True)
    )


def test_a_file_without_content_types_is_no_presentation() -> None:
    data, diagnostics = edited(plain_template(), [remove("[Content_Types].xml")]), Diagnostics()
    assert mend_template(data, *read_with_matches(data), MendRequest("pptx"), diagnostics) is None
    assert [one.code for one in diagnostics] == ["not-a-package"]


@pytest.mark.slow
def test_an_unused_master_goes_with_all_that_only_it_uses() -> None:
    path = real_template("seven-masters")
    data = path.read_bytes()
    done = mended(data, MendRequest("pptx", without_unused_masters=True))
    gone = [one.message for one in done.mends if one.code == "unused-master"]
    before, after = pptx.Presentation(str(path)), pptx.Presentation(io.BytesIO(done.data))
    names = [one.name for master in after.slide_masters for one in master.slide_layouts]
    assert len(names) == len({*names})
    assert {one.removesuffix(" (2)") for one in names if one.endswith(" (2)")} <= {*names}
    assert 0 < len(gone) == len(before.slide_masters) - len(after.slide_masters)
    assert faults_of(done.data) == faults_of(data)
    assert set(parts_of(done.data)) < set(parts_of(data))


@pytest.mark.slow
def test_slides_stay_on_their_layouts_when_unused_masters_go() -> None:
    def layouts(data: bytes) -> list[str]:
        deck = pptx.Presentation(io.BytesIO(data))
        return [str(slide.slide_layout.part.partname) for slide in deck.slides]

    for path in (path for path in PLAIN if path.suffix == ".pptx"):
        data = path.read_bytes()
        done = mended(data, MendRequest("pptx", without_unused_masters=True))
        assert layouts(done.data) == layouts(data), path.stem


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_a_real_template_is_no_worse_and_serves_the_same_slides(path: Path) -> None:
    data = path.read_bytes()
    done = mended(data, MendRequest(path.suffix[1:]))
    assert faults_of(done.data) == faults_of(data)
    before, after = read_with_matches(data)[1], read_with_matches(done.data)[1]
    assert [(one.role, one.layout.layout.part_name) for one in after] == [
        (one.role, one.layout.layout.part_name) for one in before
    ]
    if path in PLAIN and path.suffix != ".ppsx":
        pptx.Presentation(io.BytesIO(done.data))


@pytest.mark.slow
def test_the_validator_finds_nothing_new(tmp_path: Path) -> None:
    need("validator")
    originals = [path.read_bytes() for path in PLAIN]
    originals += [edited(plain_template(), case.edits) for case in CASES]
    made = {}
    for number, data in enumerate(originals):
        before, after = tmp_path / f"{number}.pptx", tmp_path / f"{number}-mended.pptx"
        lang = MendRequest("pptx", "de-DE", without_unused_masters=True)
        before.write_bytes(data)
        after.write_bytes(mended(data, lang).data)
        made[after] = before
    assert validator.new_findings(made) == {}


@pytest.mark.slow
def test_libreoffice_opens_the_copy_of_a_file_with_slides(tmp_path: Path) -> None:
    need("libreoffice")
    edits = [without_footers(LAYOUT), *picture(LAYOUT, "Logo"), replace(LAYOUT, ' type="obj"', "")]
    done = mended(edited(clean_deck(), edits), MendRequest("pptx", lang="de-DE"))
    assert {one.code for one in done.mends} == {
        *("missing-type", "missing-footer", "missing-alt", "mixed-languages")
    }
    copy = tmp_path / "better.pptx"
    copy.write_bytes(done.data)
    (saved,) = libreoffice.saved_again([copy], tmp_path / "saved")
    titles = [slide.shapes.title.text for slide in pptx.Presentation(str(saved)).slides]
    assert titles == ["Words", "Numbers", "Pictures"]
