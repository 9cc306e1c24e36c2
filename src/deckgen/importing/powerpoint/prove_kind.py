"""The entries that a slide may be in an outline, the best first.

A slide is an entry of a kind if the kind shows everything that stands on it. Which entry it gets
is decided by building it: the first one whose slide has the same words (`import_presentation.py`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.importing.marked_text import marked_text
from deckgen.importing.outline_entry import Block, OutlineEntry, Rows, Value
from deckgen.importing.outline_text import (
    bullet_items,
    listing,
    running_text,
    title_text,
)
from deckgen.importing.powerpoint.own_layouts import kicker_of, own_kinds
from deckgen.importing.powerpoint.source_slide import (
    SourceChart,
    SourcePicture,
    SourceShape,
    SourceSlide,
    SourceTable,
    SourceText,
    Unread,
    paragraphs_in,
    words_of_content,
)
from deckgen.importing.source_paragraph import SourceParagraph

_TITLES = frozenset({"title", "ctrTitle"})
_MOST_PICTURES = 6
_COVERS = frozenset({"title"})
_SECTIONS = frozenset({"secHead"})
_SUBTITLES = frozenset({"subTitle", "body", "obj"})
_LONGEST_TITLE = 120
"""Characters of a text box that is taken for a title."""
_MOST_LINES = 4
"""Paragraphs of a cover beside its title."""
_BESIDE = 0.5
"""The share of their heights that two contents beside each other share."""

Keys = dict[str, Value]


class AssetWriter(Protocol):
    """Where pictures and the numbers of charts go."""

    def picture(self, picture: SourcePicture, slide: int) -> str:
        """Return the name of a picture's file."""
        ...

    def numbers(self, chart: SourceChart, slide: int) -> str:
        """Return the name of a file with a chart's numbers."""
        ...


def candidates(
    slide: SourceSlide, assets: AssetWriter, *, is_first: bool
) -> Iterator[OutlineEntry]:
    """Yield the entries that a slide may be, the best first; none if no kind shows it."""
    if why_included(slide):
        return
    title = title_of(slide)
    if title is None:
        return
    headline = title_text(paragraphs_in(title))
    rest = [each for each in slide.shapes if each is not title]
    for keys in own_kinds(slide, headline, rest):
        yield OutlineEntry({**keys, **_common(slide)}, slide.number)
    kicker = kicker_of(slide, rest)
    above: Keys = {"kicker": title_text(paragraphs_in(kicker))} if kicker else {}
    rest = [each for each in rest if each is not kicker]
    for keys in _kinds(slide, headline, rest, assets, is_first=is_first):
        yield OutlineEntry({**keys, **above, **_common(slide)}, slide.number)


def title_of(slide: SourceSlide) -> SourceShape | None:
    """Return the title: its placeholder, else a text box above all others that is set largest."""
    texts = [each for each in slide.shapes if isinstance(each.content, SourceText)]
    for shape in texts:
        if shape.placeholder in _TITLES:
            return shape
    if any(each.placeholder in _TITLES for each in slide.shapes):
        return None
    first = slide.shapes[0] if slide.shapes else None
    if first is None or first not in texts or len(words_of_content(first)) > _LONGEST_TITLE:
        return None
    is_largest = all(first.largest_size > each.largest_size for each in slide.shapes[1:])
    return first if is_largest and first.largest_size else None


def why_included(slide: SourceSlide) -> str:
    """Return why no kind shows a slide, in words; empty if one may."""
    unread = Counter(each.content.what for each in slide.shapes if isinstance(each.content, Unread))
    reasons = [_counted(what, count) for what, count in unread.items()] + list(slide.reasons)
    if title_of(slide) is None:
        reasons.append("no title")
    return ", ".join(reasons)


def _counted(what: str, count: int) -> str:
    if count > 1:
        return f"{count} × {what}"
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _common(slide: SourceSlide) -> Keys:
    keys: Keys = {}
    if slide.section:
        keys["chapter"] = slide.section
    if slide.hidden:
        keys["hidden"] = True
    if notes := running_text(slide.notes):
        keys["notes"] = Block(notes) if "\n" in notes else notes
    return keys


def _kinds(
    slide: SourceSlide,
    headline: str,
    rest: list[SourceShape],
    assets: AssetWriter,
    *,
    is_first: bool,
) -> Iterator[Keys]:
    texts = [each for each in rest if isinstance(each.content, SourceText)]
    others = [each for each in rest if not isinstance(each.content, SourceText)]
    if slide.layout_type in _COVERS or (is_first and _is_like_a_cover(slide, texts)):
        yield from _cover(headline, texts, others)
    if slide.layout_type in _SECTIONS:
        yield from _section(headline, texts, others)
    if not rest:
        yield {"title": headline}
    elif len(rest) == 1:
        yield from _single(headline, rest[0], slide.number, assets)
    elif pictures := _pictures_only(rest):
        yield {"title": headline, "image": _images(pictures, slide.number, assets)}
    else:
        yield from _several(slide, headline, rest, assets)


def _is_like_a_cover(slide: SourceSlide, texts: list[SourceShape]) -> bool:
    """Return whether a first slide without a list has a few words beside its title."""
    lines = [line for each in texts for line in paragraphs_in(each)]
    is_list = any(line.mark != "none" for line in lines)
    return slide.layout_type not in _SECTIONS and not is_list and len(lines) <= _MOST_LINES


def _cover(headline: str, texts: list[SourceShape], others: list[SourceShape]) -> Iterator[Keys]:
    if others or len(texts) > 2 or not all(each.placeholder in _SUBTITLES for each in texts):
        return
    keys: Keys = {"cover": headline}
    for key, shape in zip(("subtitle", "speaker"), texts, strict=False):
        keys[key] = title_text(paragraphs_in(shape))
    yield keys


def _section(headline: str, texts: list[SourceShape], others: list[SourceShape]) -> Iterator[Keys]:
    if others or len(texts) > 1:
        return
    keys: Keys = {"section": headline}
    if texts:
        keys["subtitle"] = title_text(paragraphs_in(texts[0]))
    yield keys


def _single(headline: str, shape: SourceShape, number: int, assets: AssetWriter) -> Iterator[Keys]:
    for keys in _content(shape, number, assets):
        yield {"title": headline, **keys}


def _content(shape: SourceShape, number: int, assets: AssetWriter) -> Iterator[Keys]:
    """Yield the keys of a content, the best first."""
    match shape.content:
        case SourceText(paragraphs):
            yield from _text(shape, paragraphs)
        case SourcePicture() as picture:
            yield {"image": _image(picture, number, assets)}
        case SourceTable() as table:
            yield {"table": _table(table)}
        case SourceChart() as chart:
            yield {"chart": _chart(chart, number, assets)}
        case Unread():
            return


def _text(shape: SourceShape, paragraphs: Sequence[SourceParagraph]) -> Iterator[Keys]:
    if shape.is_mono and len(paragraphs) > 1:
        yield {"code": Block(listing(paragraphs))}
    marks = {each.mark for each in paragraphs if each.words.strip()}
    if "none" not in marks and not any("\n" in each.words.strip() for each in paragraphs):
        yield {"bullets": bullet_items(paragraphs)}
    text = running_text(paragraphs)
    yield {"text": Block(text) if "\n" in text else text}


def _image(picture: SourcePicture, number: int, assets: AssetWriter) -> Keys:
    keys: Keys = {"file": assets.picture(picture, number)}
    if picture.decorative:
        keys["decorative"] = True
    else:
        keys["alt"] = picture.alt
    return keys


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


def _chart(chart: SourceChart, number: int, assets: AssetWriter) -> Keys:
    keys: Keys = {"kind": chart.kind, "data": assets.numbers(chart, number)}
    if chart.title:
        keys["unit"] = chart.title
    if chart.alt:
        keys["alt"] = chart.alt
    return keys


def _pictures_only(rest: list[SourceShape]) -> list[SourcePicture]:
    pictures = [each.content for each in rest if isinstance(each.content, SourcePicture)]
    return pictures if len(pictures) == len(rest) <= _MOST_PICTURES else []


def _images(pictures: list[SourcePicture], number: int, assets: AssetWriter) -> Value:
    return tuple(_image(picture, number, assets) for picture in pictures)


def _several(
    slide: SourceSlide, headline: str, rest: list[SourceShape], assets: AssetWriter
) -> Iterator[Keys]:
    """Yield a text with pictures, or two or three columns."""
    texts = [each for each in rest if isinstance(each.content, SourceText)]
    pictures = _pictures_only([each for each in rest if each not in texts])
    if len(texts) == 1 and pictures and _is_body(texts[0]):
        image: Value = (
            _image(pictures[0], slide.number, assets)
            if len(pictures) == 1
            else _images(pictures, slide.number, assets)
        )
        for keys in _text(texts[0], paragraphs_in(texts[0])):
            if "code" not in keys:
                yield {"title": headline, **keys, "image": image}
    columns = _columns(rest)
    if columns:
        yield {
            "title": headline,
            "columns": tuple(_column(column, slide.number, assets) for column in columns),
        }


def _is_body(shape: SourceShape) -> bool:
    return shape.placeholder in _SUBTITLES


def _columns(rest: list[SourceShape]) -> list[list[SourceShape]]:
    """Return two or three contents beside each other, each with its heading; else nothing."""
    if not all(each.box for each in rest) or not all(
        each.placeholder for each in rest if isinstance(each.content, SourceText)
    ):
        return []
    columns: list[list[SourceShape]] = []
    for shape in sorted(rest, key=lambda each: each.box.x if each.box else 0):
        for column in columns:
            if _is_above(column[0], shape):
                column.append(shape)
                break
        else:
            columns.append([shape])
    is_even = all(len(each) == len(columns[0]) <= 2 for each in columns)
    return columns if len(columns) in {2, 3} and is_even else []


def _is_above(first: SourceShape, second: SourceShape) -> bool:
    """Return whether two contents stand in one column."""
    box, other = first.box, second.box
    if box is None or other is None:
        return False
    shared = min(box.x + box.cx, other.x + other.cx) - max(box.x, other.x)
    return shared > _BESIDE * min(box.cx, other.cx)


def _column(column: list[SourceShape], number: int, assets: AssetWriter) -> Keys:
    shapes = sorted(column, key=lambda each: each.box.y if each.box else 0)
    keys: Keys = {}
    if len(shapes) == 2 and isinstance(shapes[0].content, SourceText):
        keys["heading"] = title_text(paragraphs_in(shapes[0]))
    return {**keys, **next(_content(shapes[-1], number, assets), {})}
