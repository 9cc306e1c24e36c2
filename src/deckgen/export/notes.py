"""The speaker's script: what to say to each slide, and when; as PDF, or as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck.numbers import Style, shown
from deckgen.export.paper import (
    Printed,
    families,
    picture_name,
    set_pages,
    sheet,
    slide_data,
)
from deckgen.export.phrases import phrases

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from deckgen.brand.brand import Brand
    from deckgen.export.contents import Contents, SlideContents
    from deckgen.render.renderer import Page


def notes(
    talk: Contents,
    brand: Brand,
    pages: Sequence[Page],
    paper: str,
    moment: dt.datetime | None,
) -> Printed:
    """Return the script on paper; `pages` are the pictures of the talk's slides, in order.

    Raises RenderingError.
    """
    optional = phrases(talk.lang)["optional"]
    data = {
        **sheet(talk, brand, paper, families()),
        "sum": total(talk),
        "slides": [
            {
                **slide_data(slide),
                "clock": clock(talk, slide),
                "minutes": "" if slide.minutes is None else in_minutes(slide.minutes, talk.lang),
                "optional": optional if slide.optional and not slide.continues else "",
            }
            for slide in talk.slides
        ],
    }
    pictures = {
        picture_name(slide): page for slide, page in zip(talk.slides, pages, strict=True)
    }
    return set_pages("notes.typ", data, pictures, moment)


def total(talk: Contents) -> str:
    """Return how long the talk takes, against its slot; nothing where no slide says its minutes.

    Slides that say none are counted, so that nobody takes the sum for the whole.
    """
    if not talk.minutes:
        return ""
    words, lang = phrases(talk.lang), talk.lang
    said = [in_minutes(talk.minutes, lang)]
    if talk.slot is not None:
        said = [f"{_number(talk.minutes, lang)} {words['of']} {in_minutes(talk.slot, lang)}"]
        if (over := round(talk.minutes - talk.slot, 6)) > 0:
            said.append(f"{words['over']} {in_minutes(over, lang)}")
    if talk.spare:
        left = round(talk.minutes - talk.spare, 6)
        said.append(f"{words['without-optional']}: {in_minutes(left, lang)}")
    if talk.silent:
        said.append(f"{words['silent']}: {talk.silent}")
    return "  ·  ".join(said)


def clock(talk: Contents, slide: SlideContents) -> str:
    """Return when a slide begins, from 0:00; nothing where no slide says its minutes."""
    if not talk.minutes or slide.continues:
        return ""
    seconds = round(slide.begins * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def in_minutes(number: float, lang: str) -> str:
    """Return minutes as `lang` writes them: “2.5 min”, “2,5 min”."""
    return f"{_number(number, lang)}\u00a0min"


def _number(number: float, lang: str) -> str:
    return shown(number, Style(len(f"{number:g}".partition(".")[2])), lang)
