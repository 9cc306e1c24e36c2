"""The commands about brands from outside: what they write and say, and the exit codes."""

import io
import shutil
from pathlib import Path

import pptx
import pytest
from pptx.util import Cm

from deckgen.brand.tokens import LayoutTokens
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.record_reader import keys_of
from deckgen.support.exit_codes import ExitCode
from deckgen.support.terminal_text import display_width
from tests.project.two_towns import run
from tests.sampled import sampled
from tests.template.opened import TEMPLATES, plain_template

TALK = "title: A talk\nbrand: brand.yaml\nslides:\n  - cover\n  - title: One\n    bullets: [a]\n"
DATE, FOOTER, SLIDE_NUMBER = 16, 15, 13
"""Types of placeholders that stay (MS-OE376, PP_PLACEHOLDER)."""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    '<path fill="currentColor" d="M0 0h8v8z"/></svg>'
)
REAL = sorted(TEMPLATES.glob("*.p*"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a template that has a name as people give it, a logo and a talk."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Stadt A.potx").write_bytes(plain_template())
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "slides.yaml").write_text(TALK, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_show_tells_what_is_in_a_template_and_how_to_go_on() -> None:
    result = run("brand", "show", "Stadt A.potx")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    titles = [one.splitlines()[0] for one in result.stdout.split("\n\n") if one[0] != " "]
    assert titles == [
        "Stadt A.potx",
        "Which slide stands on which layout",
        "Whether the text can be read",
        "Fonts",
        "Colours of the theme",
        "The layouts, with their placeholders",
        'To see it on slides:      deckgen brand show "Stadt A.potx" --sample sample.pptx',
    ]


@pytest.mark.slow
def test_a_map_builds_the_same_deck_as_its_template(folder: Path) -> None:
    assert run("build", "--brand", "Stadt A.potx", "-o", "template.pptx").exit_code == ExitCode.OK
    result = run("brand", "show", "Stadt A.potx", "--map")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    (folder / "brand.yaml").write_text(result.stdout, encoding="utf-8")
    assert run("build", "-o", "map.pptx").exit_code == ExitCode.OK
    assert Path("map.pptx").read_bytes() == Path("template.pptx").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_map_is_written_to_a_new_file_only() -> None:
    assert (
        run("brand", "show", "Stadt A.potx", "--map", "-o", "brand.yaml").exit_code == ExitCode.OK
    )
    assert (
        Path("brand.yaml").read_text("utf-8")
        == run("brand", "show", "Stadt A.potx", "--map").output
    )
    result = run("brand", "show", "Stadt A.potx", "--map", "-o", "brand.yaml")
    assert result.exit_code == ExitCode.USAGE
    assert "brand.yaml is there already" in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_map_can_be_shown_again_with_what_it_says() -> None:
    Path("brand.yaml").write_text(
        "template: Stadt A.potx\nlayouts: {quote: Section Header}\n", encoding="utf-8"
    )
    result = run("brand", "show", "brand.yaml")
    assert result.exit_code == ExitCode.OK
    told = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "quote Section Header the brand.yaml says so" in told
    assert "change their names in brand.yaml" in result.stdout


@pytest.mark.usefixtures("folder")
def test_a_layout_that_is_not_there_is_told_at_its_line() -> None:
    Path("brand.yaml").write_text(
        "template: Stadt A.potx\nlayouts:\n  quote: Sektion\n  bullets:\n", encoding="utf-8"
    )
    result = run("brand", "show", "brand.yaml")
    assert result.exit_code == ExitCode.OUTLINE
    assert "brand.yaml:3:10: error unknown-layout" in result.stderr
    assert "Which slide stands on which layout" in result.stdout


def test_a_template_that_lies_elsewhere_is_named_as_it_should_be_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "talk").mkdir()
    monkeypatch.chdir(folder / "talk")
    result = run("brand", "show", "../Stadt A.potx", "--map")
    assert result.exit_code == ExitCode.OK
    assert "\ntemplate: Stadt A.potx\n" in result.stdout
    assert "template-elsewhere" in result.stderr
    assert "Copy it there" in result.stderr


@pytest.mark.slow
def test_a_sample_has_every_kind_of_slide_and_says_nothing_of_its_own_oddities(
    folder: Path,
) -> None:
    result = run("brand", "show", "Stadt A.potx", "--sample", "sample.pptx")
    assert result.exit_code == ExitCode.OK
    assert "sample.yaml" not in result.stderr
    assert "warning" not in result.stderr
    deck = pptx.Presentation(io.BytesIO((folder / "sample.pptx").read_bytes()))
    words = "\n".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert len(deck.slides) > len(kinds()) + 3
    for said in ("View from the town hall", "Wilhelm von Humboldt", "the third level", "Thank you"):
        assert said.casefold() in words.casefold()
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides if slide.shapes.title]
    assert sum("More bullets than fit" in title for title in titles) > 1


@pytest.mark.slow
def test_a_sample_leaves_out_what_a_template_has_no_room_for(folder: Path) -> None:
    small = pptx.Presentation(io.BytesIO(plain_template()))
    for owner in (small.slide_master, *small.slide_layouts):
        for shape in owner.placeholders:
            if shape.placeholder_format.type not in {DATE, FOOTER, SLIDE_NUMBER}:
                shape.left, shape.top, shape.width, shape.height = (
                    Cm(size) for size in (1, 4, 20, 4)
                )
    small.save(str(folder / "small.pptx"))
    result = run("brand", "show", "small.pptx", "--sample", "sample.pptx")
    assert result.exit_code == ExitCode.OK, result.stderr
    told = [line.partition("slide for ")[2] for line in result.stderr.splitlines()]
    assert {name.partition(",")[0] for name in told if name} == {
        "qr is left out",
        "closing is shortened",
    }
    titles = [slide.shapes.title for slide in pptx.Presentation(str(folder / "sample.pptx")).slides]
    words = " ".join(title.text_frame.text for title in titles if title)
    assert "Thank you" in words, "the shortened closing slide"
    assert "More bullets than fit" in words


@pytest.mark.usefixtures("folder")
def test_show_calls_layouts_as_a_brand_file_does() -> None:
    (layouts,) = (
        one
        for one in run("brand", "show", "Stadt A.potx").stdout.split("\n\n")
        if one.startswith("Which slide")
    )
    known = keys_of(LayoutTokens)
    assert [key for key in known if f"\n  {key} " not in layouts] == []
    assert "three-contents" not in layouts


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_a_sample_of_a_brand_of_our_own_making() -> None:
    run("brand", "new")
    assert run("brand", "show", "brand.yaml", "--sample", "sample.pptx").exit_code == ExitCode.OK
    result = run("brand", "show", "brand.yaml")
    assert result.exit_code == ExitCode.OUTLINE
    assert "brand.yaml:3:1: error no-template" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    sampled(
        [
            (["gone.potx"], ExitCode.OUTLINE, "There is no file gone.potx"),
            (["logo.svg"], ExitCode.OUTLINE, "error not-text: This is a picture"),
            (["slides.yaml"], ExitCode.OUTLINE, "outline-alone"),
            (
                ["Stadt A.potx", "--sample", "x.potx"],
                ExitCode.USAGE,
                "x.potx does not end in .pptx",
            ),
            (["Stadt A.potx", "-o", "brand.yaml"], ExitCode.USAGE, "there is no --map"),
            (["copy.pptx", "--sample", "copy.pptx"], ExitCode.OUTSIDE, "is read to make this"),
            (["Stadt A.potx", "--sample", "slides.yaml/x.pptx"], ExitCode.OUTSIDE, "is no folder"),
        ],
        every=7,
    ),
)
def test_what_cannot_be_shown(
    folder: Path, arguments: list[str], code: ExitCode, said: str
) -> None:
    shutil.copy(folder / "Stadt A.potx", folder / "copy.pptx")
    result = run("brand", "show", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert (folder / "copy.pptx").read_bytes() == plain_template()


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_real_templates_are_shown_mapped_and_sampled(path: Path, folder: Path) -> None:
    shutil.copy(path, folder)
    shown = run("brand", "show", path.name)
    begun = run("brand", "new", "--from", path.name)
    refused = path.stem == "broken-zip"
    assert shown.exit_code == begun.exit_code == (ExitCode.OUTLINE if refused else ExitCode.OK)
    assert [line for line in shown.stdout.splitlines() if display_width(line) > 100] == []
    if refused:
        return
    mapped = run("brand", "show", path.name, "--map", "-o", "map.yaml")
    assert mapped.exit_code == ExitCode.OK
    for file, output in ((path.name, "template.pptx"), ("map.yaml", "map.pptx")):
        assert run("build", "--brand", file, "-o", output).exit_code == ExitCode.OK
    assert Path("map.pptx").read_bytes() == Path("template.pptx").read_bytes()
    assert run("brand", "show", "map.yaml", "--sample", "s.pptx").exit_code == ExitCode.OK
