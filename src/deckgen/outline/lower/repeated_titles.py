"""Titles that several slides have: the head key `titles` says what becomes of them.

A slide has a unique name in any case, its id (`p:cSld/@name`). docs/decisions/repeated-titles.md
says why the title on the page stays as it is.
"""

from collections import Counter
from collections.abc import Sequence

from deckgen.deck.slide import Slide, with_title_suffix
from deckgen.support.diagnostics import Diagnostics


def note_repeated_titles(slides: Sequence[Slide], diagnostics: Diagnostics) -> None:
    """Report each title that several slides have, at the second of them.

    Slides of another deck count, but are not reported.
    """
    titles = [slide.title for slide in slides]
    counts = Counter(titles)
    if len(counts) == len(slides):
        return
    seen: set[str] = set()
    noted = {""}
    for slide, title in zip(slides, titles, strict=True):
        if title in seen and title not in noted and not slide.included:
            noted.add(title)
            diagnostics.note(
                "duplicate-title",
                f"{counts[title]} slides have the title “{title}”; people who listen to the deck "
                "tell slides apart by their titles.",
                slide.span,
                "Give each slide a title of its own, or write `titles: numbered` at the top of "
                f"the outline: then the second one is called “{title} (2)”.",
            )
        seen.add(title)


def with_numbered_titles(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides; a title that an earlier slide has gets a number: “Title (2)”.

    No number makes a title that another slide has. Slides of another deck keep their titles.
    """
    titles = [slide.title for slide in slides]
    taken = set(titles)
    numbers: dict[str, int] = {}
    numbered = []
    for slide, title in zip(slides, titles, strict=True):
        if not title or title not in numbers or slide.included:
            numbers[title] = numbers.get(title, 0) + 1
            numbered.append(slide)
            continue
        number = numbers[title] + 1
        while f"{title} ({number})" in taken:
            number += 1
        numbers[title] = number
        taken.add(f"{title} ({number})")
        numbered.append(with_title_suffix(slide, f" ({number})"))
    return numbered
