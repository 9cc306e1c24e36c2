"""What the race found, as Markdown: times, memory, ratios, and whether the targets are reached."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.race import Failure, Result
from bench.share import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.race import Case, Outcome
    from bench.tools import Absent, Tool

TALK, THOUSAND, FIVE_THOUSAND = "the talk", "1,000 slides", "5,000 slides"
NOTES = "1,000 with notes"
PICTURES, MORE_PICTURES = "500 with pictures", "1,000 with pictures"
NOTHING = "—"

Outcomes = dict[str, dict[str, "Outcome"]]
"""Per deck, per tool."""


@dataclass(frozen=True, slots=True)
class Target:
    """A quotient of two results that deckgen is to stay below."""

    name: str
    above: tuple[str, str]
    below: tuple[str, str]
    measure: str
    limit: float


TARGETS = (
    Target("talk ≤ pandoc", (TALK, "deckgen"), (TALK, "pandoc"), "seconds", 1),
    Target(
        "1,000 slides ≤ half of PptxGenJS",
        (THOUSAND, "deckgen"),
        (THOUSAND, "PptxGenJS"),
        "seconds",
        0.5,
    ),
    Target(
        "5,000 slides ≤ half of PptxGenJS",
        (FIVE_THOUSAND, "deckgen"),
        (FIVE_THOUSAND, "PptxGenJS"),
        "seconds",
        0.5,
    ),
    Target(
        "5,000 slides ≤ 5.5 × 1,000 slides",
        (FIVE_THOUSAND, "deckgen"),
        (THOUSAND, "deckgen"),
        "seconds",
        5.5,
    ),
    Target(
        "500 pictures ≤ PptxGenJS",
        (PICTURES, "deckgen"),
        (PICTURES, "PptxGenJS"),
        "seconds",
        1,
    ),
    Target(
        "1,000 pictures ≤ 2.2 × 500 pictures",
        (MORE_PICTURES, "deckgen"),
        (PICTURES, "deckgen"),
        "seconds",
        2.2,
    ),
    Target(
        "memory at 5,000 slides ≤ a third of PptxGenJS",
        (FIVE_THOUSAND, "deckgen"),
        (FIVE_THOUSAND, "PptxGenJS"),
        "peak",
        1 / 3,
    ),
)


def page(
    cases: tuple[Case, ...],
    tools: tuple[Tool, ...],
    absent: tuple[Absent, ...],
    outcomes: Outcomes,
    share: float | None,
) -> str:
    """Return everything that the race found; `share` is that of fitting, if it was measured."""
    parts = [
        "Seconds of wall time, median:",
        _table(cases, tools, outcomes, "seconds", lambda value: f"{value:.2f}"),
        "Peak memory in MB, median:",
        _table(cases, tools, outcomes, "peak", lambda value: f"{value / 1e6:.0f}"),
        "Size of the deck in MB, median:",
        _table(cases, tools, outcomes, "size", lambda value: f"{value / 1e6:.1f}"),
        "Targets:",
        "\n".join(f"- {_verdict(target, outcomes)}" for target in TARGETS)
        + f"\n- {_share_verdict(share)}",
        "Conditions:",
        "\n".join(f"- {line}" for line in _conditions(cases, tools, absent)),
        "\n".join(f"- {line}" for line in _failures(outcomes)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(
    cases: tuple[Case, ...],
    tools: tuple[Tool, ...],
    outcomes: Outcomes,
    measure: str,
    shown: Callable[[float], str],
) -> str:
    peers = [tool.name for tool in tools if tool.name != "deckgen"]
    rows = [["", "deckgen", *peers, *(f"deckgen ÷ {peer}" for peer in peers)]]
    for case in cases:
        values = {tool.name: _value(outcomes, case.name, tool.name, measure) for tool in tools}
        own = values["deckgen"]
        rows.append(
            [
                case.name,
                *(NOTHING if value is None else shown(value) for value in values.values()),
                *(_ratio(own, values[peer]) for peer in peers),
            ]
        )
    if {THOUSAND, FIVE_THOUSAND} <= {case.name for case in cases}:
        growth = (
            _ratio(
                _value(outcomes, FIVE_THOUSAND, tool.name, measure),
                _value(outcomes, THOUSAND, tool.name, measure),
            )
            for tool in tools
        )
        rows.append(["5,000 ÷ 1,000", *growth, *("" for _ in peers)])
    return aligned(rows)


def aligned(rows: list[list[str]]) -> str:
    """Return a Markdown table that also reads well as plain text, numbers flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [
        [row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]
        for row in (rows[0], rule, *rows[1:])
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _value(outcomes: Outcomes, case: str, tool: str, measure: str) -> float | None:
    outcome = outcomes.get(case, {}).get(tool)
    match outcome:
        case Result(seconds=seconds, peak=peak, size=size):
            return {"seconds": seconds, "peak": peak, "size": size}[measure]
        case _:
            return None


def _ratio(above: float | None, below: float | None) -> str:
    return NOTHING if above is None or below is None else f"{above / below:.2f}"


def _verdict(target: Target, outcomes: Outcomes) -> str:
    above = _value(outcomes, *target.above, target.measure)
    below = _value(outcomes, *target.below, target.measure)
    if above is None or below is None:
        return f"not measured: {target.name}"
    verdict = "reached" if above / below <= target.limit else "MISSED"
    return f"{verdict}: {target.name} ({above / below:.2f}, limit {target.limit:.2f})"


def _share_verdict(share: float | None) -> str:
    what = "fitting takes at most a third of building 1,000 slides"
    if share is None:
        return f"not measured: {what}"
    return f"{'reached' if share <= LIMIT else 'MISSED'}: {what} ({share:.2f}, limit {LIMIT:.2f})"


def _conditions(
    cases: tuple[Case, ...], tools: tuple[Tool, ...], absent: tuple[Absent, ...]
) -> Iterator[str]:
    python = platform.python_version()
    yield f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {python}"
    yield ", ".join(f"{tool.name} {tool.version}" for tool in tools)
    yield from (f"{tool.name} is not here: {tool.how_to_get}" for tool in absent)
    yield (
        "cold processes in turns, after one round to warm the disk's cache; runs: "
        + ", ".join(f"{case.name} {case.runs}" for case in cases)
    )
    yield "large decks: a title and five bullets on two levels, no slide like another"
    yield f"{NOTHING}: not run; `make bench FULL=1` has the slow peers build 5,000 slides, once"


def _failures(outcomes: Outcomes) -> Iterator[str]:
    for case, by_tool in outcomes.items():
        for tool, outcome in by_tool.items():
            if isinstance(outcome, Failure):
                yield f"{tool} failed on {case}: {outcome.reason}"


def _processor() -> str:
    """Return the processor's name, as the system tells it."""
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text(encoding="utf-8").split("\n"):
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    if platform.system() == "Darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return platform.processor() or platform.machine()


def insert(table: str, document: Path, name: str = "bench") -> None:
    """Put the table between the document's two markers, in place of the one that stands there."""
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, _, rest = document.read_text(encoding="utf-8").partition(opening)
    _, _, after = rest.partition(closing)
    document.write_text(f"{before}{opening}\n{table}\n{closing}{after}", encoding="utf-8")
