"""Unique titles: screen readers and lists of slides tell slides apart by them."""

from __future__ import annotations

from collections import Counter

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Run, TextBody
from deckgen.support.diagnostics import Diagnostics


def with_unique_titles(slides: list[Slide], diagnostics: Diagnostics) -> tuple[Slide, ...]:
    """Return the slides; a title that an earlier slide has gets a number, with a warning.

    Slides of another deck keep their titles.
    """
    typed = [_title(slide) for slide in slides]
    titles = Counter(typed)
    if len(titles) == len(slides):
        return tuple(slides)
    numbers: dict[str, int] = {}
    unique = []
    for slide, title in zip(slides, typed, strict=True):
        if title not in numbers or slide.included:
            numbers[title] = numbers.get(title, 0) + 1
            unique.append(slide)
            continue
        number = numbers[title] + 1
        while f"{title} ({number})" in titles:
            number += 1
        numbers[title] = number
        titles[f"{title} ({number})"] += 1
        diagnostics.warning(
            "duplicate-title",
            f"Another slide has the title “{title}” too; this one is called “{title} ({number})”.",
            slide.span,
            "Give each slide a title of its own.",
        )
        unique.append(_with_title_suffix(slide, f" ({number})"))
    return tuple(unique)


def _title(slide: Slide) -> str:
    for name, content in slide.placeholders:
        if name == "title":
            return content.text
    return ""


def _with_title_suffix(slide: Slide, suffix: str) -> Slide:
    def suffixed(content: TextBody) -> TextBody:
        *before, last = content.paragraphs
        return TextBody((*before, last._replace(runs=(*last.runs, Run(suffix)))))

    return slide._replace(
        placeholders=tuple(
            (name, suffixed(content) if name == "title" else content)
            for name, content in slide.placeholders
        ),
    )
