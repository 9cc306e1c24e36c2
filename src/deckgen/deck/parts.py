"""One slide as several: what each of them keeps, and what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.deck.model import Content, Paragraph, Run, Slide, TextBody


def parts(slide: Slide, bodies: Sequence[tuple[Paragraph, ...]], ids: set[str]) -> list[Slide]:
    """Return a slide for each body, and add their new ids to `ids`.

    The first keeps the id, the notes, and the section that begins with it. Titles are numbered,
    “Title (2/3)”.
    """
    return [
        slide._replace(
            id=slide.id if number == 1 else _new_id(f"{slide.id}-{number}", ids),
            notes=slide.notes if number == 1 else None,
            section=slide.section if number == 1 else None,
            placeholders=tuple(
                (role, _content(role, content, body, f" ({number}/{len(bodies)})"))
                for role, content in slide.placeholders
            ),
        )
        for number, body in enumerate(bodies, 1)
    ]


def _content(role: str, content: Content, body: tuple[Paragraph, ...], suffix: str) -> Content:
    if role == "body":
        return TextBody(body)
    if role != "title":
        return content
    *before, last = content.paragraphs
    return TextBody((*before, last._replace(runs=(*last.runs, Run(suffix)))))


def _new_id(wanted: str, ids: set[str]) -> str:
    found, count = wanted, 1
    while found in ids:
        count += 1
        found = f"{wanted}-{count}"
    ids.add(found)
    return found
