"""The files beside an imported outline: pictures and the numbers of charts, each once."""

import re
from collections.abc import Iterable
from decimal import Decimal
from hashlib import blake2b

from deckgen.importing.outline_entry import OutlineEntry
from deckgen.importing.powerpoint.source_slide import (
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceSeries,
)
from deckgen.media.raster import cropped_picture
from deckgen.outline.lower.slide_ids import slug

_FOLDERS = ("pictures/", "data/", "films/", "sounds/")
_ENDING = re.compile(r"(?i)\.(png|jpe?g|gif|svg|webp)$")
_UNNAMED = re.compile(r"(?i)^(picture|grafik|image|bild|google shape|object|content)")


class AssetFiles:
    """The files by their names; a picture that several slides show is one file."""

    def __init__(self, decimal_mark: str) -> None:
        """`decimal_mark` is that of the talk's language."""
        self._decimal_mark = decimal_mark
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}

    def picture(self, picture: SourcePicture, slide: int) -> str:
        """Return the name of a file with what is shown of a picture, as seen from the outline.

        It is empty if the picture cannot be cropped: then no entry with it can be built.
        """
        data = cropped_picture(picture.data, picture.crop) if any(picture.crop) else picture.data
        if data is None:
            return ""
        named = "" if _UNNAMED.match(picture.name) else picture.name
        stem = slug(_ENDING.sub("", picture.alt or named))
        return self._named("pictures", stem or f"slide-{slide}", picture.extension, data)

    def numbers(self, chart: SourceChart, slide: int) -> str:
        """Return the name of a CSV file with a chart's numbers."""
        names = (series.name or f"Series {n}" for n, series in enumerate(chart.series, 1))
        rows = [["", *names]] if len(chart.series) > 1 else []
        for at, category in enumerate(chart.categories):
            rows.append([category, *(self._number(series, at) for series in chart.series)])
        text = "".join(";".join(_cell(cell) for cell in row) + "\n" for row in rows)
        return self._named("data", slug(chart.title) or f"slide-{slide}", "csv", text.encode())

    def clip(self, clip: SourceClip, slide: int) -> str:
        """Return the name of a film's or sound's file."""
        named = "" if _UNNAMED.match(clip.name) else clip.name
        stem = slug(_ENDING.sub("", clip.alt or named)) or f"slide-{slide}"
        folder = "films" if clip.kind == "video" else "sounds"
        return self._named(folder, stem, clip.extension, clip.data)

    def is_unused(self, name: str, entries: Iterable[OutlineEntry]) -> bool:
        """Return whether no entry names a file of ours."""
        return name.startswith(_FOLDERS) and not any(name in str(each.keys) for each in entries)

    def _number(self, series: SourceSeries, at: int) -> str:
        """Return a number as the language of the talk writes it."""
        value = series.values[at]
        if value is None:
            return "-"
        number = Decimal(repr(value)) * (100 if series.is_percent else 1)
        text = f"{number.normalize():f}"
        if text[-4:-3] == ".":
            text += "0"  # 1.234 might be read as more than thousand
        text = text.replace(".", self._decimal_mark)
        return f"{text} %" if series.is_percent else text

    def _named(self, folder: str, stem: str, extension: str, data: bytes) -> str:
        key = blake2b(data, digest_size=16).digest()
        name = self._names.get(key)
        if name is None:
            name, number = f"{folder}/{stem}.{extension}", 1
            while name in self.files:
                number += 1
                name = f"{folder}/{stem}-{number}.{extension}"
            self._names[key] = name
            self.files[name] = data
        return name


def _cell(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if set(text) & set(';"\n') else text
