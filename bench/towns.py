"""One talk for every town: `deckgen build --each`, next to a loop with python-pptx."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from bench.inputs import as_json, talk
from bench.measure import measure
from bench.tools import deckgen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GERMANY = 10_750
"""As many rows as Germany has municipalities."""
EUROPE = 120_000
"""Eurostat lists some 100,000 local units in the European Union; the rest has fewer by far."""
SAMPLE = 100
"""Decks of the loop with python-pptx, whose time grows with their number alone."""
LEAST_RATE, MOST_MEMORY, LINEAR = 150, 200e6, 1.1

_BEFORE = ("", "Bad ", "Groß ", "Klein ", "Neu ", "Ober", "Unter", "Hohen", "Alt ", "St. ")
_STEMS = (
    "Alten", "Birken", "Brücken", "Buchen", "Eichen", "Erlen", "Falken", "Fried", "Gräfen",
    "Hain", "Hirsch", "Kirch", "König", "Linden", "Mühl", "Nieder", "Ried", "Rosen", "Sachsen",
    "Schön", "Stein", "Sulz", "Tannen", "Wald", "Weißen", "Wiesen",
)  # fmt: skip
_ENDS = (
    "au", "bach", "beck", "berg", "brück", "brunn", "burg", "dorf", "feld", "fels", "furt", "hain",
    "hausen", "heim", "hof", "horst", "leben", "lohe", "rode", "roda", "see", "stadt", "stedt",
    "stein", "tal", "thal", "wald", "weiler", "werda", "winkel", "zelle", "höhe", "born", "büttel",
    "koog", "moor", "mühle", "scheid", "siel", "ungen", "walde", "wang",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Built:
    """A run that built `decks`: seconds of wall and processor time, peak memory of one process."""

    decks: int
    seconds: float
    cpu: float
    peak: int
    size: float
    """Bytes of a deck."""

    @property
    def rate(self) -> float:
        """Decks a second."""
        return self.decks / self.seconds


def names() -> Iterator[str]:
    """Yield names like those of municipalities, no two alike; there are 10,920."""
    for before, stem, end in product(_BEFORE, _STEMS, _ENDS):
        joined = before.endswith((" ", "")) and not before.isalpha()
        yield f"{before}{stem if joined or not before else stem.lower()}{end}"


def table(count: int) -> str:
    """Return a table of towns as Excel writes it."""
    return "".join(f"{line}\n" for line in ("town", *islice(names(), count)))


def race(outline: Path, count: int, folder: Path) -> tuple[Built, ...]:
    """Build a tenth of the towns, then all of them; then a sample with python-pptx."""
    return (
        _with_deckgen(outline, count // 10, folder),
        _with_deckgen(outline, count, folder),
        _with_python_pptx(outline, min(SAMPLE, count), folder),
    )


def section(small: Built, large: Built, peer: Built) -> str:
    """Return what the race of the towns found, as Markdown."""
    rows = [
        ("", "decks", "seconds", "decks a second", "processor time a deck, ms", "peak memory, MB"),
        *(_row("deckgen", built) for built in (small, large)),
        _row("python-pptx, a loop", peer),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ("-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:]))
    lines = [
        " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])])
        for row in (rows[0], rule, *rows[1:])
    ]
    growth = large.seconds / small.seconds / (large.decks / small.decks)
    parts = [
        "One talk for every town, `deckgen build --each`:",
        "\n".join(f"| {line} |" for line in lines),
        "\n".join(
            [
                _verdict(
                    large.rate >= LEAST_RATE,
                    f"{LEAST_RATE} decks a second ({large.rate:.0f})",
                ),
                _verdict(
                    large.peak <= MOST_MEMORY,
                    f"at most {MOST_MEMORY / 1e6:.0f} MB a process ({large.peak / 1e6:.0f})",
                ),
                _verdict(
                    growth <= LINEAR,
                    f"linear: ten times the towns take at most {10 * LINEAR:.0f} times as long "
                    f"({growth * 10:.1f})",
                ),
            ]
        ),
        _arithmetic(large, peer),
    ]
    return "\n\n".join(parts) + "\n"


def _arithmetic(large: Built, peer: Built) -> str:
    cores = os.cpu_count() or 1
    alone = large.decks / peer.rate / 60
    each = large.cpu / large.decks
    return (
        f"- python-pptx built a sample of {peer.decks} in one process. All {large.decks:,} would "
        f"take it {alone:.0f} minutes, or {alone / cores:.0f} split over {cores} cores; without a "
        "brand, and without looking whether the text fits.\n"
        f"- Every town in Europe: {EUROPE:,} decks ÷ {large.rate:.0f} a second = "
        f"{EUROPE / large.rate / 60:.0f} minutes; {EUROPE:,} × {large.size / 1e3:.0f} kB = "
        f"{EUROPE * large.size / 1e9:.1f} GB. One machine is enough.\n"
        f"- By processor time alone, on a machine that does nothing else: {cores} cores ÷ "
        f"{each * 1e3:.1f} ms = {cores / each:.0f} decks a second."
    )


def _verdict(reached: bool, what: str) -> str:  # noqa: FBT001 - a verdict is what it takes
    return f"- {'reached' if reached else 'MISSED'}: {what}"


def _row(name: str, built: Built) -> tuple[str, ...]:
    return (
        name,
        f"{built.decks:,}",
        f"{built.seconds:.1f}",
        f"{built.rate:.0f}",
        f"{built.cpu / built.decks * 1e3:.1f}",
        f"{built.peak / 1e6:.0f}",
    )


def _with_deckgen(outline: Path, count: int, folder: Path) -> Built:
    towns, out = folder / "towns.csv", folder / "towns"
    towns.write_text(table(count), encoding="utf-8")
    command = [*deckgen().command(outline, out / "{town}.pptx"), "--each", str(towns)]
    return _built(command, count, out, folder)


def _with_python_pptx(outline: Path, count: int, folder: Path) -> Built:
    slides, towns, out = folder / "slides.json", folder / "towns.txt", folder / "loop"
    slides.write_text(as_json(talk(outline)), encoding="utf-8")
    towns.write_text("\n".join(islice(names(), count)), encoding="utf-8")
    out.mkdir()
    script = "bench.peers.towns_with_python_pptx"
    return _built(
        [sys.executable, "-m", script, str(slides), str(towns), str(out)], count, out, folder
    )


def _built(command: list[str], count: int, out: Path, folder: Path) -> Built:
    """Run a command that fills the folder `out`, count its decks, and empty it again."""
    sys.stderr.write(f"\r\033[K{count:,} towns: {command[0]}")
    run = measure(command, folder / "log.txt")
    sizes = [path.stat().st_size for path in out.glob("*.pptx")]
    shutil.rmtree(out)
    sys.stderr.write("\r\033[K")
    if len(sizes) != count:
        raise AssertionError(f"{len(sizes)} decks instead of {count}")
    return Built(count, run.seconds, run.cpu, run.peak, sum(sizes) / count)
