"""Unique titles: screen readers and lists of slides tell slides apart by them."""

from collections import Counter

from deckgen.deck.slide import Slide, with_title_suffix
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
        unique.append(with_title_suffix(slide, f" ({number})"))
    return tuple(unique)


def _title(slide: Slide) -> str:
    return next((content.text for role, content in slide.placeholders if role == "title"), "")
