"""Slides whose text may stand beside a picture, a table or a chart.

A kind of graphic is a field of `Illustrated` and a line in `_GRAPHICS`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from deckgen.deck.slide import LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.outline.lower.slide_builder import slide
from deckgen.outline.schema.chart_keys import ChartKeys
from deckgen.outline.schema.clip_keys import AudioKeys, VideoKeys
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import TableData, key
from deckgen.outline.schema.image_keys import Images
from deckgen.support.records import record

if TYPE_CHECKING:
    from deckgen.deck.graphics.graphic import Graphic

_Contents: TypeAlias = dict[PlaceholderRole, TextBody]
_TEXTS = ("bullets", "text")
"""The keys whose text a graphic stands beside."""


@record
class Illustrated(Entry):
    """The keys of slides that can show something beside their text."""

    image: Images | None = key(
        "A picture beside the text, or several: a file, or keys such as `file` and `alt`. Written "
        "before the text, it stands left of it.",
        "market.jpg",
        default=None,
        short="file",
    )
    chart: ChartKeys | None = key(
        "A chart beside the text; or only its numbers, in a CSV file.",
        "passengers.csv",
        default=None,
        short="data",
    )
    table: TableData | None = key(
        "A table beside the text: rows, each a list of cells; or a CSV file.",
        "towns.csv",
        default=None,
    )
    video: VideoKeys | None = key(
        "A film beside the text: a file, or keys such as `file` and `alt`.",
        "market.mp4",
        default=None,
        short="file",
    )
    audio: AudioKeys | None = key(
        "A sound beside the text: a file, or keys such as `file` and `alt`.",
        "interview.mp3",
        default=None,
        short="file",
    )


def _charts(value: ChartKeys, _name: str, context: Context) -> "tuple[Graphic, ...]":
    from deckgen.outline.lower.graphics.charts import charts

    return charts(value, context)


def _tables(value: TableData, name: str, context: Context) -> "tuple[Graphic, ...]":
    from deckgen.outline.lower.graphics.tables import tables

    return tables(value, name, context)


def _pictures(value: Images, _name: str, context: Context) -> "tuple[Graphic, ...]":
    from deckgen.outline.lower.graphics.pictures import pictures

    return pictures(value, context.media, context.diagnostics)


def _clips(value: AudioKeys, name: str, context: Context) -> "tuple[Graphic, ...]":
    from deckgen.outline.lower.graphics.clips import clips

    return clips(value, name, context)


_GRAPHICS: Mapping[str, Callable[[Any, str, Context], "tuple[Graphic, ...]"]] = {
    "image": _pictures,
    "chart": _charts,
    "table": _tables,
    "video": _clips,
    "audio": _clips,
}
"""What makes the graphics of a key from its value; what is wrong is told on the way."""


def illustrated_slide(
    entry: Illustrated,
    context: Context,
    role: LayoutRole,
    placeholders: Iterable[tuple[PlaceholderRole, TextBody | None]],
) -> Slide:
    """Return the entry's slide: on the layout for `role`, or on that for two contents.

    The graphic stands right of the text, or left of it if its key is written first. With a graphic
    and no text, the graphic takes the place of the text.
    """
    filled = {name: content for name, content in placeholders if content is not None}
    named = [name for name in _GRAPHICS if getattr(entry, name) is not None]
    if not named:
        return slide(entry, context, role, "light", filled.items())
    name = min(named, key=list(entry.spans).index)
    for other in named:
        if other != name:
            context.diagnostics.error(
                "two-graphics",
                f"`{name}` and `{other}` do not go together on one slide.",
                entry.spans[other],
                f"Make two slides of it, or delete one of the two keys. Several pictures are one "
                f"`{name}` with a list."
                if name == "image"
                else "Make two slides of it.",
            )
    graphics = graphics_of(entry, name, context)
    if "body" not in filled:
        role = "bullets" if role == "question" else role
        filled = _with_progress_as_kicker(filled)
        made = slide(entry, context, role, "light", filled.items())
        made = made._replace(graphics=tuple(("body", one) for one in graphics))
        return with_transcript(made, getattr(entry, name), context)
    text, place = _sides(entry, name)
    filled = _with_progress_as_kicker(filled)
    if role == "text":
        from deckgen.deck.text_body import without_bullets

        filled["body"] = without_bullets(filled["body"])
    contents = [(text if at == "body" else at, content) for at, content in filled.items()]
    made = slide(entry, context, "two-contents", "light", contents)
    made = made._replace(graphics=tuple((place, one) for one in graphics))
    return with_transcript(made, getattr(entry, name), context)


def graphics_of(entry: object, name: str, context: Context) -> "tuple[Graphic, ...]":
    """Return the graphics that a key of an entry holds; none, with errors, if they are wrong.

    `entry` is whatever has the key: a slide, or one of its columns.
    """
    return _GRAPHICS[name](getattr(entry, name), name, context)


def with_transcript(made: Slide, value: object, context: Context) -> Slide:
    """Return the slide with what is said in a film or a sound, if `value` is one, in its notes."""
    if not isinstance(value, AudioKeys) or value.transcript is None:
        return made
    from deckgen.outline.lower.graphics.clips import with_transcript

    return with_transcript(made, value.transcript, context)


def _with_progress_as_kicker(filled: _Contents) -> _Contents:
    """Return a question's contents with its progress in the line above it: 2/6 · The view."""
    if "progress" not in filled:
        return filled
    kicker = filled.get("kicker")
    runs = filled["progress"].paragraphs[0].runs
    if kicker is not None:
        runs = (*runs, Run("  ·  "), *kicker.paragraphs[0].runs)
    span = kicker.paragraphs[0].span if kicker else None
    above = TextBody((Paragraph(runs, span=span),))
    changed: _Contents = {"title": filled["title"], "kicker": above}
    if "body" in filled:
        changed["body"] = filled["body"]
    return changed


def _sides(entry: Entry, name: str) -> tuple[PlaceholderRole, PlaceholderRole]:
    """Return where the text stands, and where the graphic, in the order of their keys."""
    keys = list(entry.spans)
    texts = [keys.index(text) for text in _TEXTS if text in keys]
    return ("second", "body") if texts and keys.index(name) < min(texts) else ("body", "second")
