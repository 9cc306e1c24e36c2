"""One slide as several: their ids, titles, notes and sections."""

from collections.abc import Sequence

from deckgen.deck.slide import Slide, new_slide_id, with_title_suffix
from deckgen.deck.text_body import Paragraph, TextBody


def continued_slides(
    slide: Slide, bodies: Sequence[tuple[Paragraph, ...]], ids: set[str]
) -> list[Slide]:
    """Return a slide for each body, and add their new ids to `ids`.

    The first keeps the id, the notes, and the section that begins with it. Titles are numbered,
    “Title (2/3)”.
    """
    return [
        part._replace(
            placeholders=tuple(
                (role, TextBody(body) if role == "body" else content)
                for role, content in part.placeholders
            )
        )
        for part, body in zip(numbered_slides(slide, len(bodies), ids), bodies, strict=True)
    ]


def numbered_slides(slide: Slide, count: int, ids: set[str]) -> list[Slide]:
    """Return the slide `count` times, with ids and titles as `continued_slides` gives them."""
    return [
        with_title_suffix(slide, f" ({number}/{count})")._replace(
            id=slide.id if number == 1 else new_slide_id(f"{slide.id}-{number}", ids),
            notes=slide.notes if number == 1 else None,
            section=slide.section if number == 1 else None,
            number_in_entry=slide.number_in_entry + number - 1,
        )
        for number in range(1, count + 1)
    ]
