"""The extent of SVG paths (SVG 2, 9.3)."""

import re
from collections.abc import Iterator
from math import dist

Point = tuple[float, float]

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_FLAG = re.compile("[01]")
_BETWEEN = re.compile(r"[\s,]*")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_ARC = (_NUMBER, _NUMBER, _NUMBER, _FLAG, _FLAG, _NUMBER, _NUMBER)
"""The arguments of an arc; its two flags need no separator."""
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def path_extent(path: str) -> float:
    """Return an upper bound of the coordinates of a path, as a distance from the origin."""
    far = 0.0
    at = start = mirror = (0.0, 0.0)
    for command, numbers in _steps(path):
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            at = mirror = start
            continue
        points = _points(kind, numbers, at, relative=relative)
        beyond = 0.0
        if kind == "A":
            beyond = _bulge(at, points[-1], abs(numbers[0]), abs(numbers[1]))
        elif kind in {"S", "T"}:
            mirrored = (2 * at[0] - mirror[0], 2 * at[1] - mirror[1])
            points = [mirrored, *points]
        mirror = points[-2] if kind in {"C", "S", "Q", "T"} else points[-1]
        at = points[-1]
        if kind == "M":
            start = at
        far = max(far, beyond + max(max(abs(x), abs(y)) for x, y in points))
    return far


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with the numbers of one repetition."""
    for command, written in _COMMAND.findall(path):
        kind = command.upper()
        if kind == "Z":
            yield command, []
        elif kind == "A":
            for numbers in _arcs(written):
                yield command, numbers
        else:
            numbers = [float(number) for number in _NUMBER.findall(written)]
            count = _COUNTS[kind]
            for first in range(0, len(numbers) - count + 1, count):
                yield command, numbers[first : first + count]


def _arcs(written: str) -> Iterator[list[float]]:
    at, numbers = 0, list[float]()
    while True:
        for expected in _ARC:
            blank = _BETWEEN.match(written, at)
            match = expected.match(written, blank.end() if blank else at)
            if match is None:
                return
            at = match.end()
            numbers.append(float(match[0]))
        yield numbers
        numbers = []


def _points(kind: str, numbers: list[float], at: Point, *, relative: bool) -> list[Point]:
    x, y = at if relative else (0.0, 0.0)
    if kind == "H":
        return [(x + numbers[0], at[1])]
    if kind == "V":
        return [(at[0], y + numbers[0])]
    pairs = numbers[5:] if kind == "A" else numbers
    return [(x + a, y + b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)]


def _bulge(first: Point, last: Point, rx: float, ry: float) -> float:
    """Return an upper bound of how far an arc goes beyond its ends (radii may be scaled up)."""
    least = min(rx, ry)
    if not least:
        return 0.0
    return 2 * max(rx, ry) * max(1.0, dist(first, last) / (2 * least))
