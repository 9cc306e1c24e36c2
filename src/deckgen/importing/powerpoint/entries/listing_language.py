"""The language of a listing of ours, found by highlighting it again."""

from collections.abc import Iterable, Sequence

from deckgen.deck.text_body import Run
from deckgen.importing.marked_text import SourceRun
from deckgen.importing.outline_text import listing
from deckgen.importing.source_paragraph import SourceParagraph
from deckgen.outline.lower.graphics.drawings.code_highlighting import (
    Highlighter,
    NotHighlightedError,
    UnknownLanguageError,
)

_LANGUAGES = (
    *("python", "yaml", "json", "bash", "sql", "html", "css", "javascript", "typescript", "java"),
    *("c", "cpp", "csharp", "go", "rust", "php", "ruby", "r", "toml", "ini", "xml", "latex"),
    *("powershell", "kotlin", "swift", "docker", "make", "diff", "lua", "perl", "scala", "julia"),
)
"""The most likely first."""


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
