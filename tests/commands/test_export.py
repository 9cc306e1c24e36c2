"""`deckgen export` from outside: what it writes, what it says, and the exit code."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from deckgen.cli import cli
from deckgen.render.libreoffice.find_libreoffice import VARIABLE
from deckgen.support.exit_codes import ExitCode
from tests.export.test_slide_pictures import names
from tests.tools.small_disk import run_with

pytestmark = pytest.mark.usefixtures("without_libreoffice")

GOOD = """\
title: A talk
lang: en-GB
slides:
  - id: one
    title: One
    bullets: [a, b]
  - id: two
    hidden: yes
    title: Two
    bullets: [c]
  - id: three
    title: Three
    bullets: [d]
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a good outline into a folder, and stand there."""
    monkeypatch.chdir(tmp_path)
    outline = tmp_path / "slides.yaml"
    outline.write_text(GOOD, encoding="utf-8")
    return outline


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("export", *arguments))


def made_by(said: str) -> str:
    return re.sub(r"betteroffice [\d.]+", "THE LIGHT ONE", said)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "folder", "written"),
    [
        ((), "build/a-talk", ["01-one.png", "03-three.png"]),
        (("--hidden",), "build/a-talk", ["01-one.png", "02-two.png", "03-three.png"]),
        (("--slides", "two,3"), "build/a-talk", ["02-two.png", "03-three.png"]),
        (("-o", "pictures"), "pictures", ["01-one.png", "03-three.png"]),
    ],
)
def test_pictures_of_the_talk(
    talk: Path, arguments: tuple[str, ...], folder: str, written: list[str]
) -> None:
    result = run("png", "--width", "320", *arguments)
    assert result.exit_code == ExitCode.OK, result.output
    said = f"{Path(folder)}: {len(written)} pictures, made by THE LIGHT ONE\n"
    assert made_by(result.output) == said
    assert names(talk.parent / folder) == written
    with Image.open(talk.parent / folder / written[0]) as picture:
        assert (picture.format, picture.size) == ("PNG", (320, 180))


@pytest.mark.slow
def test_one_picture_is_said_as_one_and_old_ones_are_counted(talk: Path) -> None:
    run("png", "--width", "64")
    talk.write_text(GOOD[: GOOD.index("  - id: two")], encoding="utf-8")
    result = run("png", "--width", "64")
    assert ": 1 picture, 1 old one removed, made by " in result.output


@pytest.mark.slow
def test_a_sheet_of_the_talk(talk: Path) -> None:
    result = run("png", "--sheet", "--width", "640")
    target = Path("build/a-talk.png")
    assert made_by(result.output) == f"{target}: 2 slides, made by THE LIGHT ONE\n"
    assert Image.open(io.BytesIO((talk.parent / target).read_bytes())).width == 640


@pytest.mark.slow
def test_pictures_of_a_deck_that_exists_lie_beside_it(talk: Path) -> None:
    CliRunner().invoke(cli, ("build", "-o", "old/mine.pptx"))
    talk.unlink()
    result = run("png", "old/mine.pptx", "--width", "64")
    assert made_by(result.output) == f"{Path('old/mine')}: 2 pictures, made by THE LIGHT ONE\n"
    assert names(talk.parent / "old" / "mine") == ["01.png", "03.png"]


@pytest.mark.parametrize("what", ["pdf", "png"])
def test_a_talk_that_hides_all_slides_is_told(talk: Path, what: str) -> None:
    hidden = "title: A talk\nlang: en-GB\nslides:\n  - title: One\n    hidden: yes\n    text: a\n"
    talk.write_text(hidden, encoding="utf-8")
    result = run(what)
    assert result.exit_code == ExitCode.USAGE, result.output
    assert "There is no slide to show: all are hidden.\n  Type --hidden." in result.output


@pytest.mark.parametrize("what", ["pdf", "png"])
def test_a_deck_without_slides_is_told(talk: Path, what: str) -> None:
    pptx.Presentation().save(str(talk.parent / "empty.pptx"))
    result = run(what, "empty.pptx")
    assert (result.exit_code, result.output.splitlines()[0]) == (
        ExitCode.OUTLINE,
        "deckgen: The deck has no slides.",
    )


@pytest.mark.slow
def test_pictures_for_every_town(two_towns: Path) -> None:
    result = run("png", "--all", "--width", "64", "--slides", "1")
    assert result.exit_code == ExitCode.OK, result.output
    assert made_by(result.output) == "".join(
        f"build/{town}: 1 picture, made by THE LIGHT ONE\n" for town in ("gera", "jena")
    )
    assert names(two_towns / "build" / "jena") == ["01-one.png"]


@pytest.mark.slow
def test_a_town_that_is_broken_does_not_stop_the_others(two_towns: Path) -> None:
    (two_towns / "towns" / "gera.yaml").write_text("slids: {}\n", encoding="utf-8")
    result = run("png", "--all", "--width", "64", "-q")
    assert result.exit_code == ExitCode.OUTLINE
    assert "towns/gera.yaml:1:1: error unknown-key" in result.output
    assert "Nothing is made for gera." in result.output
    assert [path.name for path in (two_towns / "build").iterdir()] == ["jena"]


@pytest.mark.parametrize("what", ["pdf", "png"])
def test_an_outline_with_errors_is_told_as_build_tells_it(talk: Path, what: str) -> None:
    talk.write_text(GOOD.replace("bullets", "bulets"), encoding="utf-8")
    result = run(what)
    assert result.exit_code == ExitCode.OUTLINE
    assert result.output == CliRunner().invoke(cli, ("build",)).output
    assert not (talk.parent / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pdf", "-o", "talk.pptx"), "talk.pptx does not end in .pdf.\n  Type -o talk.pdf."),
        (("png", "--sheet", "-o", "a"), "a does not end in .png.\n  Type -o a.png."),
        (("pdf", "mine.pptx", "--town", "gera"), "mine.pptx is a deck as it is: "),
        (("png", "Show.PPSM", "--town", "gera"), "Show.PPSM is a deck as it is: "),
        (("png", "--slides", "thre"), "Did you mean three?"),
        (("pdf", "--slides", "thre"), "Did you mean three?"),
        (("png", "--slides", "9"), "There is no slide 9: the deck has 3."),
        (("pdf", "--town", "gera", "--town", "gera", "-o", "x.pdf"), "no town “gera”"),
    ],
)
def test_wrong_usage_is_told(talk: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE, result.output
    assert said in result.output
    assert [path.name for path in talk.parent.iterdir()] == ["slides.yaml"]


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("none.pptx", None, "There is no file none.pptx."),
        ("odd.pptx", b"words", "is not a PowerPoint file"),
    ],
)
@pytest.mark.parametrize("what", ["pdf", "png"])
def test_a_file_that_is_no_deck_is_told(
    talk: Path, what: str, file: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (talk.parent / file).write_bytes(data)
    result = run(what, file)
    assert result.exit_code == ExitCode.OUTLINE, result.output
    assert said in result.output


@pytest.mark.parametrize("arguments", [("pdf",), ("png", "--renderer", "libreoffice")])
def test_without_libreoffice_it_says_how_to_install_it(
    talk: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "no such program")
    result = run(*arguments)
    assert result.exit_code == ExitCode.OUTSIDE
    assert "LibreOffice is not installed.\n  Install it" in result.output
    assert not (talk.parent / "build").exists()


@pytest.mark.usefixtures("talk")
def test_without_any_renderer_it_says_how_to_install_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "betteroffice_pptx", None)
    monkeypatch.setenv(VARIABLE, "no such program")
    result = run("png")
    assert result.exit_code == ExitCode.OUTSIDE
    assert 'Install it: pip install "deckgen-pptx[show]"\n  Or LibreOffice.' in result.output


@pytest.mark.usefixtures("talk")
def test_what_draws_is_named_once_where_only_a_reader_of_pdf_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "betteroffice_pptx", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setenv(VARIABLE, sys.executable)  # a program that is there
    result = run("png")
    assert result.exit_code == ExitCode.OUTSIDE
    assert result.output.count("deckgen-pptx[show]") == 1


@pytest.mark.slow
def test_where_a_file_stands_in_place_of_the_folder_it_is_told(talk: Path) -> None:
    result = run("png", "-o", "slides.yaml/pictures")
    assert result.exit_code == ExitCode.OUTSIDE
    assert "cannot be written: a part of its path is no folder." in result.output
    assert talk.read_text(encoding="utf-8") == GOOD


LISTED = """
import os, subprocess, sys
code = subprocess.run([sys.executable, "-m", "deckgen", "export", *sys.argv[2:]]).returncode
print(sorted(os.listdir(sys.argv[1])))
sys.exit(code)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("writable", "said"),
    [
        (True, "cannot be written: the disk is full.\n  Make room, and try again."),
        (False, "cannot be written: the disk is read-only.\n  Check the permissions"),
    ],
)
def test_a_disk_that_takes_no_picture_is_told(talk: Path, writable: bool, said: str) -> None:  # noqa: FBT001
    disk = talk.parent / "disk"
    command = (sys.executable, "-c", LISTED, str(disk), "png", "-o", str(disk))
    ran = run_with(disk, 4, command, os.environ, writable=writable)
    assert ran.returncode == ExitCode.OUTSIDE, ran
    assert said in ran.stderr
    assert ran.stdout == "[]\n", "nothing half-written is left"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_a_terminal_shows_how_far_it_is_and_nothing_of_it_stays(two_towns: Path) -> None:
    import pty

    ours, terminal = pty.openpty()
    command = (sys.executable, "-m", "deckgen", "export", "png", "--all", "--width", "64")
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    lines = os.read(ours, 10_000).decode().split("\r\x1b[2K")
    os.close(ours)
    assert (two_towns / "build").exists()
    assert b"\x1b" not in ran.stdout
    assert lines[1:4] == [
        f"1 of 2: build/gera … [{'-' * 30}] 0/2",
        f"1 of 2: build/gera … [{'#' * 15}{'-' * 15}] 1/2",
        f"1 of 2: build/gera … [{'#' * 30}] 2/2",
    ]
    assert lines[-1] == ""
