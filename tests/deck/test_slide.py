"""Slides with other texts, and slides over several pages: the first keeps id, notes, section."""

from deckgen.deck.slide import SectionStart, numbered_slides
from deckgen.deck.text_body import TextBody
from tests.fit.square import bullet, slide


def test_only_the_texts_of_a_slide_change() -> None:
    one = slide(bullet("a"))._replace(hidden=True, position=(2, 3), notes=TextBody((bullet("n"),)))
    texts = dict(one.placeholders) | {"body": TextBody((bullet("b"),))}
    assert one.with_texts(texts) == one._replace(placeholders=tuple(texts.items()))
    assert type(one.with_texts(texts)) is type(one)


def test_parts_have_ids_and_numbers_of_their_own() -> None:
    start = SectionStart("one", "Trees")
    notes = TextBody((bullet("Say it"),))
    one = slide(bullet("a"))._replace(notes=notes, section=start, number_in_entry=4)
    ids = {"one", "one-2"}
    parts = numbered_slides(one, 3, ids)
    assert [part.id for part in parts] == ["one", "one-2-2", "one-3"]
    assert ids == {"one", "one-2", "one-2-2", "one-3"}
    assert [(part.notes, part.section) for part in parts] == [
        (notes, start),
        (None, None),
        (None, None),
    ]
    assert [part.number_in_entry for part in parts] == [4, 5, 6]
    assert [part.title for part in parts] == [f"Title ({n}/3)" for n in (1, 2, 3)]
    assert {part.text("body") for part in parts} == {one.text("body")}
