"""The brand.yaml of an imported talk: its layouts by role, and how small its text may be."""

import pytest

from deckgen.importing.outline_yaml import Keys, OutlineEntry
from deckgen.importing.powerpoint.brand_file import (
    brand_without_lines,
    nearest_size,
    smallest_size,
    template_brand_yaml,
    used_layouts,
)
from tests.importing.powerpoint.source_slides import source_slide, text_shape

USED: list[tuple[str, Keys]] = [
    ("Start", {"cover": "Towns"}),
    ("Content", {"title": "Towns", "bullets": ()}),
    ("Other", {"title": "Towns", "bullets": ()}),
    ("Content", {"title": "Towns", "bullets": ()}),
    # A text beside a picture stands on another layout than one alone.
    ("Beside", {"title": "Towns", "text": "a", "image": "a.png"}),
    ("Two", {"title": "Towns", "columns": ({}, {})}),
    ("Three", {"title": "Towns", "columns": ({}, {}, {})}),
    ("Chart", {"title": "Towns", "chart": {}}),
]


def test_the_layout_of_a_role_is_that_of_most_of_its_slides() -> None:
    title = text_shape("Towns", placeholder="title")
    slides = [source_slide(title, layout=layout) for layout, _ in USED]
    entries = [OutlineEntry(keys, at) for at, (_, keys) in enumerate(USED, 1)]
    # A slide without a title of its own says nothing of layouts.
    slides += [source_slide(layout="Blank")] * 3
    entries += [entries[1]] * 3
    assert used_layouts(slides, entries) == {
        "bullets": "Content",
        "cover": "Start",
        "three-contents": "Three",
        "two-contents": "Two",
    }


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ({}, 18),
        ({12: 20}, 12),
        # One of twenty words may be smaller, of nineteen none.
        ({10: 1, 14: 19}, 14),
        ({10: 1, 14: 18}, 10),
        ({6: 20}, 8),
        ({24: 20}, 18),
    ],
)
def test_the_least_size_is_that_of_nearly_all_words(words: dict[int, int], size: int) -> None:
    shapes = [text_shape("word " * count, size=points) for points, count in words.items()]
    title = text_shape("word " * 99, placeholder="title", size=9)
    assert smallest_size([source_slide(title, *shapes)]) == size


@pytest.mark.parametrize(
    ("layouts", "lines"), [({"cover": "Start"}, ["layouts:", "  cover: Start"]), ({}, [])]
)
def test_the_presentation_is_the_template(layouts: dict[str, str], lines: list[str]) -> None:
    comment, *rest = template_brand_yaml("look.pptx", layouts, 14).decode().splitlines()
    assert comment.startswith("# The look of the talk")
    assert rest == ["template: look.pptx", "sizes: as-is", *lines, "limits: {size: 14}"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ({3}, b"template: a.pptx\nlayouts:\n  text: B\nlimits: {}\n"),
        ({3, 4}, b"template: a.pptx\nlimits: {}\n"),
        ({1, 5}, b"layouts:\n  cover: A\n  text: B\n"),
    ],
)
def test_layouts_that_are_not_there_are_left_out(lines: set[int], kept: bytes) -> None:
    brand = b"template: a.pptx\nlayouts:\n  cover: A\n  text: B\nlimits: {}\n"
    assert brand_without_lines(brand, lines) == kept


@pytest.mark.parametrize(
    ("width", "height", "name"), [(9_144_000, 6_858_000, "4:3"), (33, 19, "16:9"), (1, 1, "4:3")]
)
def test_the_nearest_shape_of_slides(width: int, height: int, name: str) -> None:
    assert nearest_size(width, height) == name
