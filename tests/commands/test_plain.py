"""The plainest command line means without click what it means with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from deckgen.commands.build import build
from deckgen.commands.plain import PlainBuild, plain_build

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = [
    [],
    ["talk.yaml"],
    ["-q"],
    ["--quiet", "talk.yaml"],
    ["talk.yaml", "-o", "talk.pptx"],
    ["-o", "build/Mein Vortrag.PPTX", "-q", "talk.yaml"],
    ["--output", "talk.pptx"],
    ["-q", "-q"],
]
LEFT_TO_CLICK = [
    [],
    ["check"],
    ["build", "--help"],
    ["build", "-qo", "talk.pptx"],
    ["build", "-otalk.pptx"],
    ["build", "--output=talk.pptx"],
    ["build", "-o", "talk"],
    ["build", "-o"],
    ["build", "-o", "-q"],
    ["build", "-o", "a.pptx", "-o", "b.pptx"],
    ["build", "a.yaml", "b.yaml"],
    ["build", ""],
    ["build", "*.yaml"],
    ["build", "~/talk.yaml"],
    ["build", "%TEMP%/talk.yaml"],
    ["build", "--", "-odd.yaml"],
    ["build", "--town", "gera"],
    ["build", "--explain"],
    ["-q", "build"],
]


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_it_is_read_as_click_reads_it(words: list[str]) -> None:
    read = build.make_context("build", list(words)).params
    assert plain_build(["build", *words]) == (read["outline"], read["output"], read["quiet"])
    others = {name: value for name, value in read.items() if name not in PlainBuild._fields}
    assert not any(others.values())


@pytest.mark.parametrize("words", LEFT_TO_CLICK, ids=" ".join)
def test_whatever_else_is_said_is_left_to_click(words: list[str]) -> None:
    assert plain_build(words) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_DECKGEN_COMPLETE", "bash_complete")
    assert plain_build(["build"]) is None


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


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    slides = "".join(f"  - section: Part {number}\n" for number in range(40_000))
    (tmp_path / "slides.yaml").write_text(f"title: A\nslides:\n{slides}", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build"], cwd=tmp_path, stderr=subprocess.PIPE
    ) as running:
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (1, b"Aborted!\n")
    assert not (tmp_path / "build").exists()
