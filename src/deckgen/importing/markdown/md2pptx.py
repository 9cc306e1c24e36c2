"""Markdown as md2pptx has it, made into the blocks of other talks.

Its settings are lines before the first blank one; headings of four levels are titles of the talk,
sections, slides and cards on them; a paragraph below the contents of a slide belongs to its notes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.importing.markdown.blocks import (
    Comment,
    Heading,
    Html,
    MarkdownBlock,
    MarkdownTable,
    Signal,
    Words,
)
from deckgen.importing.markdown.prepared_source import CLOSE, KEY, OPEN
from deckgen.importing.markdown.split_slides import slide_groups
from deckgen.importing.marked_text import run_words

_SETTING = re.compile(r"\s*md2pptx:\s*(\w+)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_REFERENCE = re.compile(r"\s*\[([\w.-]+)\]\s*$")
_OWN_KEYS = re.compile(
    r"template|master|numbers|style\..+|pagetitlesize|sectiontitlesize|basetextsize|basetextdecrement"
    r"|compacttables|topheadinglevel|tablemargin|marginbase|deletefirstslide|card\w+|code\w+|tasks\w*"
)
_TITLE, _SECTION, _SLIDE, _CARD = range(4)


def is_md2pptx(settings: Mapping[str, str], blocks: Iterable[MarkdownBlock]) -> bool:
    """Return whether a talk is written for md2pptx, by its settings or its comments.

    The keys of `settings` are in lower case.
    """
    return any(_OWN_KEYS.fullmatch(key) for key in settings) or any(
        isinstance(each, Comment) and _SETTING.match(each.text) for each in blocks
    )


def slide_level(settings: Mapping[str, str]) -> int:
    """Return the level of the headings of slides."""
    top = settings.get("topheadinglevel", "1")
    return (int(top) if top in set("1234") else 1) + _SLIDE


def general_blocks(
    settings: Mapping[str, str], blocks: Sequence[MarkdownBlock]
) -> Iterator[MarkdownBlock]:
    """Yield the blocks; notes, cards, hidden slides and link targets become common markup."""
    top = slide_level(settings) - _SLIDE
    hidden = _is_on(settings.get("hidden", ""))
    for group in slide_groups(blocks, top + _SLIDE):
        for each in group:
            found = _SETTING.match(each.text) if isinstance(each, Comment) else None
            if found and found[1].lower() == "hidden":
                hidden = _is_on(found[2])
        yield from _slide(group, top, hidden=hidden)


def _is_on(value: str) -> bool:
    return value.strip().lower() in {"yes", "true", "1"}


def _slide(group: Sequence[MarkdownBlock], top: int, *, hidden: bool) -> Iterator[MarkdownBlock]:
    heading = next((each for each in group if isinstance(each, Heading)), None)
    kind = _SLIDE if heading is None else heading.level - top
    has_card = False
    for each in group:
        if isinstance(each, Heading) and each is heading:
            yield _with_id(each)
            if hidden:
                yield Signal(KEY, "hide: true")
        elif isinstance(each, Heading):
            if has_card:
                yield Signal(CLOSE, "")
            has_card = True
            yield Signal(OPEN, "column")
            yield each
        elif isinstance(each, Comment) and _SETTING.match(each.text):
            continue
        elif isinstance(each, Words) and not each.is_list:
            is_right_below = heading is not None and each.line == heading.line + 1
            yield from (each,) if kind < _SLIDE and is_right_below else _notes(each)
        else:
            yield from _without_caption(each) if isinstance(each, MarkdownTable) else (each,)


def _with_id(heading: Heading) -> Heading:
    """Return a heading without the name of a target behind it."""
    found = _REFERENCE.search(heading.runs[-1].text) if heading.runs else None
    if found is None:
        return heading
    last = heading.runs[-1]
    runs = (*heading.runs[:-1], last._replace(text=last.text[: found.start()]))
    return heading._replace(runs=runs, id=found[1])


def _notes(words: Words) -> Iterator[MarkdownBlock]:
    """Yield a paragraph as notes; nothing for one of bars alone, which separate pictures."""
    if all(set(run_words(each.runs)) <= set("| \n") for each in words.paragraphs):
        return
    yield Signal(OPEN, "notes")
    yield words
    yield Signal(CLOSE, "")


def _without_caption(table: MarkdownTable) -> Iterator[MarkdownBlock]:
    """Yield a table, and the caption in its last row as `Html`: an outline cannot express it."""
    *rows, last = table.rows
    text = run_words(last[0]).strip() if last else ""
    if rows and re.fullmatch(r"\[.+\]", text) and not any(run_words(cell) for cell in last[1:]):
        yield table._replace(rows=tuple(rows))
        yield Html(text, table.line + len(rows) + 1)
    else:
        yield table
