"""Several contents below a headline: pictures, a text with a content beside it, columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from deckgen.importing.marked_text import SourceParagraph
from deckgen.importing.outline_text import title_text
from deckgen.importing.outline_yaml import Keys, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.captions import with_code_as_text, words_box
from deckgen.importing.powerpoint.entries.contents import content_keys, image_keys, text_keys
from deckgen.importing.powerpoint.entries.own_layouts import bleed_of
from deckgen.importing.powerpoint.reading.paragraphs import without_common_format
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceClip,
    SourceDiagram,
    SourcePicture,
    SourceShape,
    SourceSlide,
    paragraphs_in,
)
from deckgen.template.resolve.placeholders import TEXTS

_MOST_PICTURES = 9
_PHOTOGRAPHS = (".jpg", ".jpeg")
"""The files of which a slide may crop a little."""
_OVERLAP = 0.3
"""The least share of the smaller of two pictures that lies on the other if they are one drawing."""
_LIKE = 1.25
"""The most that widths of columns, and sizes of their texts, may differ, as a ratio."""
_TOUCHING = 0.15
"""The share of a column that the one beside it may cover."""
_LONGEST_HEADING = 60
"""Characters of the heading of a column."""
_BESIDE = 0.5
"""The share of their heights that two contents beside each other share."""


def pictures_only(rest: list[SourceShape]) -> list[SourceShape]:
    """Return shapes that are all pictures, and not too many; else nothing."""
    pictures = [each for each in rest if isinstance(each.content, SourcePicture)]
    return pictures if len(pictures) == len(rest) <= _MOST_PICTURES else []


def have_overlap(shapes: Iterable[SourceShape]) -> bool:
    """Return whether a picture lies for a good part on another: they are one drawing.

    This is not asked of more pictures than a slide of ours shows.
    """
    boxes = [each.box for each in shapes if isinstance(each.content, SourcePicture)]
    return len(boxes) <= _MOST_PICTURES and any(
        one.shared_area(other) > _OVERLAP * min(one.area, other.area)
        for one, other in combinations(boxes, 2)
    )


def image_value(pictures: list[SourceShape], slide: SourceSlide, assets: AssetFiles) -> Value:
    """Return the value of `image`: the keys of a picture, or of several."""
    found = tuple(
        image_keys(each.content, each.caption, slide, assets)
        for each in pictures
        if isinstance(each.content, SourcePicture)
    )
    return found if len(found) > 1 else found[0]


def with_whole_pictures(keys: Keys) -> Iterator[Keys]:
    """Yield the keys of a slide; then, if they show photographs, with none of these cropped."""
    yield keys
    value = keys.get("image")
    images = value if isinstance(value, tuple) else (value,)
    whole = tuple(
        {**each, "fit": "contain"} if str(each.get("file", "")).endswith(_PHOTOGRAPHS) else each
        for each in images
        if isinstance(each, Mapping)
    )
    if "title" in keys and "bleed" not in keys and whole and whole != images:
        yield {**keys, "image": whole if isinstance(value, tuple) else whole[0]}


def with_half_picture(keys: Keys, shapes: Iterable[SourceShape]) -> Iterator[Keys]:
    """Yield the keys of a slide whose only picture fills a half of it, then these without `bleed`.

    What is no photograph is shown whole there.
    """
    image = keys.get("image")
    halves = [each.is_half for each in shapes if isinstance(each.content, SourcePicture)]
    if isinstance(image, Mapping) and halves == [True]:
        is_photograph = str(image.get("file", "")).endswith(_PHOTOGRAPHS)
        shown = image if is_photograph else {**image, "fit": "contain"}
        yield {**keys, "image": shown, "bleed": "half"}
    yield keys


def side_by_side_keys(
    slide: SourceSlide, headline: str, rest: list[SourceShape], assets: AssetFiles
) -> Iterator[Keys]:
    """Yield a text with a content beside it, or two or three columns."""
    texts = [each for each in rest if isinstance(each.content, SlideText)]
    others = [each for each in rest if not isinstance(each.content, SlideText)]
    columns = _columns(rest)
    is_headed = slide.is_own and any(_first_line(text) for text in texts)
    if len(texts) == 1 and texts[0].placeholder in TEXTS and not (columns and is_headed):
        for keys in text_keys(texts[0], paragraphs_in(texts[0])):
            if "code" not in keys:
                for beside in _beside(others, slide, assets):
                    text = texts[0].box
                    is_left = others[0].box.right <= text.x + text.cx // 4
                    first, second = (beside, keys) if is_left else (keys, beside)
                    yield {"title": headline, **first, **second}
                    if bleed := bleed_of(slide, None):
                        yield {"title": headline, **first, **second, **bleed}
    if columns:
        yield {
            "title": headline,
            "columns": tuple(_column(column, slide, assets) for column in columns),
        }


def _beside(others: list[SourceShape], slide: SourceSlide, assets: AssetFiles) -> Iterator[Keys]:
    """Yield what stands beside a text: pictures, or one other content."""
    if pictures := pictures_only(others):
        yield {"image": image_value(pictures, slide, assets)}
    elif len(others) == 1 and not isinstance(others[0].content, SourceDiagram):
        yield from content_keys(others[0], slide, assets)


def _columns(rest: list[SourceShape]) -> list[list[SourceShape]]:
    """Return two or three contents beside each other, each with its heading; else nothing."""
    columns: list[list[SourceShape]] = []
    for shape in sorted(rest, key=lambda each: each.box.x):
        for column in columns:
            box, other = column[0].box, shape.box
            if box.shared_width(other) > _BESIDE * min(box.cx, other.cx):
                column.append(shape)
                break
        else:
            columns.append([shape])
    is_even = all(len(each) == len(columns[0]) <= 2 for each in columns)
    if len(columns) not in {2, 3} or not is_even:
        return []
    texts = (each for each in rest if isinstance(each.content, SlideText))
    columns = [sorted(column, key=lambda each: each.box.y) for column in columns]
    *headings, contents = zip(*columns, strict=True)
    are_headed = all(_begin_level(row) and all(map(_is_heading, row, contents)) for row in headings)
    are_lines = all(len(paragraphs_in(each)) <= 1 for row in headings for each in row)
    are_typed = are_lines and all(each.placeholder for each in texts)
    are_columns = are_typed or (are_headed and _are_level(contents))
    return columns if are_columns else []


def _is_heading(shape: SourceShape, below: SourceShape) -> bool:
    """Return whether a shape is one short line, lower than the column below it; cards are alike."""
    lines = paragraphs_in(shape)
    box = shape.box if isinstance(below.content, SlideText) else words_box(shape)
    is_low = box.cy < _BESIDE * below.box.cy
    return is_low and len(lines) == 1 and len(lines[0].words) <= _LONGEST_HEADING


def _are_level(rest: Sequence[SourceShape]) -> bool:
    """Return whether contents, text boxes among them, stand beside each other like columns.

    They begin at one height, are of one width, and their texts of one size, but for code.
    """
    boxes = [each.box for each in rest]
    texts = [each for each in rest if isinstance(each.content, SlideText) and not each.is_mono]
    sizes = [each.largest_size for each in texts] or [0]
    widths = [box.cx for box in boxes]
    return (
        len(boxes) > 1
        and max(widths) <= _LIKE * min(widths)
        and max(sizes) <= _LIKE * min(sizes)
        and _begin_level(rest)
        and not any(
            one.shared_area(other) > _TOUCHING * min(one.area, other.area)
            for one, other in combinations(boxes, 2)
        )
    )


def _begin_level(row: Sequence[SourceShape]) -> bool:
    """Return whether shapes begin at about one height."""
    tops = [each.box.y for each in row]
    return max(tops) - min(tops) <= _BESIDE * min(each.box.cy for each in row)


def _column(shapes: list[SourceShape], slide: SourceSlide, assets: AssetFiles) -> Keys:
    keys: Keys = {}
    content = with_code_as_text(shapes[-1])
    is_shown = isinstance(content.content, SourcePicture | SourceClip)
    if len(shapes) == 2 and is_shown and not content.caption:
        # A picture fills its column: what stands above it is its caption.
        content = content._replace(caption=paragraphs_in(shapes[0]))
    elif len(shapes) == 2 and isinstance(shapes[0].content, SlideText):
        keys["heading"] = title_text(without_common_format(paragraphs_in(shapes[0])))
    elif len(shapes) == 1 and (heading := _first_line(content)):
        keys["heading"] = title_text(heading)
        content = content._replace(content=SlideText(paragraphs_in(content)[1:]))
    return {**keys, **next(content_keys(content, slide, assets), {})}


def _first_line(shape: SourceShape) -> tuple[SourceParagraph, ...]:
    """Return the bold first line of a list that has no mark, as a heading; else nothing."""
    lines = paragraphs_in(shape)
    if len(lines) < 2 or lines[0].mark != "none" or not all(run.bold for run in lines[0].runs):
        return ()
    return without_common_format(lines[:1])
