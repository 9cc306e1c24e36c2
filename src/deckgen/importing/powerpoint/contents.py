"""What stands below a title as the keys of its kind: text, pictures, clips, tables, charts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from deckgen.importing.marked_text import marked_text
from deckgen.importing.outline_entry import Block, Flow, Rows, Value
from deckgen.importing.outline_text import (
    bullet_items,
    has_single_number,
    listing,
    running_text,
    title_text,
)
from deckgen.importing.powerpoint.own_drawings import qr_address
from deckgen.importing.powerpoint.source_slide import (
    Crop,
    SourceChart,
    SourceClip,
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
    SourceTable,
    SourceText,
    Unread,
)
from deckgen.importing.source_paragraph import SourceParagraph

Keys = dict[str, Value]


class AssetWriter(Protocol):
    """Where pictures, films, sounds and the numbers of charts go."""

    def picture(self, picture: SourcePicture, slide: int) -> str:
        """Return the name of a picture's file."""
        ...

    def clip(self, clip: SourceClip, slide: int) -> str:
        """Return the name of a film's or sound's file."""
        ...

    def numbers(self, chart: SourceChart, slide: int) -> str:
        """Return the name of a file with a chart's numbers."""
        ...


def content_keys(shape: SourceShape, slide: SourceSlide, assets: AssetWriter) -> Iterator[Keys]:
    """Yield the keys of a content, the best first; none for what no kind shows."""
    match shape.content:
        case SourceText(paragraphs):
            if not shape.caption:
                yield from text_keys(shape, paragraphs)
        case SourcePicture() as picture:
            yield {"image": image_keys(picture, shape.caption, slide, assets)}
        case SourceClip() as clip:
            yield {clip.kind: _clip(clip, shape.caption, slide, assets)}
        case SourceTable() as table:
            yield {"table": _table(table)}
        case SourceChart() as chart:
            yield {"chart": _chart(chart, shape.caption, slide, assets)}
        case SourceGroup():
            if address := qr_address(shape):
                yield {"qr": address}
        case Unread():
            return


def text_keys(shape: SourceShape, paragraphs: Sequence[SourceParagraph]) -> Iterator[Keys]:
    """Yield a text as a listing, as bullets and as running text, where it may be that."""
    if shape.is_mono and len(paragraphs) > 1:
        yield {"code": Block(listing(paragraphs))}
    marks = {each.mark for each in paragraphs if each.words.strip()}
    if "none" not in marks and not has_single_number(paragraphs):
        yield {"bullets": bullet_items(paragraphs)}
    text = running_text(paragraphs)
    yield {"text": Block(text) if "\n" in text else text}


def image_keys(
    picture: SourcePicture,
    caption: Sequence[SourceParagraph],
    slide: SourceSlide,
    assets: AssetWriter,
) -> Mapping[str, Value]:
    """Return the keys of a picture; one that we cropped is whole again, with its focus."""
    focus: Keys = {}
    if slide.is_own and any(picture.crop):
        focus = {"focus": focus_of(picture.crop)}
        picture = picture._replace(crop=(0, 0, 0, 0))
    keys: Keys = {"file": assets.picture(picture, slide.number)}
    if picture.decorative:
        keys["decorative"] = True
    else:
        keys["alt"] = picture.alt
    return keys | focus | _caption("caption", caption)


def focus_of(crop: Crop) -> str:
    """Return the `focus` with which a picture that fills its place is cropped as it is."""
    left, top, right, bottom = crop
    words = _focus(left, right, "left", "right"), _focus(top, bottom, "top", "bottom")
    if any(word.endswith("%") for word in words):
        return " ".join(_SHARES.get(word, word) for word in words)
    return " ".join(word for word in words if word != "center") or "center"


_SHARES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
_EXACT = 0.0005


def _focus(before: float, after: float, first: str, last: str) -> str:
    """Return the focus along one axis, given what is cropped of both sides."""
    if abs(before - after) <= 2 * _EXACT:
        return "center"
    if before <= _EXACT or after <= _EXACT:
        return first if before <= _EXACT else last
    return f"{round(50 * (1 + before - after))}%"


def _caption(key: str, caption: Sequence[SourceParagraph]) -> Keys:
    return {key: title_text(caption)} if caption else {}


def _clip(
    clip: SourceClip,
    caption: Sequence[SourceParagraph],
    slide: SourceSlide,
    assets: AssetWriter,
) -> Keys:
    keys: Keys = {"file": assets.clip(clip, slide.number), "alt": clip.alt}
    if clip.poster:
        keys["poster"] = assets.picture(clip.poster, slide.number)
    if slide.starts_clips:
        keys["start"] = "auto"
    return keys | _caption("caption", caption)


def _table(table: SourceTable) -> Value:
    rows = tuple(tuple(" ".join(marked_text(cell).split()) for cell in row) for row in table.rows)
    if table.header and not table.alt:
        return Rows(rows)
    keys: Keys = {}
    if not table.header:
        keys["header"] = False
    keys["rows"] = Rows(rows)
    if table.alt:
        keys["alt"] = table.alt
    return keys


def _chart(
    chart: SourceChart,
    caption: Sequence[SourceParagraph],
    slide: SourceSlide,
    assets: AssetWriter,
) -> Keys:
    keys: Keys = {"kind": chart.kind, "data": assets.numbers(chart, slide.number)}
    if len(chart.lines) > 1:
        keys["lines"] = Flow(chart.lines)
    if chart.title:
        keys["unit"] = chart.title
    if chart.alt:
        keys["alt"] = chart.alt
    return keys | _caption("source", caption)
