"""Paragraphs as bullets, as running text and as a listing of an outline."""

import re
from collections.abc import Iterable, Iterator, Sequence

from deckgen.importing.marked_text import SourceParagraph, SourceRun, marked_text
from deckgen.importing.outline_entry import Item, Items, LiteralBlock, Rows

_SIGNS_AT_END = frozenset(",;:.!?–—-/|·•&")
"""The signs after which the next line needs no comma."""
_ADDRESS = re.compile(r"(?:[\w.-]+@|\w+://)\S|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?(?:\s|\Z)")
"""The beginning of a line with an address on the web or for mail."""


def title_text(paragraphs: Sequence[SourceParagraph]) -> str:
    """Return paragraphs as one line; a line break and the end of a paragraph are blanks."""
    return _one_line(paragraphs, " ")


def listed_text(paragraphs: Sequence[SourceParagraph]) -> str:
    """Return paragraphs as one line, with commas between those that end without a sign."""
    return _one_line(paragraphs, ", ")


def _one_line(paragraphs: Sequence[SourceParagraph], between: str) -> str:
    runs: list[SourceRun] = []
    for paragraph in paragraphs:
        if not (words := paragraph.words.strip()):
            continue
        if runs:
            ends_open = runs[-1].text.rstrip()[-1:] in _SIGNS_AT_END
            runs.append(SourceRun(" " if ends_open or goes_on(words) else between))
        runs += (run._replace(text=run.text.replace("\n", " ")) for run in paragraph.runs)
    return " ".join(marked_text(_with_single_blanks(runs), breaks=" ").split())


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


def _numbers(lines: Sequence[SourceParagraph]) -> dict[int, int]:
    """Return the number of each numbered paragraph by its index.

    A list ends at a paragraph of its level without a number, and at one of a level above.
    """
    numbers: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, paragraph in enumerate(lines):
        level = paragraph.level
        last = {above: number for above, number in last.items() if above <= level}
        if paragraph.mark != "number":
            last.pop(level, None)
            continue
        last[level] = last[level] + 1 if level in last else paragraph.start
        numbers[at] = last[level]
    return numbers


def has_single_number(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Return whether a numbered list has one item: in `bullets`, its number would be a word."""
    lines = [paragraph for paragraph in paragraphs if paragraph.words.strip()]
    numbers = _numbers(lines)
    return any(
        not _has_neighbour(lines, numbers, at, -1) and not _has_neighbour(lines, numbers, at, 1)
        for at in numbers
    )


def _has_neighbour(
    lines: Sequence[SourceParagraph], numbers: dict[int, int], at: int, step: int
) -> bool:
    """Return whether the next line of the same list counts on; `step` is 1, or -1 upwards."""
    other = at + step
    while 0 <= other < len(lines) and lines[other].level > lines[at].level:
        other += step
    if not 0 <= other < len(lines) or lines[other].level != lines[at].level:
        return False
    return numbers.get(other) == numbers[at] + step


def running_text(paragraphs: Sequence[SourceParagraph]) -> str | LiteralBlock:
    """Return paragraphs as a `text:` or notes: blank lines between them, lists with dashes.

    Without words it is an empty text.
    """
    written = [paragraph for paragraph in paragraphs if paragraph.words.strip()]
    numbers = _numbers(written)
    lines: list[str] = []
    listed = False
    for at, paragraph in enumerate(written):
        text = marked_text(paragraph.runs, breaks="\n").strip("\n")
        is_item = paragraph.mark != "none"
        if lines and not (is_item and listed):
            lines.append("")
        if is_item:
            indent = "  " * paragraph.level
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
    return "\n".join(line.rstrip() for line in lines).strip("\n").replace("${", "$${")
