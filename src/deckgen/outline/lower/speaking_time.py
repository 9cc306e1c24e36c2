"""The speaking time of a talk, and whether it fits the slot of its event. All in minutes."""

from typing import NamedTuple

from deckgen.outline.schema.entry import Entry, Kind, Outline
from deckgen.support.diagnostics import Diagnostics, Span, counted, name_list

_DAY = 24 * 60


class _Slide(NamedTuple):
    """An optional slide: its minutes, and how it is called in a hint."""

    minutes: float
    name: str


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
            _Slide(entry.minutes, _name(kind, entry))
            for kind, entry in slides
            if entry.optional and entry.minutes
        ),
        key=lambda slide: -slide.minutes,
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


def _hint(optional: list[_Slide], over: float, slot: float) -> str:
    """Return how to save the minutes `over` the slot; `optional` has the longest slides first.

    Slides are taken until enough is saved; then those that are not needed are given back.
    """
    needed: list[_Slide] = []
    saved = 0.0
    for slide in optional:
        if saved < over:
            needed.append(slide)
            saved += slide.minutes
    if not needed:
        return (
            "Mark slides that you could do without with `optional: yes`, or shorten the `minutes`."
        )
    for slide in tuple(reversed(needed)):
        if saved - slide.minutes >= over:
            saved -= slide.minutes
            needed.remove(slide)
    left_out = name_list(f"{slide.name} ({format_minutes(slide.minutes)})" for slide in needed)
    takes = format_minutes(round(slot + over - saved, 6))
    if saved >= over:
        return f"Without {left_out} it takes {takes}."
    return f"Even without its optional slides, {left_out}, it takes {takes}."


def _name(kind: Kind, entry: Entry) -> str:
    if entry.id is not None:
        return entry.id.text
    title = kind.title_of(entry)
    return f"“{title}”" if title else f"the slide in line {entry.span.line}"
