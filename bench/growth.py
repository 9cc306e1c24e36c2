"""`python -m bench.growth`: how the time of `deckgen check` grows with what an outline holds.

Say names to measure only these; `--write docs/performance.md` puts the table there.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.growth_cases import CASES, Growing
from bench.measure import measure
from bench.table import aligned, insert

STEPS = (1, 2, 4, 10)
MOST = 11
"""Times as long as for n it may take for 10 n."""
LEAST_SECONDS = 0.05
"""Less than this is not told from nothing."""
RUNS = 3
NOTHING = Growing("nothing", 0, lambda _: "title: Growth\nslides: [cover]\n")


class Grown(NamedTuple):
    """The seconds of processor time of one input, for each of STEPS times as much of it.

    Those of an outline without it are taken off.
    """

    case: Growing
    seconds: tuple[float, ...]

    @property
    def growth(self) -> float:
        """How many times as long the largest takes as the smallest."""
        return self.seconds[-1] / max(self.seconds[0], LEAST_SECONDS)


def main() -> None:
    """Measure the cases and print their table."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these inputs")
    parser.add_argument("--write", type=Path, help="a document that the table goes into")
    options = parser.parse_args()
    cases = [case for case in CASES if not options.names or case.name in options.names]
    with tempfile.TemporaryDirectory() as folder:
        grown = [_grown(case, Path(folder)) for case in cases]
    table = section(grown)
    print(table)
    if options.write:
        insert(table, options.write, "growth")


def section(grown: list[Grown]) -> str:
    """Return what was measured, as Markdown."""
    rows = [["", "n", *("n" if step == 1 else f"{step} n" for step in STEPS), "10 n ÷ n", "limit"]]
    for one in grown:
        seconds = (f"{max(value, 0):.2f}" for value in one.seconds)
        rows.append(
            [one.case.name, f"{one.case.first:,}", *seconds, f"{one.growth:.1f}", one.case.limit]
        )
    slow = [one.case.name for one in grown if one.growth > MOST]
    verdict = f"MISSED by {', '.join(slow)}" if slow else "reached"
    return (
        f"{aligned(rows)}\n\n- {verdict}: ten times the input takes at most {MOST} times as long\n"
    )


def _grown(case: Growing, folder: Path) -> Grown:
    sys.stderr.write(f"\r\033[K{case.name}")
    # Measured anew for each, as the machine is not always as fast.
    start = _least_seconds(NOTHING, 0, folder)
    seconds = tuple(_least_seconds(case, case.first * step, folder) - start for step in STEPS)
    sys.stderr.write("\r\033[K")
    return Grown(case, seconds)


def _least_seconds(case: Growing, count: int, folder: Path) -> float:
    """Return the seconds of processor time that a cold process takes to check an input.

    The least of RUNS: what else the machine does only adds to them.
    """
    lay_out(case, count, folder)
    script = str(Path(sys.executable).with_name("deckgen"))
    command = [script, "check", str(folder / "slides.yaml")]
    return min(measure(command, folder / "log", accepted=(0, 1)).cpu for _ in range(RUNS))


def lay_out(case: Growing, count: int, folder: Path) -> None:
    """Write an input `count` times into a folder."""
    for name, text in {**case.files(count), "slides.yaml": case.outline(count)}.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
