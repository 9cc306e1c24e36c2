"""`deckgen new`: a whole folder or none, and never in the place of anything."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.brand.styles import style_names
from deckgen.project.starter import starter_files
from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run
from tests.sampled import sampled
from tests.tools.small_disk import run_with

COMMAND = [sys.executable, "-m", "deckgen", "new"]


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


FILES = [
    *("brand.yaml", "images", "images/market-square.svg", "images/square-from-above.svg"),
    *("logo.svg", "slides.schema.json", "slides.yaml"),
]


def held(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("folder", sampled(["talk", "empty", "a/b/talk", "."], every=2))
def test_it_begins_a_talk(folder: str, beside: Path) -> None:
    (beside / "empty").mkdir()
    if folder == ".":
        (beside / "empty").rmdir()
    assert run("new", folder).exit_code == ExitCode.OK
    assert not list(beside.rglob(".deckgen-*"))
    assert held(beside / folder) == FILES


@pytest.mark.usefixtures("beside")
def test_what_it_begins_builds_at_once() -> None:
    assert run("new", "talk").exit_code == ExitCode.OK
    os.chdir("talk")
    assert run("build").exit_code == ExitCode.OK
    first = Path("slides.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=slides.schema.json"
    assert json.loads(Path("slides.schema.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "de", "fr"])
@pytest.mark.parametrize("style", style_names())
def test_the_talk_that_it_begins_is_well_in_every_style(
    style: str, lang: str, beside: Path
) -> None:
    result = run("new", "talk", "--style", style, "--lang", lang)
    assert result.exit_code == ExitCode.OK
    assert f"in the style {style}." in result.stdout
    assert f"\nstyle: {style} " in (beside / "talk/brand.yaml").read_text(encoding="utf-8")
    assert run("check", "talk/slides.yaml").output == "talk/slides.yaml: all is well\n"


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "de", "fr"])
@pytest.mark.parametrize("style", style_names())
def test_it_is_well_on_pages_of_4_by_3_too(style: str, lang: str, beside: Path) -> None:
    assert run("new", "talk", "--style", style, "--lang", lang).exit_code == ExitCode.OK
    outline = beside / "talk/slides.yaml"
    text = outline.read_text(encoding="utf-8")
    outline.write_text(text.replace("\nlang:", '\nsize: "4:3"\nlang:', 1), encoding="utf-8")
    assert run("check", "talk/slides.yaml").output == "talk/slides.yaml: all is well\n"


@pytest.mark.parametrize(
    ("variables", "lang", "told"),
    [
        ({"LC_ALL": "de_AT.UTF-8"}, "de-DE", "It is in German, as this computer is set;"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "de_DE"}, "fr-FR", "It is in French,"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "German_Germany.1252"}, "de-DE", "in German"),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, "en-GB", ""),
        ({"LC_ALL": "pl_PL.UTF-8"}, "en-GB", ""),
    ],
)
def test_it_speaks_as_the_computer_and_says_so(
    variables: dict[str, str], lang: str, told: str, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    said = run("new", "talk").stdout
    assert told in said
    assert ("--lang en" in said) == bool(told)
    assert f"\nlang: {lang} " in (beside / "talk/slides.yaml").read_text(encoding="utf-8")
    assert "--lang en" not in run("new", "asked", "--lang", "fr").stdout
    assert "\nlang: fr-FR " in (beside / "asked/slides.yaml").read_text(encoding="utf-8")


def keys(node: Any) -> Any:
    """Return the shape of an outline: its keys in order, but for years and names of bullets."""
    if isinstance(node, list):
        return [keys(each) for each in node]
    if not isinstance(node, dict):
        return None
    return [
        (key if isinstance(key, str) and key.islower() else "…", keys(value))
        for key, value in node.items()
    ]


def test_the_talk_has_the_same_slides_in_every_language() -> None:
    talks = [starter_files("civic", lang) for lang in ("en", "de", "fr")]
    for name in ("slides.yaml", "brand.yaml"):
        shapes = [keys(yaml.safe_load(files[name])) for files in talks]
        assert shapes[0] == shapes[1] == shapes[2], name
    assert len({files["slides.yaml"] for files in talks}) == 3
    assert all(b"\nstyle: civic " in files["brand.yaml"] for files in talks)


def test_without_a_terminal_nobody_is_asked_for_a_style(beside: Path) -> None:
    assert "The style" not in run("new", "talk").output
    assert "\nstyle: panel " in (beside / "talk/brand.yaml").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a program can hold")
def test_on_a_terminal_it_asks_for_a_style(beside: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, b"minimall\nminimal\n")
    ran = subprocess.run(
        [*COMMAND, "talk"], cwd=beside, stdin=theirs, capture_output=True, timeout=60, check=True
    )
    os.close(ours)
    os.close(theirs)
    assert "Did you mean minimal?" in ran.stdout.decode()
    assert "\nstyle: minimal " in (beside / "talk/brand.yaml").read_text(encoding="utf-8")


def test_what_is_there_is_left_alone(beside: Path) -> None:
    (beside / "talk").mkdir()
    (beside / "talk/slides.yaml").write_text("mine", encoding="utf-8")
    (beside / "file").write_text("mine", encoding="utf-8")
    for name in ("talk", "file"):
        assert run("new", name).exit_code == ExitCode.USAGE
    assert held(beside) == ["file", "talk", "talk/slides.yaml"]
    assert (beside / "talk/slides.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "there", sampled([False, True], every=2), ids=["a new folder", "an empty folder"]
)
@pytest.mark.parametrize("failing", ["rename", "replace"])
def test_when_it_cannot_be_written_nothing_is_left(
    failing: str, beside: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    if there:
        (beside / "talk").mkdir()
    before, count, act = held(beside), 0, getattr(os, failing)

    def failing_at_the_second(source: str, target: str) -> None:
        nonlocal count
        count += 1
        if count == 2 or not there:
            raise OSError(errno.ENOSPC, "No space left on device")
        act(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, failing, failing_at_the_second)
        result = run("new", "talk")
    assert result.exit_code == ExitCode.OUTSIDE
    assert held(beside) == before
    assert run("new", "talk").exit_code == ExitCode.OK


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + "/talk"])
def test_a_name_that_is_too_long_leaves_nothing(name: str, beside: Path) -> None:
    result = run("new", name)
    assert result.exit_code == ExitCode.OUTSIDE
    assert result.output.endswith("its name is too long.\n  Choose a shorter name.\n")
    assert held(beside) == []


@pytest.mark.slow
def test_on_a_full_disk_nothing_is_left_and_it_can_be_tried_again(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    script = (
        "import os, subprocess, sys\n"
        f"ran = subprocess.run({[*COMMAND, str(disk / 'talk')]!r})\n"
        f"print(ran.returncode, os.listdir({str(disk)!r}))\n"
    )
    ran = run_with(disk, 8, [sys.executable, "-c", script], dict(os.environ))
    assert ran.stdout == "3 []\n"
    assert "the disk is full" in ran.stderr
