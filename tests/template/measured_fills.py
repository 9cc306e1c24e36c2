"""What a shape shows beside its words: a fill, a picture, a line."""

from typing import Any, Literal, TypeAlias

from tests.tools.colors import ThemeColors
from tests.tools.seen import A, P, Rgb, local

Kind: TypeAlias = Literal["fill", "picture", "line", "text"]


def drawn_kind(kind: str, chain: list[Any], theme: ThemeColors) -> tuple[Kind, Rgb | None] | None:
    """Return how a shape shows, and its colour if that is one colour in a rectangle.

    `chain` is the shape with those of layout and master; None if it shows nothing but words.
    """
    if kind in {"pic", "graphicFrame"}:
        return "picture", None
    own = chain[0]
    is_rectangle = own.find(f"{P}spPr/{A}custGeom") is None and (
        (geometry := own.find(f"{P}spPr/{A}prstGeom")) is None or "rect" in geometry.get("prst")
    )
    for one in chain:
        for fill in one.find(f"{P}spPr") if one.find(f"{P}spPr") is not None else ():
            if local(fill) == "solidFill":
                color, alpha = theme.color_and_alpha(fill)
                return "fill", color if is_rectangle and alpha == 1 else None
            if local(fill) in {"gradFill", "blipFill", "pattFill", "grpFill"}:
                return "fill", None
            if local(fill) == "noFill":
                return _outline(own)
    reference = own.find(f"{P}style/{A}fillRef")
    if reference is not None and reference.get("idx") not in {"0", "1000"}:
        return "fill", theme.color(reference) if is_rectangle else None
    return _outline(own)


def _outline(shape: Any) -> tuple[Kind, Rgb | None] | None:
    line = shape.find(f"{P}spPr/{A}ln")
    if line is not None and len(line):
        return None if line.find(f"{A}noFill") is not None else ("line", None)
    reference = shape.find(f"{P}style/{A}lnRef")
    is_drawn = reference is not None and reference.get("idx") != "0"
    return ("line", None) if is_drawn else None
