"""The columns in which a line may start, as a person reads the indentation above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.outline.syntax.pitfall import Pitfall

if TYPE_CHECKING:
    from deckgen.outline.syntax.source_lines import SourceLine


@dataclass(slots=True)
class IndentationLevels:
    """The open levels above the current line, which `misplaced` takes one after another."""

    open: list[tuple[int, bool]]
    """The column of each level, and whether a dash opened it."""
    waiting: bool
    """Whether the line above has a key without a value, so that a new level may follow."""

    def __init__(self) -> None:
        self.open = []
        self.waiting = True

    def misplaced(self, line: SourceLine) -> Pitfall | None:
        """Add a line; return the pitfall if it starts in a column that fits no open level."""
        if line.continues is not None or line.text.startswith(("---", "...", "%")):
            return None
        indent, dashed = len(line.blanks), bool(line.dashes)
        before = list(self.open)
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        is_level = bool(self.open) and self.open[-1][0] == indent
        is_new_level = self.waiting and len(self.open) == len(before)
        fits = is_level or is_new_level or not before
        if not fits:
            indent = min(
                (at for at, was in before if was == dashed),
                key=lambda at: (abs(at - indent), -at),
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


def bad_indentation(line: SourceLine, column: int) -> Pitfall:
    """Return the pitfall of a line that starts in a wrong column; `column` is probably right."""
    what = f"`{line.key}`" if line.key is not None else "This line"
    return Pitfall(
        len(line.blanks),
        len(line.text.strip()),
        "bad-indentation",
        f"{what} starts in column {len(line.blanks) + 1}, where nothing above it starts.",
        f"What belongs together starts in the same column: here probably column {column + 1}. "
        "Add or delete blanks at the start of the line.",
        " " * column + line.text[len(line.blanks) :],
        guessed=True,
    )
