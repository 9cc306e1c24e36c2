"""The race: every deck by every tool, taking turns, as machines drift."""

from __future__ import annotations

import statistics
import sys
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.inputs import write_pictures
from bench.measure import FailedError, measure

if TYPE_CHECKING:
    from pathlib import Path

    from bench.inputs import Page
    from bench.tools import Tool


@dataclass(frozen=True, slots=True)
class Case:
    """A deck to build. `outline`: the file that deckgen reads, unless it is made from the pages."""

    name: str
    pages: tuple[Page, ...]
    runs: int
    outline: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of one tool on one deck: seconds of wall time; peak memory and deck in bytes."""

    seconds: float
    peak: float
    size: float
    runs: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a tool has no result on a deck."""

    reason: str


Outcome = Result | Failure


def race(case: Case, tools: tuple[Tool, ...], folder: Path) -> dict[str, Outcome]:
    """Build one deck with every tool, `case.runs` times in turns after one round to warm up.

    Tools slow enough for the warm-up to be lost in the noise (more than 5 s) skip it. A tool that
    fails, or writes a deck with another number of slides, is out.
    """
    write_pictures(case.pages, folder)
    sources = {tool.name: _source(case, tool, folder) for tool in tools}
    runs: dict[str, list[tuple[float, int, int]]] = {tool.name: [] for tool in tools}
    failures: dict[str, Failure] = {}
    for turn in range(case.runs + 1):
        for tool in tools:
            done = runs[tool.name]
            if tool.name in failures or len(done) >= _runs(case, tool):
                continue
            sys.stderr.write(f"\r\033[K{case.name}: {tool.name}, run {turn} of {case.runs}")
            sys.stderr.flush()
            try:
                run = _build(case, tool, sources[tool.name], folder)
            except FailedError as failure:
                failures[tool.name] = Failure(str(failure))
                continue
            if turn > 0 or run[0] > 5:
                done.append(run)
    sys.stderr.write("\r\033[K")
    return {name: failures.get(name) or _medians(done) for name, done in runs.items()}


def _runs(case: Case, tool: Tool) -> int:
    """Return how often a tool builds a deck: minutes once, seconds several times."""
    return 1 if tool.slow and len(case.pages) >= 5_000 else case.runs


def _source(case: Case, tool: Tool, folder: Path) -> Path:
    if case.outline is not None and tool.name == "deckgen":
        return case.outline
    source = folder / f"{_slug(case)}-{tool.name}.{tool.suffix}"
    source.write_text(tool.write(case.pages), encoding="utf-8")
    return source


def _build(case: Case, tool: Tool, source: Path, folder: Path) -> tuple[float, int, int]:
    target = folder / f"{_slug(case)}-{tool.name}.pptx"
    target.unlink(missing_ok=True)
    run = measure(tool.command(source, target), folder / "log.txt")
    _count_slides(target, len(case.pages))
    return run.seconds, run.peak, target.stat().st_size


def _count_slides(deck: Path, expected: int) -> None:
    """Look into the deck: a tool that writes less than it was given has not won."""
    try:
        with zipfile.ZipFile(deck) as package:
            names = package.namelist()
    except (OSError, zipfile.BadZipFile) as error:
        raise FailedError(f"wrote no deck ({error})") from error
    written = sum(n.startswith("ppt/slides/") and n.endswith(".xml") for n in names)
    if written != expected:
        raise FailedError(f"wrote {written} slides instead of {expected}")


def _medians(runs: list[tuple[float, int, int]]) -> Result:
    seconds, peak, size = (statistics.median(column) for column in zip(*runs, strict=True))
    return Result(seconds, peak, size, len(runs))


def _slug(case: Case) -> str:
    return case.name.replace(",", "").replace(" ", "-")
