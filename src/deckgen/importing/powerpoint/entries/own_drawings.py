"""Drawings of ours as the keys that they were drawn from, by the names of their shapes.

The names are those of `fit/drawings`.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from deckgen.importing.outline_text import title_text
from deckgen.importing.outline_yaml import Keys, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles, file_and_focus
from deckgen.importing.powerpoint.reading.own_shapes import QR
from deckgen.importing.powerpoint.reading.paragraphs import without_common_format
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
    paragraphs_in,
)

_NUMBERED = re.compile(r"(Step|Date|Text|Figure|Label) ([0-9]{1,3})")
_NAME = re.compile("Name [0-9]{1,3}")


def drawing_keys(rest: Sequence[SourceShape], slide: SourceSlide, pictures: AssetFiles) -> Keys:
    """Return the keys that say what shapes beside a title draw; none if they are no drawing."""
    groups = [each.content for each in rest if isinstance(each.content, SourceGroup)]
    if len(rest) == len(groups) == 1:
        group = groups[0]
        if group.name == "Steps":
            return {"steps": _items(group.shapes, "Step", ("title", "text"))}
        if group.name == "Figures":
            return {"figures": _items(group.shapes, "Figure", ("number", "label"))}
        if address := qr_address(rest[0]):
            return {"qr": address}
    if len(rest) == 1 and rest[0].name == "Figure 1":
        return {"figures": _items(rest, "Figure", ("number", "label"))}
    return _people(rest, slide, pictures)


def qr_address(shape: SourceShape) -> str:
    """Return the link of a code to scan; empty for other shapes."""
    if isinstance(shape.content, SourceGroup) and shape.content.name.startswith(QR):
        return shape.content.name.removeprefix(QR)
    return ""


def _items(shapes: Iterable[SourceShape], name: str, keys: tuple[str, str]) -> Value:
    dates: dict[str, Keys] = {}
    items: dict[str, Keys] = {}
    for shape in shapes:
        found = _NUMBERED.fullmatch(shape.name)
        if not found or not paragraphs_in(shape):
            continue
        if found[1] == "Date":
            dates[found[2]] = {"date": _line(shape, 0, 9)}
        elif found[1] == name:
            items[found[2]] = dates.get(found[2], {}) | _two_lines(shape, keys)
        elif found[1] in {"Text", "Label"} and found[2] in items:
            items[found[2]] |= {keys[1]: _line(shape, 0, 9)}
    return tuple(items.values())


def _two_lines(shape: SourceShape, keys: tuple[str, str]) -> Keys:
    first, second = _line(shape, 0, 1), _line(shape, 1, 99)
    return {keys[0]: first, keys[1]: second} if second else {keys[0]: first}


def _line(shape: SourceShape, start: int, end: int) -> str:
    lines = [without_common_format([each])[0] for each in paragraphs_in(shape)[start:end]]
    return title_text(lines)


def _people(rest: Sequence[SourceShape], slide: SourceSlide, pictures: AssetFiles) -> Keys:
    """Return people, each a picture or their initials, then their name."""
    groups = (
        each.content.shapes if isinstance(each.content, SourceGroup) else (each,) for each in rest
    )
    shapes = list(chain.from_iterable(groups))
    names = [each for each in shapes if _NAME.fullmatch(each.name) and paragraphs_in(each)]
    portraits = [each for each in rest if isinstance(each.content, SourcePicture)]
    others = [
        each
        for each in shapes
        if each not in names and each not in portraits and not each.name.startswith("Initials ")
    ]
    if others or not names or len(portraits) > len(names):
        return {}
    people: dict[str, Keys] = {
        each.name: _two_lines(each, ("name", "role"))
        for each in sorted(names, key=lambda each: int(each.name[5:]))
    }
    free = [each for each in names if any(each is other for other in rest)]
    for portrait in portraits:
        name = min(free, key=lambda each: _distance(portrait, each), default=None)
        if name is None or not isinstance(portrait.content, SourcePicture):
            return {}
        free.remove(name)
        keys = file_and_focus(portrait.content, slide, pictures)
        in_the_middle = keys.get("focus", "center") == "center"
        people[name.name]["picture"] = keys["file"] if in_the_middle else keys
    return {"people": tuple(people.values())}


def _distance(shape: SourceShape, other: SourceShape) -> int:
    """Return how far the middles of two shapes are from each other, in EMU, along both sides."""
    return abs(2 * shape.box.x + shape.box.cx - 2 * other.box.x - other.box.cx) + abs(
        2 * shape.box.y + shape.box.cy - 2 * other.box.y - other.box.cy
    )
