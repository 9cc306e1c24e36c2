"""Slides with a picture, a table, a chart, a film or a sound: beside text, alone, or in full size.

Each of these is a field of `Illustrated`, a name in `GRAPHIC_KEYS` and a case in `graphics_of`.
"""

from typing import TYPE_CHECKING, Any

from deckgen.deck.box import ABOVE_SLIDE
from deckgen.deck.slide import LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody, as_running_text
from deckgen.language.phrases import phrase
from deckgen.outline.lower.slide_builder import Texts, line, slide, text_blocks
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import (
    AudioKeys,
    Bleed,
    ChartKeys,
    Image,
    Images,
    Panel,
    TableData,
    Text,
    VideoKeys,
    key,
)
from deckgen.support.records import record

if TYPE_CHECKING:
    from deckgen.deck.graphics import Graphic

_FILE_OR_KEYS = "a file, or keys such as `file` and `alt`."
_DOCS = {
    "image": ("A picture {place}, or several: " + _FILE_OR_KEYS, "market.jpg", "file"),
    "chart": ("A chart {place}; or only its numbers, in a CSV file.", "passengers.csv", "data"),
    "table": ("A table {place}: rows, each a list of cells; or a CSV file.", "towns.csv", ""),
    "video": ("A film {place}: " + _FILE_OR_KEYS, "market.mp4", "file"),
    "audio": ("A sound {place}: " + _FILE_OR_KEYS, "interview.mp3", "file"),
}
"""The manual, an example, and the key that a text alone stands for, by the key of a graphic."""
GRAPHIC_KEYS = tuple(_DOCS)
_TEXTS = ("bullets", "text")
"""The keys of the text that a graphic stands beside."""


def graphic_key(name: str, place: str, more: str = "") -> Any:
    """Return the field of a graphic that may be left out; `place` is where it stands."""
    doc, example, short = _DOCS[name]
    return key(doc.format(place=place) + more, example, short=short)


@record
class Illustrated(Entry):
    """The keys of slides that can show something beside their text."""

    image: Images | None = graphic_key(
        "image", "beside the text", " Written before the text, it stands left of it."
    )
    chart: ChartKeys | None = graphic_key("chart", "beside the text")
    table: TableData | None = graphic_key("table", "beside the text")
    bleed: Bleed = key(
        "Whether the picture reaches three edges of the slide, and so fills one half of it.",
        "half",
        default="no",
    )
    video: VideoKeys | None = graphic_key("video", "beside the text")
    audio: AudioKeys | None = graphic_key("audio", "beside the text")


def illustrated_slide(
    entry: Illustrated, context: Context, role: LayoutRole, texts: Texts
) -> Slide:
    """Return the entry's slide: on the layout for `role`, or for two contents if it has a graphic.

    The graphic stands right of the text, or left of it if its key is written first. Without a text,
    it takes the place of the text. A second graphic is an error.
    """
    keys = [name for name in entry.spans if name in _DOCS and getattr(entry, name) is not None]
    if entry.bleed != "no":
        _check_bleed(entry, keys, context)
    if not keys:
        return slide(entry, context, role, texts)
    name, *others = keys
    for other in others:
        context.diagnostics.error(
            "two-graphics",
            f"`{name}` and `{other}` do not go together on one slide.",
            entry.spans[other],
            f"Make two slides of it, or delete one of the two keys. Several pictures are one "
            f"`{name}` with a list."
            if name == "image"
            else "Make two slides of it.",
        )
    text, place = _sides(entry, name)
    if texts.get("body") is None:
        role, place = "bullets" if role == "question" else role, "body"
    else:
        texts = {text if at == "body" else at: words for at, words in texts.items()}
        if role == "text" and isinstance(words := texts[text], TextBody):
            texts |= {text: as_running_text(words)}
        role = "two-contents"
    if name == "image" and entry.image and entry.bleed != "no":
        made = slide(entry, context, "two-contents", texts)
        return _edge_picture(made, entry.image, context)
    return _with_graphics(slide(entry, context, role, texts), entry, name, place, context)


def _check_bleed(entry: Illustrated, keys: list[str], context: Context) -> None:
    """Report `bleed` on a slide without a picture, and one that leaves no place for the text."""
    if entry.bleed == "full":
        context.diagnostics.error(
            "no-place",
            "A picture that fills the slide leaves no place for this text.",
            entry.spans["bleed"],
            "Type `bleed: half`, or make a slide of its own for the picture.",
        )
    elif "image" not in keys:
        context.diagnostics.warning(
            "bleed-without-picture",
            "Only a picture reaches the edges of the slide; here is none.",
            entry.spans["bleed"],
            "Add `image: …`, or delete the line.",
        )


def graphic_slide(
    entry: Entry, context: Context, name: str, title: Text, kicker: Text | None
) -> Slide:
    """Return the entry's slide on the layout for title and content, filled by the key `name`."""
    made = slide(entry, context, "bullets", {"title": title, "kicker": kicker})
    return _with_graphics(made, entry, name, "body", context)


def _with_graphics(
    made: Slide, entry: Entry, name: str, place: PlaceholderRole, context: Context
) -> Slide:
    """Return a slide with the graphics of the key `name` in a placeholder."""
    graphics = tuple((place, graphic) for graphic in graphics_of(entry, name, context))
    return with_transcript(made._replace(graphics=graphics), getattr(entry, name), context)


def graphics_of(entry: object, name: str, context: Context) -> "tuple[Graphic, ...]":
    """Return the graphics of a key, one of `GRAPHIC_KEYS`; none, with errors, if they are wrong.

    `entry` is the record that has the key: a slide, or one of its columns.
    """
    value = getattr(entry, name)
    if name == "image":
        from deckgen.outline.lower.graphics.media_keys import pictures

        return pictures(value, context.media, context.diagnostics)
    if name == "chart":
        from deckgen.outline.lower.graphics.data.charts import charts

        return charts(value, context)
    if name == "table":
        from deckgen.outline.lower.graphics.data.tables import tables

        return tables(value, context)
    from deckgen.outline.lower.graphics.media_keys import clips

    return clips(value, name, context)


def with_transcript(made: Slide, value: object, context: Context) -> Slide:
    """Return the slide with the transcript of a clip at the end of its notes, if `value` has it."""
    if not isinstance(value, AudioKeys) or value.transcript is None:
        return made
    heading = Run(phrase("transcript", made.lang), bold=True)
    return made._replace(
        notes=TextBody(
            (
                *(made.notes.paragraphs if made.notes else ()),
                Paragraph((heading,)),
                *text_blocks(value.transcript, context).paragraphs,
            )
        )
    )


def _sides(entry: Entry, name: str) -> tuple[PlaceholderRole, PlaceholderRole]:
    """Return the placeholder of the text and that of the graphic, in the order of their keys."""
    keys = list(entry.spans)
    texts = [keys.index(text) for text in _TEXTS if text in keys]
    return ("second", "body") if texts and keys.index(name) < min(texts) else ("body", "second")


def _edge_picture(made: Slide, images: Images, context: Context) -> Slide:
    """Return a slide with a picture that reaches the edges of it, or of its half; report others."""
    if len(images) > 1:
        context.diagnostics.error(
            "two-graphics",
            f"One picture reaches the edges of the slide; here are {len(images)}.",
            images[1].span,
            "Make a slide of each, or delete `bleed`.",
        )
    return with_picture(made, images[0], context)


def with_picture(made: Slide, image: Image | None, context: Context) -> Slide:
    """Return a slide with a picture, if it has one, in the place that its layout has for it.

    It is cropped to fill its place, if `fit` does not say that it is shown whole.
    """
    if image is None:
        return made
    from deckgen.outline.lower.graphics.media_keys import pictures

    loaded = pictures((image,), context.media, context.diagnostics)
    fills = image.fit != "contain"
    return made._replace(
        graphics=tuple(("picture", picture._replace(fills_box=fills)) for picture in loaded)
    )


def content_or_bleed(
    entry: Entry,
    context: Context,
    name: str,
    texts: tuple[Text, Text | None],
    *,
    bleed: Bleed,
    panel: Panel,
) -> Slide:
    """Return the slide of the pictures or the film in the key `name`; report what has no place.

    `texts` are title and kicker. On a picture that fills the slide, the title stands on a panel or
    a scrim, or outside the slide.
    """
    title, kicker = texts
    noun = "picture" if name == "image" else "film"
    if bleed in {"no", "half"}:
        if panel != "yes":
            context.diagnostics.warning(
                "panel-without-bleed",
                f"Only on a {noun} that fills the slide does the headline stand on a panel.",
                entry.spans["panel"],
                "Add `bleed: yes`, or delete `panel`.",
            )
        if bleed == "half":
            made = slide(entry, context, "two-contents", {"title": title, "kicker": kicker})
            return _edge_picture(made, getattr(entry, name), context)
        return graphic_slide(entry, context, name, title, kicker)
    if kicker:
        context.diagnostics.error(
            "no-place",
            f"On a {noun} that fills the slide only the headline has a place.",
            kicker.span,
            "Delete `kicker`, or delete `bleed`.",
        )
    above = line(title, context)
    if panel == "no":
        above = above._replace(box=ABOVE_SLIDE)
    made = slide(entry, context, "bleed", {"title": above})
    place: PlaceholderRole = "picture" if panel == "scrim" else "body"
    if name == "video":
        return _with_graphics(made, entry, name, place, context)
    made = _edge_picture(made, getattr(entry, name), context)
    return made._replace(graphics=tuple((place, picture) for _, picture in made.graphics))
