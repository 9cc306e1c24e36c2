"""How a text is set: levels of list styles, runs of paragraphs, and about how much it takes.

Widths are estimated by classes of letters, for all fonts alike. Lengths are points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from tests.template.measured_boxes import EMU
from tests.tools.seen import A, Rgb

_LEVELS = 9
_DEFAULT_SIZE = 18.0
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’‚‘|!()[] -·"), frozenset("mwMW@%—…")
_MARKS = ("buNone", "buChar", "buAutoNum", "buBlip")
_ANCHORS = {"t": 0.0, "ctr": 0.5, "b": 1.0}
_SIDES = {"l": 0.0, "ctr": 0.5, "r": 1.0}


class Level(NamedTuple):
    """What list styles say of a level, the nearest first."""

    size: float
    fill: Any
    """The `a:solidFill` of its text, or None."""
    indent: float
    """From the left edge to the text."""
    before: float
    """Points above a paragraph; negative: share of a line."""
    line: float
    """Points of a line; negative: share of the font's own height."""
    capitals: bool
    align: str
    is_marked: bool
    """Whether its paragraphs have a bullet or a number."""


class Run(NamedTuple):
    """A piece of text in one look."""

    words: str
    size: float
    color: Rgb


class Look(NamedTuple):
    """A paragraph."""

    number: int
    """Its level, from 0."""
    level: Level
    runs: tuple[Run, ...]

    @staticmethod
    def of(paragraph: Any, number: int, level: Level, ink: Callable[[Any], Rgb]) -> Look:
        """Return a paragraph; `ink` gives the colour of an `a:rPr`, or of None."""
        own = level_over(paragraph.find(f"{A}pPr"), level)
        runs = []
        for run in paragraph.iter(f"{A}r", f"{A}fld", f"{A}br"):
            words = "\n" if run.tag == f"{A}br" else "".join(run.find(f"{A}t").itertext())
            properties = run.find(f"{A}rPr")
            size = None if properties is None else properties.get("sz")
            runs.append(Run(words, int(size) / 100 if size else own.size, ink(properties)))
        return Look(number, own, tuple(runs))


class TextBox(NamedTuple):
    """Where the text of a shape may stand."""

    left: float
    top: float
    right: float
    bottom: float
    anchor: str
    is_wrapped: bool
    columns: int

    @staticmethod
    def of(
        properties: Sequence[Any], left: float, top: float, right: float, bottom: float
    ) -> TextBox:
        """Return the box inside the insets; `properties` are `a:bodyPr`, the nearest first."""

        def said(name: str, default: str) -> str:
            values = (one.get(name) for one in properties if one is not None)
            return next((value for value in values if value is not None), default)

        inset = {name: int(said(name, "91440")) / EMU for name in ("lIns", "rIns")}
        inset |= {name: int(said(name, "45720")) / EMU for name in ("tIns", "bIns")}
        return TextBox(
            left + inset["lIns"],
            top + inset["tIns"],
            right - inset["rIns"],
            bottom - inset["bIns"],
            said("anchor", "t"),
            said("wrap", "square") != "none",
            int(said("numCol", "1")),
        )


def levels_of(lists: Sequence[Any]) -> list[Level]:
    """Return the nine levels of list styles, of which the nearest comes first."""
    return [_level(number, lists) for number in range(1, _LEVELS + 1)]


def _level(number: int, lists: Sequence[Any]) -> Level:
    level = Level(_DEFAULT_SIZE, None, 0, 0, -1, capitals=False, align="l", is_marked=False)
    for one in reversed([one for one in lists if one is not None]):
        for name in ("defPPr", f"lvl{number}pPr"):
            level = level_over(one.find(f"{A}{name}"), level)
    return level


def level_over(properties: Any, level: Level) -> Level:
    """Return a level with what an `a:pPr` or an `a:lvlNpPr` says of its own."""
    if properties is None:
        return level
    if properties.get("marL"):
        level = level._replace(indent=int(properties.get("marL")) / EMU)
    if properties.get("algn"):
        level = level._replace(align=properties.get("algn"))
    if (before := _spacing(properties.find(f"{A}spcBef"))) is not None:
        level = level._replace(before=before)
    if (line := _spacing(properties.find(f"{A}lnSpc"))) is not None:
        level = level._replace(line=line)
    marks = [one for one in _MARKS if properties.find(f"{A}{one}") is not None]
    if marks:
        level = level._replace(is_marked=marks != ["buNone"])
    run = properties.find(f"{A}defRPr")
    if run is None:
        return level
    if run.get("sz"):
        level = level._replace(size=int(run.get("sz")) / 100)
    if run.find(f"{A}solidFill") is not None:
        level = level._replace(fill=run.find(f"{A}solidFill"))
    if run.get("cap"):
        level = level._replace(capitals=run.get("cap") == "all")
    return level


def _spacing(element: Any) -> float | None:
    if element is None or not len(element):
        return None
    value = element[0].get("val")
    number = float(value.rstrip("%")) * (1000 if "%" in value else 1)
    return number / 100 if element[0].tag == f"{A}spcPts" else -number / 100_000


def text_extent(box: TextBox, looks: Sequence[Look]) -> tuple[float, float, float, float] | None:
    """Return left, top, right and bottom of the letters; None without a letter."""
    width = max(box.right - box.left, 1) / box.columns
    height, widest = 0.0, 0.0
    for at, look in enumerate(looks):
        lines = list(_lines(look, width - look.level.indent if box.is_wrapped else 1e9))
        size = max((run.size for run in look.runs), default=look.level.size)
        height += _points(look.level.before, size) if at else 0
        height += _points(look.level.line, size) * len(lines)
        widest = max(widest, look.level.indent + max(lines))
    if not any(look.runs for look in looks):
        return None
    height /= box.columns
    top = box.top + (box.bottom - box.top - height) * _ANCHORS.get(box.anchor, 0)
    first = next(run.size for look in looks for run in look.runs)
    free = max(box.right - box.left - widest, 0) if box.columns == 1 else 0
    left = box.left + free * _SIDES.get(looks[0].level.align, 0)
    # From the height of capitals to the baseline: what stands above and below is air.
    return left, top + first * 0.25, box.right - free + left - box.left, top + height - first * 0.25


def _points(value: float, size: float) -> float:
    return value if value >= 0 else -value * size * 1.2


def _lines(look: Look, width: float) -> Iterator[float]:
    """Yield the width of each line of a paragraph."""
    at = 0.0
    for run in look.runs:
        words = run.words.upper() if look.level.capitals else run.words
        for number, line in enumerate(words.split("\n")):
            if number:
                yield at
                at = 0
            for word in line.replace(" ", " \0").split("\0"):
                wide = sum(map(_share, word)) * run.size
                if at and at + sum(map(_share, word.rstrip())) * run.size > width:
                    yield at
                    at = 0
                at += wide
    yield at


def _share(sign: str) -> float:
    """Return the width of a letter, as a share of its size."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    if sign in _NARROW:
        return 0.28
    if sign in _WIDE:
        return 0.86
    return 0.64 if sign.isupper() else 0.51
