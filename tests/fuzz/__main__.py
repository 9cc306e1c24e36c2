"""`make fuzz`: cases until the time is up; what fails is told and kept in build/fuzz."""

import argparse
import collections
import itertools
import sys
import time

from tests.fuzz.kinds import KINDS
from tests.fuzz.running import KEPT, Runner


def main() -> int:
    """Run cases of all kinds in turn; return 1 if one fails."""
    asked = _arguments()
    kinds = asked.only or list(KINDS)
    _say(f"seeds from {asked.seed} on; kinds: {', '.join(kinds)}")
    until = time.monotonic() + asked.minutes * 60
    counts: collections.Counter[str] = collections.Counter()
    failures: dict[tuple[str, str], int] = collections.Counter()
    with Runner() as runner:
        for number in range(asked.cases) if asked.cases else itertools.count():
            kind, seed = kinds[number % len(kinds)], asked.seed + number // len(kinds)
            if not asked.cases and time.monotonic() > until:
                break
            counts[kind] += 1
            failure = runner.run(kind, seed)
            if failure is not None:
                failures[kind, failure.why.partition(" after")[0]] += 1
                _say(str(failure))
    _say(f"{counts.total()} cases: {', '.join(f'{kind} {n}' for kind, n in counts.items())}")
    for (kind, why), count in failures.items():
        _say(f"failed: {count} × {kind}, {why}")
    if failures:
        _say(f"kept in {KEPT}")
    return 1 if failures else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5, help="how long (5)")
    parser.add_argument("--cases", type=int, default=0, help="so many cases instead")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="where to begin")
    parser.add_argument("--only", choices=sorted(KINDS), action="append", help="a kind of input")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
