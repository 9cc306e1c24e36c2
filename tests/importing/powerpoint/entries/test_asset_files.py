"""The files beside an imported outline: how they are called, and what is in those of charts."""

import pytest

from deckgen.importing.outline_yaml import OutlineEntry
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles, unit_of
from deckgen.importing.powerpoint.reading.source_slide import (
    Crop,
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceSeries,
)
from tests.media.sample_pictures import pixels, saved, svg

TWO = (SourceSeries("2024", (1.5, None)), SourceSeries("", (2000, 1.234)))
ONE = (SourceSeries("People", (3,)),)
POINTS = (SourceSeries("x", (1, 2)), SourceSeries("y", (3, 4)))


def chart(
    kind: str, names: tuple[str, ...], series: tuple[SourceSeries, ...], title: str
) -> SourceChart:
    return SourceChart(kind, names, series, title, "")


@pytest.mark.parametrize(
    ("drawing", "crop", "name"),
    [
        (b"", (0, 0, 0, 0), "plan.png"),
        (svg(), (0, 0, 0, 0), "plan.svg"),
        (svg(), (0.5, 0, 0, 0), "plan.png"),
        (svg("<script/>"), (0, 0, 0, 0), "plan.png"),
    ],
    ids=["pixels", "a drawing", "a cropped one", "one that is not safe"],
)
def test_of_a_picture_the_drawing_is_kept_where_it_is_safe_and_whole(
    drawing: bytes, crop: Crop, name: str
) -> None:
    assets = AssetFiles(",")
    pixel = saved(pixels(), "PNG")
    picture = SourcePicture(
        pixel, "png", "", decorative=False, name="plan", crop=crop, drawing=drawing
    )
    found = assets.picture(picture, 4)
    assert found.endswith(name)
    assert assets.files[found].startswith(b"<svg" if name.endswith("svg") else b"\x89PNG")


def test_a_file_is_unused_that_no_entry_names() -> None:
    assets = AssetFiles(",")
    name = assets.numbers(chart("bar", ("Gera",), ONE, ""), 4)
    entries = [OutlineEntry({"title": "People", "chart": name}, 4)]
    assert not assets.is_unused(name, entries)
    assert assets.is_unused(name, [])
    assert not assets.is_unused("slides.yaml", []), "it is none of ours"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        # A number of three decimals gets a fourth: as 1,234 it might be a thousand.
        (
            chart("bar", ("Gera", "Bad; Hall"), TWO, ""),
            [";2024;Series 2", "Gera;1,5;2000", '"Bad; Hall";-;1,2340'],
        ),
        (chart("bar", ("Gera",), ONE, "People"), [";People", "Gera;3"]),
        (chart("bar", ("Gera",), ONE, "People (tsd)"), [";People", "Gera;3"]),
        (chart("bar", ("Gera",), ONE, "tsd"), ["Gera;3"]),
        (
            chart("bar", ('"a"\nb',), (SourceSeries("", (0.125,), is_percent=True),), ""),
            ['"""a""', 'b";12,5 %'],
        ),
        (chart("bar", ("a",), (SourceSeries("", (2,), decimals=2),), ""), ["a;2,00"]),
        (chart("scatter", ("", ""), POINTS, ""), ["x;y", "1;3", "2;4"]),
        (chart("scatter", ("a", "b"), POINTS, ""), [";x;y", "a;1;3", "b;2;4"]),
    ],
)
def test_the_numbers_of_a_chart(source: SourceChart, lines: list[str]) -> None:
    assets = AssetFiles(",")
    assert assets.files[assets.numbers(source, 4)].decode().splitlines() == lines


@pytest.mark.parametrize(
    ("kind", "series", "title", "unit"),
    [
        ("bar", ONE, "People (tsd)", "tsd"),
        ("bar", ONE, "People", ""),
        ("bar", ONE, "tsd", "tsd"),
        ("pie", ONE, "People (tsd)", "People (tsd)"),
        ("bar", TWO, "2024 (tsd)", "2024 (tsd)"),
        ("scatter", POINTS, "y (km)", "km"),
    ],
)
def test_the_unit_stands_behind_the_name_of_the_one_series(
    kind: str, series: tuple[SourceSeries, ...], title: str, unit: str
) -> None:
    assert unit_of(chart(kind, (), series, title)) == unit


@pytest.mark.parametrize(
    ("alt", "shape", "name"),
    [
        ("The old plan", "Picture 3", "pictures/the-old-plan.png"),
        ("", "plan.JPG", "pictures/plan.png"),
        ("", "Grafik 3", "pictures/slide-4.png"),
    ],
)
def test_a_picture_is_called_after_what_it_shows(alt: str, shape: str, name: str) -> None:
    picture = SourcePicture(b"1", "png", alt, decorative=False, name=shape)
    assert AssetFiles(",").picture(picture, 4) == name


def test_equal_files_are_one_and_others_of_a_name_are_counted() -> None:
    assets = AssetFiles(",")
    one = SourcePicture(b"1", "png", "Plan", decorative=False, name="")
    clip = SourceClip("audio", b"4", "mp3", "", None, "Bells.mp3")
    assert [
        assets.picture(each, 4) for each in (one, one._replace(alt="A"), one._replace(data=b"2"))
    ] == ["pictures/plan.png", "pictures/plan.png", "pictures/plan-2.png"]
    assert assets.clip(clip, 4) == "sounds/bells.mp3"
    assert (
        assets.clip(clip._replace(data=b"5", name="Picture 1", kind="video"), 4)
        == "films/slide-4.mp3"
    )
    assert set(assets.files) == {
        *("pictures/plan.png", "pictures/plan-2.png", "sounds/bells.mp3", "films/slide-4.mp3")
    }
