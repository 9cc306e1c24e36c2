"""A slide that goes on over several keeps its id, notes and section on the first."""

from deckgen.deck.slide import SectionStart
from deckgen.deck.text_body import TextBody
from deckgen.fit.slide_continuation import continued_slides
from tests.fit.square import bullet, slide


def test_parts_have_ids_numbers_and_bodies_of_their_own() -> None:
    start = SectionStart("one", "Trees")
    notes = TextBody((bullet("Say it"),))
    one = slide(bullet("a"), bullet("b"), bullet("c"))
    one = one._replace(notes=notes, section=start, number_in_entry=4)
    ids = {"one", "one-2"}
    bodies = [(bullet(word),) for word in "abc"]
    parts = continued_slides(one, bodies, ids)
    assert [part.id for part in parts] == ["one", "one-2-2", "one-3"]
    assert ids == {"one", "one-2", "one-2-2", "one-3"}
    assert [(part.notes, part.section) for part in parts] == [
        (notes, start),
        (None, None),
        (None, None),
    ]
    assert [part.number_in_entry for part in parts] == [4, 5, 6]
    contents = [dict(part.placeholders) for part in parts]
    assert [each["title"].text for each in contents] == [f"Title ({n}/3)" for n in (1, 2, 3)]
    assert [each["body"].paragraphs for each in contents] == bodies
