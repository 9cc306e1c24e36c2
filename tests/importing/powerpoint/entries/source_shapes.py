"""Slides and what stands on them, as reading gives them to what makes entries."""

from deckgen.deck.box import Box
from deckgen.importing.marked_text import ListMark, SourceParagraph, SourceRun
from deckgen.importing.outline_yaml import Keys, Rows
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.candidate_entries import candidate_entries
from deckgen.importing.powerpoint.reading.source_slide import (
    Content,
    SlideText,
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceSeries,
    SourceShape,
    SourceSlide,
    SourceTable,
)

LEFT = Box(0, 2_000_000, 4_000_000, 3_000_000)
RIGHT = Box(5_000_000, 2_000_000, 4_000_000, 3_000_000)
BELOW_LEFT = Box(0, 5_100_000, 4_000_000, 300_000)
BELOW_RIGHT = BELOW_LEFT._replace(x=5_000_000)
FOOT = Box(0, 6_500_000, 9_000_000, 300_000)


def paragraph(words: str, mark: ListMark = "none") -> SourceParagraph:
    """Return a paragraph; stars around it make it bold."""
    run = SourceRun(words.strip("*"), bold=words.startswith("*"))
    return SourceParagraph((run,), mark=mark)


def text(
    *lines: str,
    mark: ListMark = "none",
    box: Box = LEFT,
    placeholder: str = "body",
    size: float = 18,
    idx: int = 0,
    is_mono: bool = False,
) -> SourceShape:
    content = SlideText(tuple(paragraph(line, mark) for line in lines))
    return SourceShape(content, box, placeholder, idx, size, is_mono=is_mono)


def shown(content: Content, box: Box = RIGHT, covers: float = 0.3) -> SourceShape:
    return SourceShape(content, box, covers=covers)


def free(words: str, box: Box, size: float = 18) -> SourceShape:
    """Return a text box, which is no placeholder."""
    return text(words, box=box, placeholder="", size=size)


TITLE = text("*Towns*", placeholder="title")
PLAN = SourcePicture(b"1", "png", alt="A plan", decorative=False, name="plan.png")
LINE = SourcePicture(b"2", "png", alt="", decorative=True, name="line")
FILM = SourceClip("video", b"3", "mp4", "A walk", PLAN, "walk", loops=True, is_mute=True)
SOUND = SourceClip("audio", b"4", "mp3", "Bells", None, "bells")
CHART = SourceChart(
    "bar", ("Gera", "Jena"), (SourceSeries("", (1.0, None)),), "tons", "Gera leads", source="LfU"
)
NUMBERS = tuple(
    tuple((SourceRun(cell),) for cell in row) for row in (("Town", "People"), ("Gera", "94"))
)
TABLE = SourceTable(NUMBERS, header=True, alt="")

IMAGE = {"file": "pictures/a-plan.png", "alt": "A plan"}
DECORATION = {"file": "pictures/line.png", "decorative": True}
DATA = {"kind": "bar", "data": "data/tons.csv", "unit": "tons", "source": "LfU"}
ROWS = Rows((("Town", "People"), ("Gera", "94")))


def slide(
    *shapes: SourceShape, title: SourceShape | None = TITLE, layout: str = "", kind: str = ""
) -> SourceSlide:
    """Return a slide below a title; `kind` is the type of its layout."""
    above = () if title is None else (title,)
    return SourceSlide(4, "towns", layout, kind, (*above, *shapes), transition="")


def entries(made: SourceSlide, *, is_first: bool = False) -> list[Keys]:
    return [{**each.keys} for each in candidate_entries(made, AssetFiles(","), is_first=is_first)]
