"""`deckgen brand doctor` from outside: its report, its page, the mended copy, its refusals."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from deckgen.cli import cli
from deckgen.support.exit_codes import ExitCode
from tests.export.pages.test_html_page import Page
from tests.template.doctor.test_mend import picture, without_footers
from tests.template.edits import LAYOUT
from tests.template.opened import plain_template
from tests.tools import browser
from tests.tools.packages import edited, parts_of, replace

TALK = "title: A talk\nslides:\n  - cover\n  - title: One\n    bullets: [a]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a template that lacks something, and a talk."""
    monkeypatch.chdir(tmp_path)
    edits = [without_footers(LAYOUT), *picture(LAYOUT, "Logo")]
    (tmp_path / "Stadt A.potx").write_bytes(edited(plain_template(), edits))
    (tmp_path / "slides.yaml").write_text(TALK, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("brand", "doctor", *arguments))


@pytest.mark.usefixtures("folder")
def test_faults_come_first_with_the_path_in_powerpoint() -> None:
    result = run("Stadt A.potx", "--outline", "slides.yaml")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0].startswith("Stadt A.potx: 2 faults, ")
    assert lines[2] == "Missing"
    assert lines[3].startswith("fault: The layout “Title and Content” has no placeholder for")
    assert "Slide Master > tick Footers. (--mend does this.)" in " ".join(lines)
    assert lines[-1] == "slides.yaml was tried on it: 2 slides."


@pytest.mark.usefixtures("folder")
def test_json_says_on_which_slides_a_finding_shows() -> None:
    result = run("Stadt A.potx", "--outline", "slides.yaml", "--format", "json")
    found = json.loads(result.stdout)
    footer = next(one for one in found["findings"] if one["code"] == "missing-footer")
    assert footer == footer | {"group": "missing", "weight": "fault", "mendable": True}
    assert (footer["part"], footer["slides"]) == (f"/{LAYOUT}", [2])
    assert found["slides"][1] == {"number": 2, "title": "One", "layout": "Title and Content"}
    assert (found["talk"], found["mended"]) == ("slides.yaml", None)


def test_json_holds_no_sign_that_a_terminal_obeys(folder: Path) -> None:
    edits = picture(LAYOUT, "Logo\u202e")
    (folder / "Stadt A.potx").write_bytes(edited(plain_template(), edits))
    result = run("Stadt A.potx", "--format", "json")
    assert "Logo\\u202e" in result.stdout
    assert "\u202e" not in result.stdout


@pytest.mark.slow
def test_a_mended_copy_is_written_told_and_never_over_another_file(folder: Path) -> None:
    before = (folder / "Stadt A.potx").read_bytes()
    result = run("Stadt A.potx", "--mend", "-o", "better.potx", "--outline", "slides.yaml")
    assert result.exit_code == ExitCode.OK
    told = result.stdout.partition("better.potx is a copy in which this is done:\n")[2]
    assert " ".join(told.split()) == (
        "- The layout “Title and Content” has a placeholder for the date, the footer and the slide "
        "number, as its master. - On the layout “Title and Content”, the picture “Logo” is "
        "described as “Logo”."
    )
    copy = (folder / "better.potx").read_bytes()
    assert (folder / "Stadt A.potx").read_bytes() == before
    assert 'descr="Logo"' in parts_of(copy)[LAYOUT].decode()
    again = run("better.potx", "--format", "json", "--outline", "slides.yaml")
    assert not any(one["mendable"] for one in json.loads(again.stdout)["findings"])
    refused = run("Stadt A.potx", "--mend", "-o", "better.potx")
    assert refused.exit_code == ExitCode.USAGE
    assert "better.potx is there already" in refused.stderr
    assert (folder / "better.potx").read_bytes() == copy


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mend"], "The mended copy needs a name."),
        (["-o", "better.potx"], "Without --mend, nothing is written."),
        (["--mend", "-o", "better.key"], "better.key is no name for a template."),
        (["--mend", "-o", "b.potx", "--lang", "deutsch!"], "“deutsch!” is no language."),
        (["--report", "doctor.pdf"], "doctor.pdf"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_done_is_refused_before_the_work(arguments: list[str], said: str) -> None:
    result = run("Stadt A.potx", *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_talk_with_errors_is_told_at_its_line() -> None:
    Path("slides.yaml").write_text("title: A talk\nslides:\n  - bulets: [a]\n", encoding="utf-8")
    result = run("Stadt A.potx", "--outline", "slides.yaml")
    assert result.exit_code == ExitCode.OUTLINE
    assert "slides.yaml:3" in result.stderr


def test_a_template_without_a_place_for_text_is_examined_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    template = Presentation()
    for layout in template.slide_layouts:
        for holder in list(layout.placeholders):
            layout.shapes._spTree.remove(holder._element)
    for holder in template.slide_master.placeholders:
        holder.width = holder.height = 0
    template.save("bare.pptx")
    result = run("bare.pptx")
    assert result.exit_code == ExitCode.OK
    assert "fault: No layout of bare.pptx has a placeholder for text" in result.stdout
    assert "No talk was tried on it" in result.stdout


@pytest.mark.slow
def test_a_brand_file_is_examined_by_the_template_that_it_names(folder: Path) -> None:
    (folder / "brand.yaml").write_text("template: Stadt A.potx\n", encoding="utf-8")
    result = run("brand.yaml", "--outline", "slides.yaml", "--mend", "-o", "better.pptx")
    assert result.stdout.startswith("Stadt A.potx: ")
    assert len(Presentation("better.pptx").slide_layouts) == 11


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_without_a_renderer_the_page_has_the_slides_by_their_titles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(__import__("sys").modules, "betteroffice_pptx", None)
    result = run("Stadt A.potx", "--outline", "slides.yaml", "--report", "doctor.html")
    assert result.exit_code == ExitCode.OK, result.output
    page = Page(Path("doctor.html").read_bytes())
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert "There are no pictures" in Path("doctor.html").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(360, 740, "dark"), (1280, 800, "light"), (2560, 1440, "dark")]
)
def test_the_page_stands_in_nobodys_way(
    folder: Path, width: int, height: int, scheme: browser.Scheme
) -> None:
    edits = [replace(LAYOUT, 'name="Title and Content"', 'name="&lt;b&gt;1_x"')]
    data = edited((folder / "Stadt A.potx").read_bytes(), edits)
    (folder / "<script>.potx").write_bytes(data)
    result = run(
        *("<script>.potx", "--outline", "slides.yaml", "--renderer", "light"),
        *("--report", "doctor.html"),
    )
    assert result.exit_code == ExitCode.OK, result.output
    page = Page((folder / "doctor.html").read_bytes())
    assert len([tag for tag, _ in page.elements if tag == "img"]) == 2
    assert browser.barriers_of_file(folder / "doctor.html", width, height, scheme) == []
