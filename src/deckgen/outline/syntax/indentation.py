"""Which columns the lines of an outline may start in, as a person reads the indentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.outline.syntax.pitfall import Pitfall

if TYPE_CHECKING:
    from deckgen.outline.syntax.source_lines import SourceLine


@dataclass(slots=True)
class IndentationLevels:
    """The columns at which the keys and dashes above the current line stand."""

    open: list[tuple[int, bool]]
    waiting: bool

    def __init__(self) -> None:
        self.open = []
        self.waiting = True

    def misplaced(self, row: SourceLine) -> Pitfall | None:
        """Tell when the row starts in a column that nothing above it explains."""
        if row.continues is not None or row.line.startswith(("---", "...", "%")):
            return None
        indent, dashed = len(row.blanks), bool(row.dashes)
        before = list(self.open)
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        known = bool(self.open) and self.open[-1][0] == indent
        opened = self.waiting and len(self.open) == len(before)
        fits = known or opened or not before
        if not fits:
            indent = min(
                (at for at, was in before if was == dashed),
                key=lambda at: (abs(at - indent), -at),
                default=before[-1][0],
            )
            self.open = [(at, was) for at, was in before if at <= indent]
        shift = indent - len(row.blanks)
        places = [(at + shift, True) for at in row.dashes]
        if row.key is not None:
            places.append((row.start + shift, False))
        self.open += [place for place in places if not self.open or place[0] > self.open[-1][0]]
        self.waiting = not row.value or row.value.startswith("#")
        return None if fits else bad_indentation(row, indent)


def bad_indentation(row: SourceLine, column: int) -> Pitfall:
    """Tell that a row starts in the wrong column; `column` (from 0) is probably right."""
    what = f"`{row.key}`" if row.key is not None else "This line"
    return Pitfall(
        row.number,
        len(row.blanks),
        len(row.line.strip()),
        "bad-indentation",
        f"{what} starts in column {len(row.blanks) + 1}, where nothing above it starts.",
        f"What belongs together starts in the same column: here probably column {column + 1}. "
        "Add or delete blanks at the start of the line.",
        " " * column + row.line[len(row.blanks) :],
        guessed=True,
    )
