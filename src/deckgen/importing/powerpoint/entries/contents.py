"""What stands below a title as the keys of its kind: text, pictures, clips, tables, charts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.deck.text_body import Run
from deckgen.importing.marked_text import SourceParagraph, SourceRun, marked_text
from deckgen.importing.outline_text import (
    bullet_items,
    has_single_number,
    listing,
    running_text,
    table_rows,
    title_text,
)
from deckgen.importing.outline_yaml import Flow, Item, Keys, LiteralBlock, Value, with_values
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles, file_and_focus, unit_of
from deckgen.importing.powerpoint.entries.own_drawings import qr_address
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourceClip,
    SourceDiagram,
    SourceGroup,
    SourcePicture,
    SourceShape,
    SourceSlide,
    SourceTable,
    Unread,
    words_of_content,
)
from deckgen.outline.lower.graphics.drawings.code_highlighting import (
    Highlighter,
    NotHighlightedError,
    UnknownLanguageError,
)

_CODE = "Code"
"""The name of our listings."""
_BETWEEN = "  ·  "
"""What we put between a caption and a credit."""
_LANGUAGES = (
    *("python", "yaml", "json", "bash", "sql", "html", "css", "javascript", "typescript", "java"),
    *("c", "cpp", "csharp", "go", "rust", "php", "ruby", "r", "toml", "ini", "xml", "latex"),
    *("powershell", "kotlin", "swift", "docker", "make", "diff", "lua", "perl", "scala", "julia"),
)
"""The most likely first."""


def content_keys(shape: SourceShape, slide: SourceSlide, assets: AssetFiles) -> Iterator[Keys]:
    """Yield the keys of a content, the best first; none for what no kind shows."""
    match shape.content:
        case SlideText(paragraphs):
            if not shape.caption:
                yield from text_keys(shape, paragraphs)
        case SourcePicture() as picture:
            yield {"image": image_keys(picture, shape.caption, slide, assets)}
        case SourceClip() as clip:
            yield {clip.kind: _clip(clip, shape.caption, slide, assets)}
        case SourceTable() as table:
            yield {"table": _table(table, slide)}
        case SourceChart() as chart:
            yield {"chart": _chart(chart, shape.caption, slide, assets)}
        case SourceDiagram(lines, is_process):
            yield from diagram_keys(lines, is_process=is_process)
        case SourceGroup():
            if address := qr_address(shape):
                yield {"qr": address}
        case Unread():
            return


def text_keys(shape: SourceShape, paragraphs: Sequence[SourceParagraph]) -> Iterator[Keys]:
    """Yield a text as a listing, as bullets and as running text, where it may be that."""
    is_ours = shape.name == _CODE
    if shape.is_mono and (is_ours or len(paragraphs) > 1):
        language = listing_language(paragraphs) if is_ours else ""
        yield {"code": LiteralBlock(listing(paragraphs)), **with_values({"language": language})}
    marks = {each.mark for each in paragraphs if each.words.strip()}
    if "none" not in marks and not has_single_number(paragraphs):
        yield {"bullets": bullet_items(paragraphs)}
    yield {"text": running_text(paragraphs)}


def diagram_keys(lines: Sequence[SourceParagraph], *, is_process: bool) -> Iterator[Keys]:
    """Yield a process as steps, two or three lists beside each other as columns, and bullets."""
    items = bullet_items(lines)
    are_headed = all(each.children for each in items)
    if is_process and all(len(each.children) <= 1 for each in items):
        yield {"steps": tuple(map(_step, items))}
    if are_headed and len(items) in {2, 3}:
        yield {"columns": tuple({"heading": each.text, "bullets": each.children} for each in items)}
    yield {"bullets": items}


def _step(item: Item) -> Keys:
    more = {"text": item.children[0].text} if item.children else {}
    return {"title": item.text, **more}


def image_keys(
    picture: SourcePicture,
    caption: Sequence[SourceParagraph],
    slide: SourceSlide,
    assets: AssetFiles,
) -> Mapping[str, Value]:
    """Return the keys of a picture; one that we cropped is whole again, with its focus."""
    said: Keys = {"decorative": True} if picture.decorative else {"alt": picture.alt}
    found = file_and_focus(picture, slide, assets)
    return {"file": found["file"], **said, **found, **_caption_and_credit(caption, slide)}


def _names(names: tuple[str, ...]) -> Value:
    """Return one name or several; an empty text without a name."""
    if len(names) == 1:
        return names[0]
    return Flow(names) if names else ""


def _clip(
    clip: SourceClip, caption: Sequence[SourceParagraph], slide: SourceSlide, assets: AssetFiles
) -> Keys:
    more = {
        "poster": assets.picture(clip.poster, slide.number) if clip.poster else "",
        "start": "auto" if slide.starts_clips else "",
        "loop": clip.loops,
        "mute": clip.is_mute,
    }
    keys: Keys = {"file": assets.clip(clip, slide.number), "alt": clip.alt}
    return keys | with_values(more) | _caption_and_credit(caption, slide)


def _caption_and_credit(caption: Sequence[SourceParagraph], slide: SourceSlide) -> Keys:
    """Return a caption; in a deck of ours, whose it is stands on a line of its own or behind it."""
    if slide.is_own and len(caption) == 2:
        return {"caption": title_text(caption[:1]), "credit": title_text(caption[1:])}
    words = marked_text(caption[0].runs) if slide.is_own and len(caption) == 1 else ""
    first, gap, second = words.partition(_BETWEEN)
    if gap and second:
        return {"caption": first, "credit": second}
    return with_values({"caption": title_text(caption)})


def _table(table: SourceTable, slide: SourceSlide) -> Value:
    alt, rows = table.alt, table_rows(table.rows)
    if slide.is_own and alt.endswith(f": {len(table.rows) - table.header}."):
        alt = ""  # made from columns and rows
    more = with_values({"total": table.total, "highlight": _names(table.highlight), "alt": alt})
    if table.header:
        return {"rows": rows, **more} if more else rows
    return {"header": False, "rows": rows, **more}


def _chart(
    chart: SourceChart, caption: Sequence[SourceParagraph], slide: SourceSlide, assets: AssetFiles
) -> Keys:
    headline = " ".join(next(map(words_of_content, slide.shapes), "").split())
    is_made = slide.is_own and f": {headline}" in chart.alt  # from title and numbers
    more = {
        "lines": Flow(chart.lines) if len(chart.lines) > 1 else "",
        "unit": unit_of(chart),
        "highlight": _names(chart.highlight),
        "source": chart.source,
        "alt": "" if is_made else chart.alt,
    }
    keys: Keys = {"kind": chart.kind, "data": assets.numbers(chart, slide.number)}
    return keys | with_values(more) | with_values({"source": title_text(caption)})


def listing_language(paragraphs: Sequence[SourceParagraph]) -> str:
    """Return the first language in which the same words are bold and italic; else nothing."""
    shown = list(_formats(run for each in paragraphs for run in each.runs))
    if not any(bold or italic for _, bold, italic in shown):
        return ""
    code = listing(paragraphs).replace("$${", "${")
    highlighter = Highlighter()
    for language in _LANGUAGES:
        try:
            lines = highlighter.lines(code, language)
        except (UnknownLanguageError, NotHighlightedError):
            continue
        if list(_formats(run for line in lines for run in line)) == shown:
            return language
    return ""


def _formats(runs: Iterable[SourceRun | Run]) -> Iterable[tuple[str, bool, bool]]:
    """Yield each letter, and whether it is bold and italic; blanks have no format."""
    for run in runs:
        yield from ((sign, run.bold, run.italic) for sign in run.text if not sign.isspace())
