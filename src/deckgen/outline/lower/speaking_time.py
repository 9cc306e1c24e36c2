"""The speaking time of a talk, and whether it fits the slot of its event. All in minutes."""

from collections.abc import Sequence

from deckgen.outline.schema.entry import Entry, Kind, Outline
from deckgen.support.diagnostics import Diagnostics, Span, counted, name_list

_DAY = 24 * 60


def total_minutes(outline: Outline) -> float:
    """Return the minutes of all slides that are shown; a slide without `minutes` counts 0."""
    return sum(entry.minutes or 0 for _, entry in outline.slides if not entry.hidden)


def check_minutes(outline: Outline, diagnostics: Diagnostics) -> None:
    """Warn of a talk that is longer than its slot, with a hint which optional slides to leave out.

    Minutes below 0 or above those of a day are errors.
    """
    for _, entry in outline.slides:
        if entry.minutes is not None:
            _check_range("A slide", entry.minutes, entry.spans["minutes"], diagnostics)
    event = outline.talk.event
    if event is None or event.slot is None:
        return
    _check_range("A talk", event.slot, event.spans["slot"], diagnostics)
    total = total_minutes(outline)
    over = round(total - event.slot, 6)
    if over <= 0:
        return
    slides = [(kind, entry) for kind, entry in outline.slides if not entry.hidden]
    optional = sorted(
        (
            (entry.minutes, _name(kind, entry))
            for kind, entry in slides
            if entry.optional and entry.minutes
        ),
        key=lambda slide: -slide[0],
    )
    silent = sum(entry.minutes is None for _, entry in slides)
    say = "says" if silent == 1 else "say"
    but = f", not counting {counted(silent, 'slide')} that {say} no minutes" if silent else ""
    diagnostics.warning(
        "too-long-for-slot",
        f"The talk takes {format_minutes(total)}{but}; "
        f"its slot here has {format_minutes(event.slot)}.",
        event.spans["slot"],
        _hint(optional, over, event.slot),
    )


def _check_range(what: str, number: float, place: Span, diagnostics: Diagnostics) -> None:
    """Report minutes below 0 or above those of a day."""
    if 0 <= number <= _DAY:
        return
    diagnostics.error(
        "bad-minutes",
        f"{what} cannot take {'less than no time' if number < 0 else 'longer than a day'}.",
        place,
        "Type how many minutes it takes, such as 1.5 or 1,5.",
    )


def format_minutes(number: float) -> str:
    """Return a number of minutes in words: “1 minute”, “2.5 minutes”."""
    return "1 minute" if number == 1 else f"{number:g} minutes"


def _hint(optional: Sequence[tuple[float, str]], over: float, slot: float) -> str:
    """Return how to save the minutes `over` the slot.

    `optional` has minutes and name of the slides that may go, the longest first. Slides are taken
    until enough is saved; then those that are not needed are given back.
    """
    needed: list[tuple[float, str]] = []
    saved = 0.0
    for slide in optional:
        if saved < over:
            needed.append(slide)
            saved += slide[0]
    if not needed:
        return (
            "Mark slides that you could do without with `optional: yes`, or shorten the `minutes`."
        )
    for slide in tuple(reversed(needed)):
        if saved - slide[0] >= over:
            saved -= slide[0]
            needed.remove(slide)
    left_out = name_list(f"{name} ({format_minutes(minutes)})" for minutes, name in needed)
    takes = format_minutes(round(slot + over - saved, 6))
    if saved >= over:
        return f"Without {left_out} it takes {takes}."
    return f"Even without its optional slides, {left_out}, it takes {takes}."


def _name(kind: Kind, entry: Entry) -> str:
    if entry.id is not None:
        return entry.id.text
    title = kind.title_of(entry)
    return f"“{title}”" if title else f"the slide in line {entry.span.line}"
