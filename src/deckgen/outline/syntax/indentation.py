"""The columns in which a line may start, as a person reads the indentation above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckgen.outline.syntax.pitfall import Pitfall
from deckgen.outline.syntax.source_lines import BLOCK_HEADER, split_line

if TYPE_CHECKING:
    from deckgen.outline.syntax.source_lines import SourceLine

_MOST_LINES_OF_TEXT = 50
"""Lines above one that are searched for the key of its text."""


class IndentationLevels:
    """The open levels above the current line, which `misplaced` takes one after another."""

    def __init__(self) -> None:
        self.open: list[tuple[int, bool]] = []
        """The column of each level, and whether a dash opened it."""
        self.compact: set[int] = set()
        """The columns of keys whose list stands in the same column."""
        self.waiting = True
        """Whether the line above has a key without a value, so that a new level may follow."""

    def misplaced(self, line: SourceLine) -> Pitfall | None:
        """Add a line; return the pitfall if it starts in a column that fits no open level."""
        if line.continues is not None or line.text.startswith(("---", "...", "%")):
            return None
        indent, dashed = len(line.blanks), bool(line.dashes)
        before = list(self.open)
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        is_level = bool(self.open) and self.open[-1][0] == indent
        if is_level and dashed and not self.open[-1][1]:
            # A list may stand in the column of its key, if nothing else is below that.
            if self.waiting and len(self.open) == len(before):
                self.compact.add(indent)
            is_level = indent in self.compact or not any(was for _, was in before)
        is_new_level = self.waiting and len(self.open) == len(before)
        fits = is_level or is_new_level or not before
        if not fits:
            indent = min(
                (at for at, was in before if was == dashed or (dashed and at in self.compact)),
                key=lambda at: (abs(at - indent), at if line.key and dashed else -at),
                default=before[-1][0],
            )
            self.open = [(at, was) for at, was in before if at <= indent]
        shift = indent - len(line.blanks)
        levels = [(at + shift, True) for at in line.dashes]
        if line.key is not None:
            levels.append((line.start + shift, False))
        self.open += [level for level in levels if not self.open or level[0] > self.open[-1][0]]
        self.waiting = not line.value or line.value.startswith("#")
        return None if fits else bad_indentation(line, indent)


def tab_width(lines: Sequence[str]) -> int:
    """Return how many blanks a tab is worth, as its author saw it: 2 if nothing speaks for more.

    The first line that begins with one stands below its key, or beside the line above it.
    """
    above = ""
    for text in lines:
        words = text.lstrip(" \t")
        blanks = text[: len(text) - len(words)]
        if "\t" in blanks and words:
            column = len(above) - len(above.lstrip(" -")) + (words[0] != "-")
            indents = {each: len(blanks.expandtabs(each)) for each in (2, 4, 8)}
            if above.rstrip().endswith(":"):
                return next((each for each in indents if indents[each] >= column), 2)
            start = len(above) - len(above.lstrip(" -"))
            return next((each for each in indents if indents[each] == start), 2)
        above = text if words else above
    return 2


def beside_its_key(line: SourceLine, lines: Sequence[str]) -> Pitfall | None:
    """Return the pitfall of a line of a `|` text that stands no further right than its key.

    Only the first of several such lines has a message.
    """
    if line.key is not None or line.dashes:
        return None
    first = max(line.number - _MOST_LINES_OF_TEXT, 0)
    before = [split_line(at, lines[at]) for at in range(first, line.number) if lines[at].strip()]
    above = next((each for each in reversed(before) if each.key is not None or each.dashes), None)
    if above is None or above.key is None or not BLOCK_HEADER.match(above.value):
        return None
    column = above.start + 2
    is_first = before[-1] is above or len(before[-1].blanks) > above.start
    return Pitfall(
        len(line.blanks),
        len(line.value),
        "bad-indentation",
        f"This line belongs to `{above.key}`, and stands no further right than that."
        if is_first
        else "",
        f"Indent it, and all lines of that text, to column {column + 1}.",
        " " * column + line.value,
        guessed=True,
    )


def bad_indentation(line: SourceLine, column: int) -> Pitfall:
    """Return the pitfall of a line that starts in a wrong column; `column` is probably right."""
    what = f"`{line.key}`" if line.key is not None else "This line"
    nothing = "nothing above it starts"
    if line.dashes:
        what, nothing = "This dash", "no list above it has its dashes"
    return Pitfall(
        len(line.blanks),
        len(line.text.strip()),
        "bad-indentation",
        f"{what} starts in column {len(line.blanks) + 1}, where {nothing}.",
        f"What belongs together starts in the same column: here probably column {column + 1}. "
        "Add or delete blanks at the start of the line.",
        " " * column + line.text[len(line.blanks) :],
        guessed=True,
    )
