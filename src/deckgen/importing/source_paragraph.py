"""A paragraph as it was read, from a presentation or from Markdown."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.importing.marked_text import SourceRun, run_words

ListMark: TypeAlias = Literal["none", "bullet", "number"]


class SourceParagraph(NamedTuple):
    """A paragraph; `level` counts from 0."""

    runs: tuple[SourceRun, ...]
    level: int = 0
    mark: ListMark = "none"
    """What PowerPoint shows before it, inheritance resolved."""
    start: int = 1
    """The first number of its list."""

    @property
    def words(self) -> str:
        """The words alone."""
        return run_words(self.runs)
