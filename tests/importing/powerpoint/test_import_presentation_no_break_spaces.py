"""Blanks that building a deck made unbreakable may break again, in all that holds text."""

from deckgen.importing.marked_text import SourceRun
from deckgen.importing.powerpoint.import_presentation import without_no_break_spaces
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceGroup,
    SourceShape,
    SourceTable,
    Unread,
)
from tests.importing.powerpoint.source_slides import source_slide, text_shape


def test_blanks_may_break_in_texts_tables_and_drawings() -> None:
    table = SourceTable((((SourceRun("5\u00a0km", bold=True),),),), header=True, alt="")
    made = without_no_break_spaces(
        source_slide(
            text_shape("3.\u00a0May", "z.\u00a0B."),
            SourceShape(table),
            SourceShape(SourceGroup("Steps", (text_shape("4\u00a0%"),))),
            SourceShape(Unread("drawing", "a\u00a0b")),
        )
    )
    assert made.words.splitlines() == ["3. May", "z. B.", "5 km", "4 %", "a\u00a0b"]
    assert made.shapes[1].content == table._replace(rows=(((SourceRun("5 km", bold=True),),),))
