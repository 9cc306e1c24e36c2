"""`python -m bench`: build the decks, print the table."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.inputs import as_outline, illustrated, numbered, talk
from bench.race import Case, race
from bench.share import fitting_share
from bench.table import (
    FIVE_THOUSAND,
    MORE_PICTURES,
    NOTES,
    PICTURES,
    TALK,
    THOUSAND,
    insert,
    page,
)
from bench.tools import Tool, all_tools
from bench.towns import GERMANY
from bench.towns import race as race_of_towns
from bench.towns import section as section_of_towns

OUTLINE = Path("slides.yaml")
TOWNS = "towns"


def main() -> None:
    """Race every tool on every deck; the progress goes to standard error."""
    options = _options()
    cases = tuple(case for case in _cases() if not options.only or case.name in options.only)
    everyone = all_tools()
    tools = tuple(tool for tool in everyone if isinstance(tool, Tool))
    absent = tuple(tool for tool in everyone if not isinstance(tool, Tool))
    outcomes = {}
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            minutes = case.name == FIVE_THOUSAND and not options.full
            able = tuple(tool for tool in tools if not (tool.slow and minutes))
            outcomes[case.name] = race(case, able, Path(folder))
        share = None
        if any(case.name == THOUSAND for case in cases):
            share = fitting_share(as_outline(numbered(1_000)), Path(folder))
        towns = ""
        if OUTLINE.exists() and options.towns and (not options.only or TOWNS in options.only):
            towns = section_of_towns(*race_of_towns(OUTLINE, options.towns, Path(folder)))
    parts = [page(cases, tools, absent, outcomes, share) if cases else "", towns]
    table = "\n".join(part for part in parts if part)
    sys.stdout.write(table)
    if options.write:
        insert(table, options.write)


def _cases() -> tuple[Case, ...]:
    large = (
        Case(THOUSAND, numbered(1_000), runs=3),
        Case(FIVE_THOUSAND, numbered(5_000), runs=3),
        Case(NOTES, numbered(1_000, notes=True), runs=3),
        Case(PICTURES, illustrated(500), runs=3),
        Case(MORE_PICTURES, illustrated(1_000), runs=3),
    )
    if not OUTLINE.exists():
        sys.stderr.write(f"{OUTLINE} is not here: going on without the talk\n")
        return large
    return (Case(TALK, talk(OUTLINE), runs=5, outline=OUTLINE), *large)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="5,000 slides by the slow tools too")
    parser.add_argument("--only", nargs="+", metavar="DECK", help=f"such as '{TALK}' or {TOWNS}")
    parser.add_argument("--towns", type=int, default=GERMANY, metavar="N", help="rows; 0 for none")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the table into this page")
    return parser.parse_args()


main()
