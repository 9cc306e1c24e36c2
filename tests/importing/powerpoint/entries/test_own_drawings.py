"""Drawings that deckgen made are known by the names of their shapes, and become keys again."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.outline_yaml import Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.own_drawings import drawing_keys, qr_address
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
)

SLIDE = SourceSlide(3, "team", "", "", ())


class Names(AssetFiles):
    def picture(self, picture: SourcePicture, slide: int) -> str:
        return f"pictures/slide-{slide}-{picture.name}.png"


def text(name: str, *lines: str, x: int = 0) -> SourceShape:
    paragraphs = tuple(SourceParagraph((SourceRun(line),)) for line in lines)
    return SourceShape(SlideText(paragraphs), Box(x, 0, 100, 100), name=name)


def group(name: str, *shapes: SourceShape) -> SourceShape:
    return SourceShape(SourceGroup(name, shapes), Box(0, 0, 100, 100), name=name)


def portrait(name: str, x: int) -> SourceShape:
    picture = SourcePicture(b"", "png", alt="", decorative=False, name=name)
    return SourceShape(picture, Box(x, 0, 100, 100), name=name)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            [group("Steps", text("Date 1", "May"), text("Step 1", "Ask", "What do you miss?"))],
            {"steps": ({"date": "May", "title": "Ask", "text": "What do you miss?"},)},
        ),
        (
            [group("Steps", text("Step 1", "Ask"), text("Text 1", "What?"), text("Step 2", "Try"))],
            {"steps": ({"title": "Ask", "text": "What?"}, {"title": "Try"})},
        ),
        (
            [group("Figures", text("Figure 1", "87 %", "come on foot"), text("Figure 2", "12"))],
            {"figures": ({"number": "87 %", "label": "come on foot"}, {"number": "12"})},
        ),
        # A label without its figure is none.
        (
            [group("Figures", text("Label 2", "lost"), text("Figure 1", "12"))],
            {"figures": ({"number": "12"},)},
        ),
        ([text("Figure 1", "4,200")], {"figures": ({"number": "4,200"},)}),
        ([group("QR: https://example.org")], {"qr": "https://example.org"}),
        (
            [text("Name 2", "Ben", x=900), text("Name 1", "Anna", "Mayor"), portrait("a", 800)],
            {
                "people": (
                    {"name": "Anna", "role": "Mayor"},
                    {"name": "Ben", "picture": "pictures/slide-3-a.png"},
                )
            },
        ),
        (
            [group("Person 1", text("Initials 1", "AM"), text("Name 1", "Anna Muster"))],
            {"people": ({"name": "Anna Muster"},)},
        ),
        ([text("Name 1", "Anna"), text("TextBox 4", "Beside")], {}),
        ([text("TextBox 1", "Steps")], {}),
    ],
    ids=[
        "steps",
        "steps as rows",
        "figures",
        "a label alone",
        "one figure",
        "code",
        "people",
        "initials",
        "more",
        "text",
    ],
)
def test_the_keys_of_a_drawing(rest: list[SourceShape], expected: dict[str, Value]) -> None:
    assert drawing_keys(rest, SLIDE, Names(".")) == expected


def test_the_address_of_a_code_is_its_name() -> None:
    assert qr_address(group("QR: https://example.org")) == "https://example.org"
    assert qr_address(group("Steps")) == qr_address(text("QR: a", "b")) == ""
