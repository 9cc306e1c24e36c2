"""A map in which everything occurs that a map can hold, as a value."""

from deckgen.deck.box import Box
from deckgen.deck.deck_map import (
    DeckMap,
    MappedBox,
    MappedParagraph,
    MappedSlide,
    MappedText,
)
from deckgen.deck.slide import DeckOrigin, lasting_slide_number

SMALL_MAP = DeckMap(
    (
        MappedSlide(
            "a",
            300,
            "Title",
            (
                MappedText("title", 2, (MappedParagraph("One\vand <two>"),)),
                MappedText(
                    "body",
                    3,
                    (
                        MappedParagraph("Big and", marks=((0, 3, "bold"), (4, 7, "italic"))),
                        MappedParagraph("x²", 1, formulas=((0, 2),)),
                    ),
                ),
                MappedText("alt 1", 4, (MappedParagraph("A table", is_generated=True),)),
                MappedText("table 1 cell 1 1", 4, (MappedParagraph("A"),)),
                MappedText("table 1 cell 1 2", 4, (MappedParagraph("B"), MappedParagraph(""))),
                MappedText("notes", 0, (MappedParagraph("Say it"),)),
            ),
            (
                MappedBox(2, "title", Box(1, 2, 3, 4)),
                MappedBox(3, "body", Box(5, 6, 7, 8)),
                MappedBox(4, "table 1", Box(1, 1, 1, 1)),
                MappedBox(5, "number", Box(9, 9, 9, 9)),
            ),
            is_hidden=True,
            section="Costs & co",
            transition="none",
        ),
        MappedSlide(
            "b",
            lasting_slide_number("b"),
            "Title",
            (MappedText("title", 2, (MappedParagraph("Two"),)),),
            (
                MappedBox(2, "title", Box(1, 2, 3, 4)),
                MappedBox(3, "picture 1", Box(1, 1, 2, 2), "0a0b0c0d"),
            ),
            section="",
            transition="fade",
        ),
        MappedSlide(
            "c", lasting_slide_number("c"), "Theirs", (), (), included="01234567", section=""
        ),
    ),
    DeckOrigin("talk.yaml", "Gera", tags=("short",), variables=(("slot", "10"),)),
)
