"""The slides of another deck that entries name, by number, range or title, or are pinned to.

One entry of several slides is expanded to one entry for each slide.
"""

import re
from collections.abc import Callable, Iterator

from deckgen.deck.included_slide import DeckSummary, IncludedSlide, SlideSummary
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import Formula
from deckgen.outline.expand.includes import DECK_NAME, INCLUDE
from deckgen.outline.schema.entry import Context, Entry, Kind, Outline, Pinned
from deckgen.outline.schema.fields import Names, Pattern, Text, key
from deckgen.outline.schema.talk import Talk
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.nearest import nearest
from deckgen.support.records import changed, record

_NUMBERS = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")
_WITHOUT_EFFECT = ("frame", "tone", "fit", "layout", "reveal", "transition", "pinned")
_MOST_TITLES = 12
_MADE_ANEW: frozenset[PlaceholderRole] = frozenset({"progress", "date"})
"""Placeholders whose words change with other slides, and with the day."""


@record
class Include(Entry):
    """The keys of slides from another deck."""

    include: Text = key(
        "The deck, as seen from the outline: a .pptx or .potx file.",
        "partner.pptx",
        pattern=Pattern(
            DECK_NAME,
            "the name of a PowerPoint file, such as partner.pptx; the slides of another outline "
            "come with `include` alone",
        ),
    )
    slides: Names | None = key(
        "Which of its slides: numbers, ranges, titles; all of them if left out.",
        "3",
        "[3, 5-7, The budget]",
    )


def expand_included_decks(
    outline: Outline, deck: Callable[[Text], DeckSummary | None], diagnostics: Diagnostics
) -> tuple[Outline, dict[int, str]]:
    """Return the outline with an entry for each slide of other decks, which names its number.

    And the titles of these slides, by the index of the entry.

    `id` and `notes` go to the first slide. Slides that do not exist are reported and left out.
    `deck` returns the slides of a deck; None, with an error, if it cannot be read.
    """
    slides: list[tuple[Kind, Entry]] = []
    headlines: dict[int, str] = {}
    unread = set(outline.unread)
    for kind, entry in outline.slides:
        if not isinstance(entry, Include):
            slides.append((kind, entry))
            continue
        _warn_of_keys(entry, outline.talk, diagnostics)
        listed = deck(entry.include)
        numbers = [*_slide_numbers(entry, listed, diagnostics)] if listed else []
        for at, (number, words) in enumerate(numbers):
            headlines[len(slides)] = listed.slides[number - 1].title if listed else ""
            single = changed(
                entry,
                slides=Names((Text(str(number), words.span),)),
                id=None if at else entry.id,
                notes=None if at else entry.notes,
            )
            slides.append((kind, single))
        if not numbers and entry.id:
            unread.add(entry.id.text)
    return outline._replace(slides=tuple(slides), unread=frozenset(unread)), headlines


def _warn_of_keys(entry: Include, talk: Talk, diagnostics: Diagnostics) -> None:
    useless = [(name, entry.spans[name]) for name in _WITHOUT_EFFECT if name in entry.spans]
    if layout := (talk.layouts or {}).get(INCLUDE):
        useless.append((INCLUDE, layout.span))
    for name, span in useless:
        diagnostics.warning(
            "without-effect",
            f"`{name}` changes nothing here: slides of another deck stay as they are.",
            span,
            "Delete the line, or change the slide in its own deck.",
        )


def _slide_numbers(
    entry: Include, deck: DeckSummary, diagnostics: Diagnostics
) -> Iterator[tuple[int, Text]]:
    """Yield the number of each slide that an entry names, with the words that name it."""
    if entry.slides is None:
        yield from ((number, entry.include) for number in range(1, 1 + len(deck.slides)))
        if not deck.slides:
            diagnostics.error(
                "no-slides",
                f"{deck.file} has no slides.",
                entry.include.span,
                "Name another deck, or delete the entry.",
            )
        return
    for words in entry.slides:
        pieces = words.text.split(",")
        ranges = [match for piece in pieces if (match := _NUMBERS.fullmatch(piece))]
        if len(ranges) < len(pieces):
            yield from _by_title(words, deck, diagnostics)
            continue
        for match in ranges:
            first = int(match[1])
            yield from _by_number(first, int(match[2] or first), words, deck, diagnostics)


def _by_number(
    first: int, last: int, words: Text, deck: DeckSummary, diagnostics: Diagnostics
) -> Iterator[tuple[int, Text]]:
    count = len(deck.slides)
    if last < first:
        diagnostics.error(
            "wrong-type",
            f"The range {first}-{last} runs backwards.",
            words.span,
            f"Type {last}-{first}; or one number after the other, in the order that you want.",
        )
    elif first < 1 or last > count:
        number = last if last > count else first
        diagnostics.error(
            "no-such-slide",
            f"{deck.file} has {counted(count, 'slide')}; there is no slide {number}.",
            words.span,
            _list(deck),
        )
    else:
        yield from ((number, words) for number in range(first, last + 1))


def _by_title(
    words: Text, deck: DeckSummary, diagnostics: Diagnostics
) -> Iterator[tuple[int, Text]]:
    title = _folded(words.text)
    numbers = [at for at, slide in enumerate(deck.slides, 1) if _folded(slide.title) == title]
    if len(numbers) == 1:
        yield numbers[0], words
        return
    if numbers:
        message = f"In {deck.file} the slides {', '.join(map(str, numbers))} all have this title."
        hint = "Say which one you mean by its number."
    else:
        message = f"{deck.file} has no slide with the title “{words.text}”."
        near = nearest(words.text, [slide.title for slide in deck.slides if slide.title])
        number = next((at for at, slide in enumerate(deck.slides, 1) if slide.title == near), 0)
        hint = f"Did you mean “{near}”? That is slide {number}." if near else _list(deck)
    diagnostics.error("no-such-slide", message, words.span, hint)


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _list(deck: DeckSummary) -> str:
    """Return a hint that lists the first slides of a deck."""
    titles = [
        f"{at} “{slide.title}”" if slide.title else f"{at} (without a title)"
        for at, slide in enumerate(deck.slides[:_MOST_TITLES], 1)
    ]
    more = len(deck.slides) - len(titles)
    rest = f", and {more} more" if more > 0 else ""
    return f"There are: {', '.join(titles)}{rest}." if titles else "Name another deck."


def pinned_slide(made: Slide, pinned: Pinned, context: Context) -> Slide:
    """Return the slide that an entry is pinned to, with id and notes of the one that was made.

    Warns if its title is another one by now, or if it does not show some words of the one that was
    made. An error, and the slide that was made, if there is no such slide.
    """
    deck = None if made.included else context.foreign(pinned.deck)
    if deck is None:
        return made
    span = pinned.deck.span
    if not 1 <= pinned.slide <= len(deck.slides):
        context.diagnostics.error(
            "no-such-slide",
            f"{deck.file} has no slide {pinned.slide}.",
            span,
            "Type the number of the slide, or delete `pinned` to have it made from the outline.",
        )
        return made
    there = deck.slides[pinned.slide - 1]
    titles = tuple(pair for pair in made.placeholders if pair[0] == "title")
    title = " ".join(titles[0][1].text.split()) if titles else ""
    missing = next(_missing(made, there), "")
    if title != there.title or missing:
        said = f"so it shows “{there.title}”, not “{title}”."
        context.diagnostics.warning(
            "pinned-slide-differs",
            "This slide is pinned, "
            + (said if title != there.title else f"so it does not show “{missing}”."),
            span,
            f"Change it in {deck.file}; or delete `pinned` to have it made from the outline.",
        )
    return made._replace(
        role="text",
        tone=None,
        placeholders=titles,
        graphics=(),
        line_links=(),
        footer=None,
        day=None,
        numbered=False,
        reveal=False,
        layout=None,
        transition="none",
        included=IncludedSlide(deck.file, deck.key, pinned.slide, there.layout, span),
    )


def _missing(made: Slide, there: SlideSummary) -> Iterator[str]:
    """Yield the paragraphs of a slide that was made which the slide of a deck does not show."""
    for role, body in made.placeholders:
        for paragraph in body.paragraphs if role not in _MADE_ANEW else ():
            is_plain = not any(isinstance(run, Formula) for run in paragraph.runs)
            if is_plain and not there.shows(paragraph.text):
                yield paragraph.text
