"""The process: however it ends, there is no traceback, and nothing half written."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a pipe that nobody reads is another error there")
def test_nobody_reads_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "slides.yaml").write_text("title: A\nslides:\n  - cover\n", encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-u", "-m", "deckgen", "build"],
        cwd=tmp_path,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (ran.returncode, b"mistake of ours" in ran.stderr) == (1, False)
    assert (tmp_path / "build" / "a.pptx").exists()


STOPPED = """
import os, signal
import deckgen.pipeline.compile as line
from deckgen.__main__ import main
line.deck_bytes = lambda *_: os.kill(os.getpid(), signal.SIGINT)
main()
"""
"""Ctrl-C in the moment in which the deck would be written."""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "slides.yaml").write_text("title: A\nslides: [cover]\n", encoding="utf-8")
    command = [sys.executable, "-c", STOPPED, "build"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    said = b"\ndeckgen: Stopped before the end.\n  What is written is complete.\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (3, b"", said)
    assert not (tmp_path / "build").exists()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a folder that is in use cannot be removed there")
@pytest.mark.parametrize("command", ["build", "check", "new talk", "export notes", "text a.pptx"])
def test_the_current_folder_does_not_exist_any_more(tmp_path: Path, command: str) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = subprocess.run(
        ["sh", "-c", f"rmdir ../gone; {sys.executable} -m deckgen {command}"],
        cwd=gone,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("deckgen: The folder that you are in does not exist any more.")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"_DECKGEN_COMPLETE": "bash_complete"}, "deckgen "),
        (
            {"_DECKGEN_COMPLETE": "zsh_complete", "COMP_WORDS": "deckgen", "COMP_CWORD": "x"},
            "deckgen ",
        ),
        (
            {"_DECKGEN_COMPLETE": "bash_complete", "COMP_WORDS": "deckgen bu", "COMP_CWORD": "1"},
            "plain,build",
        ),
        (
            {"_DECKGEN_COMPLETE": "fish_complete", "COMP_WORDS": "deckgen bu", "COMP_CWORD": "bu"},
            "plain,build",
        ),
    ],
)
def test_a_variable_left_over_from_a_shell_is_forgotten(
    variables: dict[str, str], said: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "deckgen", "--version"],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout.startswith(said)) == (0, True)
