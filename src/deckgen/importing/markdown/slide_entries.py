"""The entries of an outline that a slide in Markdown becomes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.importing.markdown.blocks import (
    CodeBlock,
    Heading,
    MarkdownBlock,
    MarkdownTable,
    Pictures,
    Quotation,
    Words,
)
from deckgen.importing.markdown.inline_runs import MarkdownPicture
from deckgen.importing.markdown.split_slides import MarkdownSlide
from deckgen.importing.marked_text import SourceParagraph, SourceRun, marked_text
from deckgen.importing.outline_text import (
    bullet_items,
    marked_line,
    running_text,
    table_rows,
    title_text,
)
from deckgen.importing.outline_yaml import Keys, LiteralBlock, OutlineEntry, Value, with_values

_MOST_COLUMNS = 3


PictureName: TypeAlias = Callable[[MarkdownPicture, int], str | None]
"""Returns the name of the file of a picture on a line, as seen from the outline; None if there is
none."""


class Contents(NamedTuple):
    """What stands on a slide or in a column, by its sort."""

    paragraphs: tuple[SourceParagraph, ...]
    pictures: tuple[tuple[MarkdownPicture, int], ...]
    tables: tuple[MarkdownTable, ...]
    listings: tuple[CodeBlock, ...]
    quotations: tuple[Quotation, ...]


def slide_entries(
    slide: MarkdownSlide, number: int, before: str, name_of: PictureName
) -> Iterator[OutlineEntry]:
    """Yield the entries of a slide: one, or several with one title if no kind shows all of it.

    `before` is the title of the slide before it, which a slide without a heading continues.
    """
    common = _common(slide)
    first = True
    for keys in _kinds(slide, before, name_of):
        id_ = {"id": slide.heading.id} if first and slide.heading and slide.heading.id else {}
        yield OutlineEntry({**id_, **keys, **(common if first else {})}, number)
        first = False


def headline_of(slide: MarkdownSlide) -> str:
    """Return the headline; empty if the slide has none."""
    if slide.heading is None:
        return ""
    return title_text([SourceParagraph(slide.heading.runs)])


def _common(slide: MarkdownSlide) -> Keys:
    hidden, notes = ("hide", "true") in slide.keys, running_text(slide.notes)
    return with_values({"reveal": slide.reveals, "hidden": hidden, "notes": notes})


def _kinds(slide: MarkdownSlide, before: str, name_of: PictureName) -> Iterator[Keys]:
    headline = headline_of(slide)
    contents = contents_of(slide.blocks)
    if slide.is_section and headline:
        subtitle = " ".join(map(marked_line, contents.paragraphs))
        yield {"section": headline, **with_values({"subtitle": subtitle})}
        contents = contents._replace(paragraphs=())
        if not any(contents):
            return
    columns, title = slide.columns, headline or before or "…"
    if any(contents) or not columns:
        yield from _content(headline, title, contents, name_of)
    if 1 < len(columns) <= _MOST_COLUMNS:
        yield {"title": title, "columns": tuple(_column(each, name_of) for each in columns)}
    else:
        for each in columns:
            yield from _content("", title, contents_of(each), name_of)


def contents_of(blocks: Sequence[MarkdownBlock]) -> Contents:
    """Return what stands in blocks, by its sort; headings within a slide are bold lines."""
    paragraphs: list[SourceParagraph] = []
    for each in blocks:
        if isinstance(each, Words):
            paragraphs += each.paragraphs
        elif isinstance(each, Heading):
            bold = tuple(run._replace(bold=not run.latex) for run in each.runs)
            paragraphs.append(SourceParagraph(bold))
    return Contents(
        tuple(paragraphs),
        tuple(
            (p, each.line) for each in blocks if isinstance(each, Pictures) for p in each.pictures
        ),
        tuple(each for each in blocks if isinstance(each, MarkdownTable)),
        tuple(each for each in blocks if isinstance(each, CodeBlock)),
        tuple(each for each in blocks if isinstance(each, Quotation) and each.paragraphs),
    )


def _content(headline: str, title: str, contents: Contents, name_of: PictureName) -> Iterator[Keys]:
    """Yield the entries for the contents of a slide, all below one title."""
    images = _images(contents.pictures, name_of)
    if contents.quotations and not (contents.paragraphs or headline):
        yield from (_quote(each) for each in contents.quotations)
        contents = contents._replace(quotations=())
        if not any(contents):
            return
    else:
        quoted = tuple(p for each in contents.quotations for p in each.paragraphs)
        contents = contents._replace(paragraphs=(*contents.paragraphs, *quoted))
    text = _text(contents.paragraphs)
    first_table = {"table": table_rows(contents.tables[0].rows)} if contents.tables else {}
    beside = images or first_table
    if text or images or not (contents.tables or contents.listings):
        yield {"title": title, **text, **beside}
    elif first_table:
        yield {"title": title, **first_table}
    for table in contents.tables[0 if images else 1 :]:
        yield {"title": title, "table": table_rows(table.rows)}
    for listing in contents.listings:
        code = LiteralBlock(listing.text.replace("${", "$${"))
        yield {"title": title, "code": code, **with_values({"language": listing.language})}


def _quote(quotation: Quotation) -> Keys:
    *words, last = quotation.paragraphs
    text = marked_text(last.runs)
    if words and text.startswith(("—", "–", "--", "- ")):
        return {"quote": title_text(words), "by": text.lstrip("—–- ")}
    return {"quote": title_text(quotation.paragraphs)}


def _text(paragraphs: Sequence[SourceParagraph]) -> Keys:
    if not paragraphs:
        return {}
    if all(each.mark != "none" and "\n" not in each.words for each in paragraphs):
        return {"bullets": bullet_items(paragraphs)}
    return {"text": running_text(paragraphs)}


def _images(pictures: Sequence[tuple[MarkdownPicture, int]], name_of: PictureName) -> Keys:
    images: list[Mapping[str, Value]] = []
    for picture, line in pictures:
        name = name_of(picture, line)
        if name is not None:
            caption = with_values({"caption": picture.title})
            images.append({"file": name, "alt": picture.alt, **caption})
    if not images:
        return {}
    return {"image": images[0] if len(images) == 1 else tuple(images)}


def _column(blocks: Sequence[MarkdownBlock], name_of: PictureName) -> Keys:
    """Return the keys of a column; a heading at its top is its heading."""
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and len(blocks) > 1:
        heading = title_text([SourceParagraph(first.runs)])
        return {"heading": heading, **_column(blocks[1:], name_of)}
    contents = contents_of(blocks)
    images = _images(contents.pictures, name_of)
    if images and not contents.paragraphs:
        return images
    if contents.tables and not contents.paragraphs:
        return {"table": table_rows(contents.tables[0].rows)}
    quoted = (p for each in contents.quotations for p in each.paragraphs)
    code = (
        SourceParagraph((SourceRun(line, code=True),))
        for each in contents.listings
        for line in each.text.split("\n")
        if line.strip()
    )
    return _text((*contents.paragraphs, *quoted, *code))
