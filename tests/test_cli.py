"""The command line from outside: what it writes, what it says, and the exit code."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from deckgen import __version__
from deckgen.outline.kinds import kinds
from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run
from tests.sampled import sampled

GOOD = "title: A talk\nlang: en-GB\nslides:\n  - title: One\n    bullets: [a, b]\n"
BAD = GOOD.replace("bullets", "bulets")


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a good outline into a folder, and stand there."""
    monkeypatch.chdir(tmp_path)
    outline = tmp_path / "slides.yaml"
    outline.write_text(GOOD, encoding="utf-8")
    return outline


def test_build_takes_slides_yaml_and_names_the_deck_by_its_title(talk: Path) -> None:
    result = run("build")
    assert result.exit_code == ExitCode.OK
    assert zipfile.is_zipfile(talk.parent / "build" / "a-talk.pptx")
    assert result.output == f"{Path('build/a-talk.pptx')}: 1 slide, brand “Plain”\n"


@pytest.mark.slow
def test_a_picture_that_says_nothing_is_built_and_does_not_pass_the_check(talk: Path) -> None:
    silent = "title: A talk\nlang: en-GB\nslides:\n  - title: One\n    image: plan.svg\n"
    talk.write_text(silent, encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0H4V3"/></svg>'
    (talk.parent / "plan.svg").write_text(drawing, encoding="utf-8")
    assert "slides.yaml:5:12: warning missing-alt" in run("build").output
    checked = run("check")
    assert checked.exit_code == ExitCode.OUTLINE
    assert "slides.yaml:5:12: error missing-alt" in checked.output
    told = silent.replace("plan.svg", "{file: plan.svg, alt: A plan}")
    talk.write_text(told, encoding="utf-8")
    assert run("check").exit_code == ExitCode.OK


def test_build_to_a_named_file_quietly(talk: Path) -> None:
    result = run("build", "slides.yaml", "-o", "out/mine.pptx", "-q")
    assert (result.exit_code, result.output) == (ExitCode.OK, "")
    assert zipfile.is_zipfile(talk.parent / "out" / "mine.pptx")


def test_build_dates_the_deck_by_source_date_epoch_only_if_it_has_no_date(
    talk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("build", "-o", "a.pptx")
    talk.write_text(GOOD.replace("lang", "event: {date: 2026-11-22}\nlang"), encoding="utf-8")
    run("build", "-o", "b.pptx")
    assert b"1970-01-02T00:00:00Z" in zipfile.ZipFile("a.pptx").read("docProps/core.xml")
    assert b"2026-11-22T00:00:00Z" in zipfile.ZipFile("b.pptx").read("docProps/core.xml")


def test_an_outline_with_errors_leaves_the_old_deck_as_it_was(talk: Path) -> None:
    run("build", "-o", "deck.pptx")
    before = Path("deck.pptx").read_bytes()
    talk.write_text(BAD, encoding="utf-8")
    result = run("build", "-o", "deck.pptx")
    assert result.exit_code == ExitCode.OUTLINE
    assert "slides.yaml:5:5" in result.stderr
    assert "did you mean" in result.stderr.lower()
    assert Path("deck.pptx").read_bytes() == before
    assert sorted(path.name for path in talk.parent.iterdir()) == ["deck.pptx", "slides.yaml"]


def test_a_mistake_is_shown_with_its_line_and_a_caret(talk: Path) -> None:
    talk.write_text(BAD, encoding="utf-8")
    lines = run("check").output.splitlines()
    at = next(number for number, line in enumerate(lines) if "bulets: [a, b]" in line)
    assert lines[at + 1].split("|")[-1].strip() == "^" * len("bulets")
    assert lines[at].index("bulets") == lines[at + 1].index("^")


@pytest.mark.usefixtures("talk")
def test_explain_says_how_each_slide_was_fitted() -> None:
    assert run("build", "-q", "--explain").output.splitlines() == [
        "one: bullets, on “Title and bullets”",
        "  title: 32 pt, 1 line, 44 pt left",
        "  body: 44 pt, 2 lines, 216 pt left",
    ]


def test_check_writes_nothing_and_says_that_all_is_well(talk: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (ExitCode.OK, "slides.yaml: all is well\n")
    assert list(talk.parent.iterdir()) == [talk]


def test_check_for_programs_is_json_and_nothing_else(talk: Path) -> None:
    assert json.loads(run("check", "--format", "json").output) == []
    talk.write_text(BAD, encoding="utf-8")
    result = run("check", "--format", "json")
    assert result.exit_code == ExitCode.OUTLINE
    found = json.loads(result.output)
    assert {"file": "slides.yaml", "line": 5, "column": 5}.items() <= found[0].items()


def test_check_for_github_annotates_the_line(talk: Path) -> None:
    talk.write_text(BAD, encoding="utf-8")
    assert run("check", "--format", "github").output.startswith(
        "::error file=slides.yaml,line=5,col=5"
    )


def test_everything_wrong_is_said_in_one_run(talk: Path) -> None:
    talk.write_text(
        "titel: A talk\n"
        "slides:\n"
        "  - quote: ${missing}\n"
        "  - title: One\n"
        "    bulets: [a]\n"
        "  - title: Two\n"
        "    bullets: ['see [there](#nowhere)']\n"
        "  - title: Three\n"
        "    text: x\n"
        "    hidden: perhaps\n",
        encoding="utf-8",
    )
    found = json.loads(run("check", "--format", "json").output)
    assert [(each["line"], each["code"]) for each in found] == [
        (1, "unknown-key"),
        (3, "undefined-variable"),
        (5, "unknown-key"),
        (7, "unknown-slide"),
        (10, "wrong-type"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    sampled(
        [
            (b"", "empty-file"),
            (b"\xff\xfet\x00", "not-utf8"),
            ("title: Müller\n".encode("latin-1"), "not-utf8"),
            (
                b"a: &a [x,x,x,x,x,x,x,x,x]\n"
                + b"".join(
                    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % ((n, n, *[n - 1] * 9))
                    for n in range(ord("b"), ord("i"))
                ),
                "alias-bomb",
            ),
            (b"[" * 10_000, "too-deep"),
            (b"".join(b" " * n + b"a:\n" for n in range(2_000)), "too-deep"),
        ],
        every=2,
    ),
    ids=["empty", "utf-16", "latin-1", "aliases", "brackets", "indents"],
)
def test_hostile_files_are_refused_with_a_diagnostic(talk: Path, data: bytes, code: str) -> None:
    talk.write_bytes(data)
    result = run("check", "--format", "json")
    assert result.exit_code == ExitCode.OUTLINE
    assert code in {found["code"] for found in json.loads(result.output)}


@pytest.mark.parametrize(
    ("name", "code"),
    sampled(
        [("slide.yaml", "missing-file"), ("folder", "is-a-directory"), ("large.yaml", "too-large")],
        every=2,
    ),
)
def test_files_that_are_no_outline(talk: Path, name: str, code: str) -> None:
    (talk.parent / "folder").mkdir()
    with (talk.parent / "large.yaml").open("wb") as large:
        large.truncate(60 * 1024 * 1024)
    result = run("check", name, "--format", "json")
    assert result.exit_code == ExitCode.OUTLINE
    assert [found["code"] for found in json.loads(result.output)] == [code]


def test_an_output_that_cannot_be_written_is_exit_3(talk: Path) -> None:
    result = run("build", "-o", "slides.yaml/deck.pptx")
    assert result.exit_code == ExitCode.OUTSIDE
    assert result.stderr.startswith("deckgen: ")
    assert talk.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("epoch", ["yesterday", "99999999999999999", "-1e9"])
def test_a_moment_that_is_none_is_exit_2(
    talk: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("build").exit_code == ExitCode.USAGE
    assert list(talk.parent.iterdir()) == [talk]


def test_the_outline_is_never_written_over(talk: Path) -> None:
    result = run("build", "-o", "slides.yaml")
    assert result.exit_code == ExitCode.USAGE
    assert talk.read_text(encoding="utf-8") == GOOD


def test_the_brand_stays_within_the_folder_of_the_outline(talk: Path) -> None:
    folder = talk.parent / "talk"
    folder.mkdir()
    outline = folder / "slides.yaml"
    outline.write_text(GOOD.replace("lang", "brand: ../brand.yaml\nlang"), encoding="utf-8")
    (talk.parent / "brand.yaml").write_text("name: x\n", encoding="utf-8")
    found = json.loads(run("check", "talk/slides.yaml", "--format", "json").output)
    assert [(one["code"], one["file"], one["line"]) for one in found] == [
        ("outside-folder", "talk/slides.yaml", 2)
    ]


def test_a_broken_brand_is_shown_at_its_own_line(talk: Path) -> None:
    folder = talk.parent / "looks"
    folder.mkdir()
    (folder / "brand.yaml").write_text(
        "name: Town\n"
        "colors: {ink: '000000', paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: FFEE00}\n"
        "fonts: {heading: Calibri, body: Calibri}\n"
        "logo: logo.svg\n",
        encoding="utf-8",
    )
    talk.write_text(GOOD.replace("lang", "brand: looks/brand.yaml\nlang"), encoding="utf-8")
    found = json.loads(run("check", "--format", "json").output)
    assert {(one["code"], one["file"], one["line"]) for one in found} == {
        ("low-contrast", "looks/brand.yaml", 2),
        ("missing-file", "looks/brand.yaml", 4),
    }


def test_kinds_lists_all_and_shows_one() -> None:
    listed, _ = run("kinds").output.split("\n\n")
    assert re.findall(r"(?m)^\w+", listed) == [kind.name for kind in kinds()]
    shown = run("kinds", "quote").output
    assert "- quote:" in shown
    assert "`by`" in shown


def test_schema_is_json() -> None:
    assert json.loads(run("schema").output)["title"]


@pytest.mark.usefixtures("talk")
def test_schema_for_an_outline_offers_the_layouts_of_its_brand() -> None:
    made = json.loads(run("schema", "--for", "slides.yaml").output)
    assert "Title only" in made["$defs"]["layout-name"]["anyOf"][0]["enum"]
    broken = Path("slides.yaml")
    broken.write_text("title: A\nbrand: nowhere.potx\nslides: [cover]\n", encoding="utf-8")
    failed = run("schema", "--for", "slides.yaml")
    assert failed.exit_code == 1
    assert "nowhere.potx" in failed.output


def test_text_shows_a_deck(talk: Path) -> None:
    run("build", "-o", "deck.pptx")
    result = run("text", "deck.pptx")
    assert result.exit_code == ExitCode.OK
    assert "title: A talk" in result.output
    assert run("text", talk.name).exit_code == ExitCode.OUTLINE
    assert run("text", "gone.pptx").exit_code == ExitCode.OUTLINE


@pytest.mark.slow
def test_a_mistake_of_ours_says_what_to_report_and_is_no_traceback(talk: Path) -> None:
    sabotage = (
        "import deckgen.pipeline.compile as line; line.deck_bytes = None; "
        "import sys; sys.argv = ['deckgen', 'build']; from deckgen.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", sabotage],
        cwd=talk.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == ExitCode.BUG
    assert "Traceback" not in done.stderr
    assert f"deckgen {__version__}" in done.stderr
    assert "TypeError" in done.stderr
    assert "one_deck.py:" in done.stderr
    assert not (talk.parent / "build").exists()


@pytest.mark.slow
def test_words_come_through_a_pipe_as_utf_8(talk: Path) -> None:
    talk.write_text(GOOD.replace("One", "Größe – „groß“"), encoding="utf-8")
    run("build", "-o", "deck.pptx")
    done = subprocess.run(
        [sys.executable, "-m", "deckgen", "text", "deck.pptx"],
        cwd=talk.parent,
        capture_output=True,
        timeout=60,
        check=True,
        env={"PYTHONIOENCODING": "cp1252", "PATH": ""},
    )
    assert "Größe – „groß“".encode() in done.stdout
