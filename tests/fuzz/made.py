"""Inputs made from nothing: formulas, markup and drawings of signs that mean something."""

import random

from tests.fuzz.mutators import NASTY_NUMBERS, NASTY_TEXT, nasty

_LATEX = (
    *("\\frac", "\\sqrt", "\\left(", "\\right)", "\\sum", "\\int", "^", "_", "{", "}", "&"),
    *("\\begin{matrix}", "\\end{matrix}", "\\begin{cases}", "\\end{cases}", "\\alpha", "\\text{a}"),
    *("\\hat", "\\overline", "\\mathbb{R}", "\\limits", "\\,", "x", "12", "'", "|", "\\|", "\\\\"),
    *("\\operatorname", "\\binom", "\\underbrace", "\\xrightarrow", "\\", "%", "#", "~", " "),
)
_MARKUP = (
    *("*", "**", "_", "__", "~~", "`", "[", "](", ")", "](#", "<br>", "# ", "> ", "| a | b |"),
    *("$", "$$", "${", "}", "^", "==", "![](", "http://", "mailto:", "a@b.c", ":smile:", "[^1]"),
    *("word", "Wort", "„", "“", "'", '"', "--", "...", "§ 5", "10 %", "z. B.", "1.", "\n", "\t"),
    *("- ", "\\", " "),
)
_SHAPES = (
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "use",
    "image",
    "text",
)
_GROUPS = (
    "g",
    "defs",
    "symbol",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "filter",
    "switch",
    "svg",
)
_PAINTS = (
    "linearGradient",
    "radialGradient",
    "stop",
    "feGaussianBlur",
    "feTurbulence",
    "feOffset",
    "feMorphology",
    "feConvolveMatrix",
    "feImage",
    "feTile",
    "feFlood",
    "style",
    "a",
)
_REFERRING = ("fill", "stroke", "mask", "clip-path", "filter", "marker-mid", "marker-start", "href")
_LENGTHS = (
    *("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy", "x1", "x2", "fx", "stroke-width"),
    *("stroke-dasharray", "stroke-miterlimit", "opacity", "offset", "refX", "markerWidth", "dx"),
    *("font-size", "stroke-dashoffset", "stop-opacity"),
)
_COSTS = {"stdDeviation": 200, "baseFrequency": 1, "numOctaves": 12, "radius": 120, "order": 17}
_SIZES = (0, 1, 3, 50, 100, 1_000, 30_000, 99_999, 1e6, 1e9, 9e11, 0.001, 1e-7, 1e-40)


def soup(dice: random.Random, signs: tuple[str, ...], most: int = 60) -> str:
    """Return signs in a row."""
    return "".join(dice.choice(signs) for _ in range(dice.randint(1, dice.choice((3, 8, most)))))


def formula(dice: random.Random) -> str:
    """Return LaTeX, right or not."""
    return f"${soup(dice, _LATEX)}$"


def markup(dice: random.Random) -> str:
    """Return words with markup, right or not."""
    made = soup(dice, _MARKUP)
    return made * dice.choice((1, 1, 1, 50)) if dice.random() < 0.9 else nasty(dice)


def drawing(dice: random.Random) -> bytes:
    """Return an SVG of elements that may stand in one, with any numbers; half of them are plain."""
    groups = _GROUPS if dice.random() < 0.5 else ("g", "g", "defs", "clipPath", "mask", "symbol")
    shapes = _SHAPES if dice.random() < 0.5 else _SHAPES[:8]
    inside = "".join(_element(dice, groups, shapes, 4) for _ in range(dice.randint(1, 8)))
    box = " ".join(_number(dice) for _ in range(4)) if dice.random() < 0.3 else "0 0 100 80"
    size = f'width="{_number(dice)}mm"' if dice.random() < 0.2 else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}>{inside}</svg>'.encode()


def _element(
    dice: random.Random, groups: tuple[str, ...], shapes: tuple[str, ...], deep: int
) -> str:
    name = dice.choice(groups if deep and dice.random() < 0.3 else shapes)
    if groups is _GROUPS and dice.random() < 0.15:
        name = dice.choice(_PAINTS)
    said = {key: _number(dice) for key in dice.sample(_LENGTHS, dice.randint(0, 6))}
    if name.startswith("fe"):
        said |= {key: str(dice.randint(0, most)) for key, most in _COSTS.items()}
    if groups is not _GROUPS:
        said.pop("stroke-dasharray", None)
    said["stroke"] = dice.choice(("none", "red", "#123456"))
    if dice.random() < 0.3:
        target = f"#i{dice.randrange(9)}"
        key = dice.choice(_REFERRING if groups is _GROUPS else ("clip-path", "mask", "href"))
        said[key] = target if key == "href" else f"url({target})"
    if dice.random() < 0.3:
        said["transform"] = _transform(dice)
    if name == "path":
        said["d"] = "M" + "".join(_segment(dice) for _ in range(dice.randint(1, 12)))
    if name in {"polyline", "polygon"}:
        said["points"] = " ".join(_number(dice) for _ in range(dice.randint(1, 12)))
    said["stroke-linejoin"] = dice.choice(("round", "miter", "bevel"))
    if dice.random() < 0.4:
        said["id"] = f"i{dice.randrange(9)}"
    inside = ""
    if name in groups and deep:
        inside = "".join(
            _element(dice, groups, shapes, deep - 1) for _ in range(dice.randint(0, 4))
        )
    attributes = "".join(f' {key}="{value}"' for key, value in said.items())
    return f"<{name}{attributes}>{inside}</{name}>"


def _number(dice: random.Random) -> str:
    sort = dice.random()
    if sort < 0.002:
        value = dice.choice(NASTY_NUMBERS)
        return value if value.isascii() else "0"
    if sort < 0.85:
        return str(round(dice.uniform(-20, 120), dice.choice((0, 1, 6))))
    return str(dice.choice(_SIZES) * dice.choice((1, 1, -1)))


def _segment(dice: random.Random) -> str:
    command, count = dice.choice(
        (("L", 2), ("l", 2), ("C", 6), ("q", 4), ("H", 1), ("v", 1), ("Z", 0), ("M", 2), ("t", 2))
    )
    if dice.random() < 0.15:
        numbers = [_number(dice) for _ in range(5)]
        radii = f"{numbers[0].lstrip('-')} {numbers[1].lstrip('-')} {numbers[2]}"
        return (
            f" {numbers[3]} {numbers[4]}A{radii} {dice.randint(0, 1)} 1 {numbers[4]} {numbers[3]}"
        )
    return (
        command + " ".join(_number(dice) for _ in range(count)) + (" 1 1" if command == "M" else "")
    )


def _transform(dice: random.Random) -> str:
    name, count = dice.choice(
        (("scale", 1), ("scale", 2), ("translate", 2), ("rotate", 1), ("matrix", 6), ("skewX", 1))
    )
    return f"{name}({' '.join(_number(dice) for _ in range(count))})"


def words(dice: random.Random) -> str:
    """Return a few words, some of them strange."""
    return " ".join(dice.choice(NASTY_TEXT[:40]) for _ in range(dice.randint(1, 5)))
