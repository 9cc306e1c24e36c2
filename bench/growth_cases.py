"""Inputs that grow, as data: what is written n times, and where n begins. Add a line for a new one.

Each is an outline that `deckgen build` makes a deck of, or says what is wrong with it. From n to
10 n its time may grow to 11 times; or it is refused at a limit, and then takes no longer.
"""

from collections.abc import Callable, Mapping
from math import isqrt
from typing import NamedTuple


def _no_files(_: int) -> Mapping[str, str]:
    return {}


class Growing(NamedTuple):
    """One input. `first` is chosen so that it takes some tenths of a second more than no input.

    What it makes grows as it does: `n` agendas would list `n` sections each, so `n` are the lines.
    """

    name: str
    first: int
    outline: Callable[[int], str]
    files: Callable[[int], Mapping[str, str]] = _no_files
    """Files beside the outline, by their names."""
    limit: str = ""
    """More than this is refused."""


def _talk(slides: str, head: str = "") -> str:
    return f"title: Growth\nlang: en-GB\n{head}slides:\n{slides}"


def _times(count: int, line: Callable[[int], str]) -> str:
    return "".join(line(at) + "\n" for at in range(count))


def _block(key: str, count: int, line: Callable[[int], str]) -> str:
    return f"  - title: One slide\n    {key}: |\n" + _times(count, lambda at: "      " + line(at))


def _line(text: str) -> str:
    return f"  - title: One slide\n    text: |\n      {text}\n"


def _list(key: str, count: int, line: Callable[[int], str]) -> str:
    return f"  - title: One slide\n    {key}:\n" + _times(count, lambda at: "      - " + line(at))


def _chart(kind: str, count: int, line: Callable[[int], str], first: str = "") -> str:
    rows = first + _times(count, lambda at: "        " + line(at))
    return f"  - title: One chart\n    chart:\n      kind: {kind}\n      data: |\n{rows}"


def _defined(count: int) -> str:
    return "vars:\n" + _times(count, lambda at: f"  name{at}: words")


CASES = (
    Growing("slides", 1_500, lambda n: _talk(_times(n, lambda at: f"  - section: Part {at}"))),
    Growing(
        "slides with bullets",
        1_000,
        lambda n: _talk(
            _times(
                n, lambda at: f"  - {{title: Part {at}, bullets: [one {at}, two: [three {at}]]}}"
            )
        ),
    ),
    Growing(
        "headlines of two lines",
        1_000,
        lambda n: _talk(_times(n, lambda at: f"  - {{title: {'Words ' * 12}{at}, bullets: [a]}}")),
    ),
    Growing(
        "undefined variables",
        500,
        lambda n: _talk(_block("text", n, lambda at: f"${{name{at}x}}"), _defined(n)),
    ),
    Growing(
        "variables that nothing uses",
        2_000,
        lambda n: _talk(_block("text", n, lambda at: f"${{other{at}:-x}}"), _defined(n)),
    ),
    Growing("control characters", 500, lambda n: _talk(_block("text", n, lambda _: "a\x0bb"))),
    Growing("lines of a text", 500, lambda n: _talk(_block("text", n, lambda at: f"line {at}"))),
    Growing(
        "sentences of a text",
        2_000,
        lambda n: _talk(_block("text", n, lambda at: f"This is sentence {at}.\n")),
    ),
    Growing("bullets", 1_000, lambda n: _talk(_list("bullets", n, lambda at: f"bullet {at}"))),
    Growing(
        "words of a title",
        2_000,
        lambda n: _talk(f"  - title: {' '.join(f'word{at}' for at in range(n))}\n    text: x\n"),
    ),
    Growing(
        "points of a scatter chart",
        2_000,
        lambda n: _talk(
            _chart(
                "scatter",
                n,
                lambda at: f"Town {at}; {at % 977}; {at * 7 % 991}",
                "        T; x; y\n",
            )
        ),
    ),
    Growing(
        "points without names",
        2_000,
        lambda n: _talk(
            _chart("scatter", n, lambda at: f"{at % 977}; {at * 7 % 991}", "        x; y\n")
        ),
    ),
    Growing(
        "rows of a line chart",
        4_000,
        lambda n: _talk(_chart("line", n, lambda at: f"Day {at}; {at % 977}; {at % 91}")),
    ),
    Growing(
        "columns of a chart",
        4_000,
        lambda n: _talk(_chart("column", n, lambda at: f"Day {at}; {at % 977}")),
    ),
    Growing(
        "slices of a pie",
        4_000,
        lambda n: _talk(_chart("pie", n, lambda at: f"Day {at}; {at % 977 + 1}")),
    ),
    Growing(
        "numbers that are none",
        2_000,
        lambda n: _talk(_chart("column", n, lambda at: f"Day {at}; about {at}")),
    ),
    Growing(
        "series by their names",
        2_500,
        lambda n: _talk(
            "  - title: One chart\n    chart:\n      kind: line\n      data:\n"
            + _times(isqrt(n), lambda at: f"        Series {at}: {{place {at}: {at}}}")
        ),
        limit="255 series, 100,000 numbers and gaps",
    ),
    Growing(
        "charts",
        200,
        lambda n: _talk(
            _times(n, lambda at: f"  - title: Chart {at}\n    chart: {{data: {{a: {at}, b: 2}}}}")
        ),
    ),
    Growing(
        "tables",
        300,
        lambda n: _talk(
            _times(n, lambda at: f"  - title: Table {at}\n    table: [[a, b], [{at}, 2]]")
        ),
    ),
    Growing(
        "rows of a table",
        1_000,
        lambda n: _talk(_list("table", n, lambda at: f"[Town {at}, {at}, words]")),
    ),
    Growing(
        "rows of a CSV file",
        500,
        lambda _: _talk("  - title: One table\n    table: towns.csv\n"),
        lambda n: {"towns.csv": "town;number\n" + _times(n, lambda at: f"Town {at};{at}")},
        limit="1,000 rows",
    ),
    Growing(
        "columns of a table",
        1_000,
        lambda n: _talk(_list("table", 3, lambda _: f"[{', '.join(map(str, range(n)))}]")),
    ),
    Growing(
        "slides that are optional",
        2_000,
        lambda n: _talk(
            _times(n, lambda at: f"  - section: Part {at}\n    minutes: 1\n    optional: yes"),
            "event: {slot: 5}\n",
        ),
    ),
    Growing(
        "links to slides that are not there",
        3_000,
        lambda n: _talk(_list("bullets", n, lambda at: f'"[see](#slide{at})"')),
    ),
    Growing(
        "equal titles",
        1_000,
        lambda n: _talk(_times(n, lambda _: "  - title: The same\n    text: x")),
    ),
    Growing(
        "lines of agendas",
        1_600,
        lambda n: _talk(_times(isqrt(n), lambda at: f"  - agenda\n  - section: Part {at}")),
        limit="10,000 lines in all",
    ),
    Growing("a line of brackets", 20_000, lambda n: _talk(_line("[" * n))),
    Growing("a line of brackets that close", 5_000, lambda n: _talk(_line("[a](b) " * (n // 7)))),
    Growing("a line of asterisks", 30_000, lambda n: _talk(_line("*a " * (n // 3)))),
    Growing("a line of underscores", 30_000, lambda n: _talk(_line("_a " * (n // 3)))),
    Growing("a line of formulas", 8_000, lambda n: _talk(_line("$x^2$ " * (n // 6)))),
    Growing("lines of code", 2_000, lambda n: _talk(_block("code", n, lambda at: f"line {at}"))),
    Growing(
        "lines of code in colours",
        150,
        lambda n: _talk(_block("language: python\n    code", n, lambda at: f"a{at} = 'b'")),
    ),
    Growing(
        "keys of the head that are none",
        2_000,
        lambda n: _talk("  - cover\n", _times(n, lambda at: f"kee{at}: x")),
    ),
    Growing(
        "keys that are none",
        2_000,
        lambda n: _talk(
            "  - title: One slide\n    text: x\n" + _times(n, lambda at: f"    kee{at}: x")
        ),
    ),
)
