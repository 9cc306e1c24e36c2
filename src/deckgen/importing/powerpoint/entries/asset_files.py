"""The files beside an imported outline: pictures and the numbers of charts, each once."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from hashlib import blake2b

from deckgen.importing.outline_yaml import OutlineEntry
from deckgen.importing.powerpoint.reading.source_slide import (
    Crop,
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceSeries,
    SourceSlide,
)
from deckgen.media.raster import cropped_picture
from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_checker import check_svg
from deckgen.outline.lower.slide_ids import slug
from deckgen.outline.syntax.csv_text import written_cell
from deckgen.support.file_names import numbered_names

PICTURES = "pictures/"
_FOLDERS = (PICTURES, "data/", "films/", "sounds/")
_ENDING = re.compile(r"(?i)\.(png|jpe?g|gif|svg|webp|mp4|m4v|mov|mp3|m4a|wav)$")
_UNNAMED = re.compile(r"(?i)^(picture|grafik|image|bild|google shape|object|content)")
_WHOLE = (0, 0, 0, 0)
_EXACT = 0.0005
"""The least share of a side that is cut off a picture which counts as cropped."""
_SHARES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}


class AssetFiles:
    """The files by their names; a picture that several slides show is one file."""

    def __init__(self, decimal_mark: str) -> None:
        """`decimal_mark` is that of the talk's language."""
        self._decimal_mark = decimal_mark
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._pictures: dict[tuple[bytes, Crop, bool], str] = {}

    def picture(self, picture: SourcePicture, slide: int) -> str:
        """Return the name of a file with what is shown of a picture, as seen from the outline.

        It is empty if the picture cannot be cropped: then no entry with it can be built.
        """
        key = _digest(picture.data), picture.crop, bool(picture.drawing)
        if key not in self._pictures:
            extension, data = _shown(picture)
            stem = _stem(picture, slide)
            name = self._named("pictures", stem, extension, data) if data else ""
            self._pictures[key] = name
        return self._pictures[key]

    def numbers(self, chart: SourceChart, slide: int) -> str:
        """Return the name of a CSV file with a chart's numbers."""
        names = [series.name or f"Series {n}" for n, series in enumerate(chart.series, 1)]
        is_unnamed = chart.kind == "scatter" and not any(chart.categories)
        rows = [[*([] if is_unnamed else [""]), *names]] if has_names(chart) else []
        for at, category in enumerate(chart.categories):
            numbers = [self._number(series, at) for series in chart.series]
            rows.append(numbers if is_unnamed else [category, *numbers])
        text = "".join(";".join(written_cell(cell, ";") for cell in row) + "\n" for row in rows)
        return self._named("data", slug(chart.title) or f"slide-{slide}", "csv", text.encode())

    def clip(self, clip: SourceClip, slide: int) -> str:
        """Return the name of a film's or sound's file."""
        folder = "films" if clip.kind == "video" else "sounds"
        return self._named(folder, _stem(clip, slide), clip.extension, clip.data)

    def is_unused(self, name: str, entries: Iterable[OutlineEntry]) -> bool:
        """Return whether no entry names a file of ours."""
        return name.startswith(_FOLDERS) and not any(name in str(each.keys) for each in entries)

    def _number(self, series: SourceSeries, at: int) -> str:
        """Return a number as the language of the talk writes it."""
        value = series.values[at]
        if value is None:
            return "-"
        number = Decimal(repr(value)) * (100 if series.is_percent else 1)
        own = max(series.decimals, -int(number.normalize().as_tuple().exponent))
        text = f"{number:.{own}f}"
        if text[-4:-3] == ".":
            text += "0"  # an author might read 1.234 as 1,234
        text = text.replace(".", self._decimal_mark)
        return f"{text} %" if series.is_percent else text

    def _named(self, folder: str, stem: str, extension: str, data: bytes) -> str:
        key = _digest(data)
        name = self._names.get(key)
        if name is None:
            names = numbered_names(f"{folder}/{stem}.{extension}")
            name = next(each for each in names if each not in self.files)
            self._names[key] = name
            self.files[name] = data
        return name


def _stem(shown: SourcePicture | SourceClip, slide: int) -> str:
    """Return the name of a file after its description, or else after its shape or its slide."""
    named = "" if _UNNAMED.match(shown.name) else shown.name
    return slug(_ENDING.sub("", shown.alt or named)) or f"slide-{slide}"


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _shown(picture: SourcePicture) -> tuple[str, bytes]:
    """Return type and bytes of what is shown of a picture: cropped, or as SVG if that is safe."""
    if any(picture.crop):
        return picture.extension, cropped_picture(picture.data, picture.crop) or b""
    with suppress(RefusedError):
        return "svg", check_svg(picture.name, picture.drawing).data
    return picture.extension, picture.data


def has_names(chart: SourceChart) -> bool:
    """Return whether the CSV file has the names of series: of several, or of one in the title."""
    if len(chart.series) > 1:
        return True
    name = chart.series[0].name
    return bool(name) and chart.title in {name, f"{name} ({unit_of(chart)})"}


def unit_of(chart: SourceChart) -> str:
    """Return the unit: the title, without the name of the one series that it begins with."""
    named = chart.series[1:] if chart.kind == "scatter" else chart.series
    name = named[0].name if len(named) == 1 and chart.kind not in {"pie", "donut"} else ""
    if name and chart.title == name:
        return ""
    start = f"{name} ("
    is_named = bool(name) and chart.title.startswith(start) and chart.title.endswith(")")
    return chart.title[len(start) : -1] if is_named else chart.title


def whole_picture(picture: SourcePicture) -> SourcePicture:
    """Return a picture with what was cropped of it."""
    return picture._replace(crop=_WHOLE)


def file_and_focus(
    picture: SourcePicture, slide: SourceSlide, pictures: AssetFiles
) -> Mapping[str, str]:
    """Return `file`; in a deck of ours also the `focus` with which the whole picture is cropped."""
    if not slide.is_own or not any(picture.crop):
        return {"file": pictures.picture(picture, slide.number)}
    name = pictures.picture(whole_picture(picture), slide.number)
    return {"file": name, "focus": _focus_of(picture.crop)}


def _focus_of(crop: Crop) -> str:
    left, top, right, bottom = crop
    words = _focus(left, right, "left", "right"), _focus(top, bottom, "top", "bottom")
    if any(word.endswith("%") for word in words):
        return " ".join(_SHARES.get(word, word) for word in words)
    return " ".join(word for word in words if word != "center") or "center"


def _focus(before: float, after: float, first: str, last: str) -> str:
    """Return the focus along one axis, given what is cropped of both sides."""
    if abs(before - after) <= 2 * _EXACT:
        return "center"
    if before <= _EXACT or after <= _EXACT:
        return first if before <= _EXACT else last
    return f"{round(50 * (1 + before - after))}%"
