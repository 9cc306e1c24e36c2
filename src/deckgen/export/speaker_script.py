"""The speaker's script: the notes of each slide, with times, as PDF or Markdown."""

import re
from collections.abc import Iterable, Iterator

from deckgen.deck.text_body import LineBreak, Run
from deckgen.export.document_blocks import NotesBlock, TextBlock
from deckgen.export.document_phrases import phrase_language, phrases
from deckgen.export.talk_contents import SlideContents, TalkContents
from deckgen.export.typst_paper import Data, DrawnTalk, TypesetPdf, talk_pdf
from deckgen.language.number_formats import NumberFormat, format_number


def script_pdf(drawn: DrawnTalk, paper: str) -> TypesetPdf:
    """Return the script of a talk as PDF. Raises RenderingError."""
    talk = drawn.contents
    optional = phrases(talk.lang)["optional"]

    def times(slide: SlideContents) -> Data:
        return {
            "clock": start_time(slide),
            "minutes": "" if slide.minutes is None else in_minutes(slide.minutes, talk.lang),
            "optional": optional if slide.optional and not slide.continues else "",
        }

    own = {"sum": total_time(talk), "sum-lang": phrase_language(talk.lang)}
    return talk_pdf("notes.typ", drawn, paper, own, times)


def total_time(talk: TalkContents) -> str:
    """Return the time of the talk and its slot, in words; empty if no slide has minutes.

    Slides without minutes are counted, since the sum is too small then.
    """
    if not talk.minutes:
        return ""
    words, lang = phrases(talk.lang), talk.lang
    parts = [in_minutes(talk.minutes, lang)]
    if talk.slot is not None:
        parts = [f"{_number(talk.minutes, lang)} {words['of']} {in_minutes(talk.slot, lang)}"]
        if (over := round(talk.minutes - talk.slot, 6)) > 0:
            parts.append(f"{words['over']} {in_minutes(over, lang)}")
    if talk.spare:
        left = round(talk.minutes - talk.spare, 6)
        parts.append(f"{words['without-optional']}: {in_minutes(left, lang)}")
    if talk.silent:
        parts.append(f"{words['silent']}: {talk.silent}")
    return "  ·  ".join(parts)


def start_time(slide: SlideContents) -> str:
    """Return when a slide begins, from 0:00; empty if it has no minutes."""
    if slide.minutes is None:
        return ""
    seconds = round(slide.begins * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def script_markdown(talk: TalkContents) -> str:
    """Return the script in CommonMark; special characters of the notes are escaped."""
    head = [f"# {_plain(talk.title)}", _plain(talk.event), total_time(talk)]
    parts = [part for part in head if part]
    optional = phrases(talk.lang)["optional"]
    for slide in talk.slides:
        facts = [start_time(slide)]
        if slide.minutes is not None:
            facts.append(in_minutes(slide.minutes, talk.lang))
        if slide.optional and not slide.continues:
            facts.append(optional)
        parts.append(f"## {slide.number}  {_plain(slide.title)}")
        parts += ["*" + " · ".join(filter(None, facts)) + "*"] if any(facts) else []
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
    """Return a text with the special characters of CommonMark escaped."""
    return re.sub(r"([\\`*_\[\]<>#&|~])", r"\\\1", text)


def in_minutes(number: float, lang: str) -> str:
    """Return minutes as `lang` writes them: “2.5 min”, “2,5 min”."""
    return f"{_number(number, lang)}\u00a0min"


def _number(number: float, lang: str) -> str:
    return format_number(number, NumberFormat(len(f"{number:g}".partition(".")[2])), lang)
