"""The speaker's script: what to say to each slide, and when; as PDF, or as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckgen.deck.text_body import LineBreak, Run
from deckgen.export.document_blocks import NotesBlock, TextBlock
from deckgen.export.document_phrases import phrase_language, phrases
from deckgen.export.typst_paper import (
    TypesetPdf,
    installed_families,
    picture_name,
    sheet_data,
    slide_data,
    typeset_pdf,
)
from deckgen.language.number_formats import NumberFormat, format_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from deckgen.brand.brand import Brand
    from deckgen.export.talk_contents import SlideContents, TalkContents
    from deckgen.render.renderer import SlideImage


def script_pdf(
    talk: TalkContents,
    brand: Brand,
    pages: Sequence[SlideImage],
    paper: str,
    moment: dt.datetime | None,
) -> TypesetPdf:
    """Return the script on paper; `pages` are the pictures of the talk's slides, in order.

    Raises RenderingError.
    """
    drawn = [*zip(talk.slides, pages, strict=True)]
    optional = phrases(talk.lang)["optional"]
    data = {
        **sheet_data(talk, brand, paper, installed_families()),
        "sum": total_time(talk),
        "sum-lang": phrase_language(talk.lang),
        "slides": [
            {
                **slide_data(slide, page, talk.lang),
                "clock": start_time(slide),
                "minutes": "" if slide.minutes is None else in_minutes(slide.minutes, talk.lang),
                "optional": optional if slide.optional and not slide.continues else "",
            }
            for slide, page in drawn
        ],
    }
    pictures = {picture_name(slide): page for slide, page in drawn}
    return typeset_pdf("notes.typ", data, pictures, moment)


def total_time(talk: TalkContents) -> str:
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


def start_time(slide: SlideContents) -> str:
    """Return when a slide begins, from 0:00; nothing where it says no minutes."""
    if slide.minutes is None:
        return ""
    seconds = round(slide.begins * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def script_markdown(talk: TalkContents) -> str:
    """Return the script as text in CommonMark; what the notes say stays what it says."""
    head = [f"# {_plain(talk.title)}", _plain(talk.event), total_time(talk)]
    parts = [part for part in head if part]
    optional = phrases(talk.lang)["optional"]
    for slide in talk.slides:
        said = [start_time(slide)]
        if slide.minutes is not None:
            said.append(in_minutes(slide.minutes, talk.lang))
        if slide.optional and not slide.continues:
            said.append(optional)
        parts.append(f"## {slide.number}  {_plain(slide.title)}")
        parts += ["*" + " · ".join(filter(None, said)) + "*"] if any(said) else []
        parts += ["\n".join(_block(block)) for block in slide.notes]
    return "\n\n".join(parts) + "\n"


def _block(block: NotesBlock, depth: int = 0) -> Iterator[str]:
    if isinstance(block, TextBlock):
        yield _runs(block.runs)
        return
    for at, item in enumerate(block.items):
        mark = "-" if block.start is None else f"{block.start + at}."
        yield f"{'    ' * depth}{mark} {_runs(item.runs)}"
        for below in item.lists:
            yield from _block(below, depth + 1)


def _runs(runs: Iterable[Run | LineBreak]) -> str:
    return "".join(_run(run) if isinstance(run, Run) else "  \n" for run in runs)


def _run(run: Run) -> str:
    text = _plain(run.text)
    bare = text.strip()
    if not bare or not (run.bold or run.italic):
        return text
    mark = "**" if run.bold else "*"
    return text.replace(bare, f"{mark}{bare}{mark}", 1)


def _plain(text: str) -> str:
    """Return words that CommonMark shows as they are."""
    return re.sub(r"([\\`*_\[\]<>#&|~])", r"\\\1", text)


def in_minutes(number: float, lang: str) -> str:
    """Return minutes as `lang` writes them: “2.5 min”, “2,5 min”."""
    return f"{_number(number, lang)}\u00a0min"


def _number(number: float, lang: str) -> str:
    return format_number(number, NumberFormat(len(f"{number:g}".partition(".")[2])), lang)
