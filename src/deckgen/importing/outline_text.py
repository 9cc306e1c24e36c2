"""Paragraphs as bullets, as running text and as a listing of an outline."""

import re
from collections.abc import Iterable, Iterator, Sequence

from deckgen.importing.marked_text import SourceParagraph, SourceRun, marked_text
from deckgen.importing.outline_yaml import Item, Items, LiteralBlock, Rows

_SIGNS_AT_END = frozenset(",;:.!?–—-/|·•&")
"""The signs after which the next line needs no comma."""
_ADDRESS = re.compile(r"(?:[\w.-]+@|\w+://)\S|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?(?:\s|\Z)")
"""The beginning of a line that is an address on the web or for mail."""


def title_text(paragraphs: Iterable[SourceParagraph], between: str = " ") -> str:
    """Return paragraphs as one line; a line break in them is a blank.

    `between`, which may be a line break, stands between two of which the first ends without a sign.
    """
    runs: list[SourceRun] = []
    for paragraph in paragraphs:
        if not (words := paragraph.words.strip()):
            continue
        if runs:
            ends_open = runs[-1].text.rstrip()[-1:] in _SIGNS_AT_END
            runs.append(SourceRun(" " if ends_open or goes_on(words) else between))
        runs += (run._replace(text=run.text.replace("\n", " ")) for run in paragraph.runs)
    return " ".join(marked_text(_with_single_blanks(runs)).split()).replace(" <br>", "<br>")


def goes_on(words: str) -> bool:
    """Return whether a line goes on with the one above it: it begins small, and is no address."""
    return words[0].islower() and not _ADDRESS.match(words)


def lines_of(paragraphs: Iterable[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield paragraphs, each line of one with line breaks as one of its own; none without words."""
    for paragraph in paragraphs:
        lines: list[list[SourceRun]] = [[]]
        for run in paragraph.runs:
            first, *others = [run.text] if run.latex else run.text.split("\n")
            lines[-1].append(run._replace(text=first))
            lines += ([run._replace(text=other)] for other in others)
        for line in (paragraph._replace(runs=tuple(each)) for each in lines):
            if line.words.strip():
                yield line


def _with_single_blanks(runs: list[SourceRun]) -> Iterator[SourceRun]:
    """Yield runs without a blank before or behind a blank."""
    before = " "
    for run in runs:
        text = run.text if run.latex else run.text.replace("\u00a0", " ")
        if not run.latex and before.endswith(" "):
            text = text.lstrip(" ")
        before = text or before
        yield run._replace(text=text)


def marked_line(paragraph: SourceParagraph) -> str:
    """Return a paragraph as a line with its markup."""
    return marked_text(paragraph.runs).strip()


def bullet_items(paragraphs: Sequence[SourceParagraph]) -> Items:
    """Return paragraphs as bullets, nested by their levels; numbered ones begin with numbers."""
    lines = [paragraph for paragraph in paragraphs if paragraph.words.strip()]
    return _items(lines, 0, len(lines), _numbers(lines))


def _items(lines: list[SourceParagraph], start: int, end: int, numbers: dict[int, int]) -> Items:
    """Return the items of the paragraphs from `start` up to `end`."""
    items = []
    at = start
    while at < end:
        following = at + 1
        while following < end and lines[following].level > lines[at].level:
            following += 1
        text = marked_line(lines[at])
        number = numbers.get(at)
        children = _items(lines, at + 1, following, numbers)
        items.append(Item(f"{number}. {text}" if number else text, children))
        at = following
    return tuple(items)


def _numbered_lists(lines: Sequence[SourceParagraph]) -> list[list[int]]:
    """Return the indices of the paragraphs of each numbered list.

    A list ends at a paragraph of its level without a number, and at one of a level above.
    """
    lists: list[list[int]] = []
    open_: dict[int, list[int]] = {}
    for at, paragraph in enumerate(lines):
        level = paragraph.level
        open_ = {above: own for above, own in open_.items() if above <= level}
        if paragraph.mark != "number":
            open_.pop(level, None)
        elif level in open_:
            open_[level].append(at)
        else:
            open_[level] = [at]
            lists.append(open_[level])
    return lists


def _numbers(lines: Sequence[SourceParagraph]) -> dict[int, int]:
    """Return the number of each numbered paragraph by its index."""
    return {
        at: number
        for own in _numbered_lists(lines)
        for number, at in enumerate(own, lines[own[0]].start)
    }


def has_single_number(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Return whether a numbered list has one item: in `bullets`, its number would be a word."""
    lines = [paragraph for paragraph in paragraphs if paragraph.words.strip()]
    return any(len(own) == 1 for own in _numbered_lists(lines))


def running_text(paragraphs: Sequence[SourceParagraph]) -> str | LiteralBlock:
    """Return paragraphs as a `text:` or notes: blank lines between them, lists with dashes.

    The highest items of its lists are not indented. Without words it is an empty text.
    """
    written = [paragraph for paragraph in paragraphs if paragraph.words.strip()]
    highest = min((each.level for each in written if each.mark != "none"), default=0)
    numbers = _numbers(written)
    lines: list[str] = []
    listed = False
    for at, paragraph in enumerate(written):
        text = marked_text(paragraph.runs, breaks="\n").strip()
        is_item = paragraph.mark != "none"
        if lines and not (is_item and listed):
            lines.append("")
        if is_item:
            indent = "  " * (paragraph.level - highest)
            start = f"{numbers[at]}. " if at in numbers else "- "
            lines.append(indent + start + text.replace("\n", f"\n{indent}  "))
        else:
            lines += (line.strip() for line in text.split("\n") if line.strip())
        listed = is_item
    return LiteralBlock("\n".join(lines)) if len(lines) > 1 else "".join(lines)


def table_rows(rows: Iterable[Iterable[Iterable[SourceRun]]]) -> Rows:
    """Return the cells of a table as lines with markup."""
    return Rows(tuple(tuple(" ".join(marked_text(cell).split()) for cell in row) for row in rows))


def listing(paragraphs: Sequence[SourceParagraph]) -> str:
    """Return the lines of code; nothing in it is markup."""
    lines = "\n".join(paragraph.words for paragraph in paragraphs).split("\n")
    code = "\n".join(line.rstrip() for line in lines).strip("\n")
    return code.replace("\xa0", " ").replace("${", "$${")
