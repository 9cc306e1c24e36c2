"""Runs and paragraphs of text as the markup of an outline, which parses to the same again."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, product
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.text_body import Formula, LineBreak, Run, WebLink
from deckgen.outline.markup.fewest_backslashes import fewest_backslashes
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span

_NOWHERE = Span("", 1, 1)
_SIGNS = re.compile(r"([\\*_`~^$\[\]<>@&{}=|#:])")
_BREAK = "<br>"
_ABOUT_WORDS = frozenset({"link-says-nothing"})
"""Warnings that do not concern how a text is read."""
ListMark: TypeAlias = Literal["none", "bullet", "number"]


class SourceRun(NamedTuple):
    """A stretch of text in one format."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    raised: bool = False
    lowered: bool = False
    code: bool = False
    link: str = ""
    """A web or mail address, or `#` with the id of a slide."""
    latex: str = ""
    """A formula; `text` is then the same in plain characters."""
    is_formula: bool = False
    """Whether it is a formula, even one that LaTeX cannot express."""


def run_words(runs: Iterable[SourceRun]) -> str:
    """Return the words alone; a line break is a line feed."""
    return "".join(run.text for run in runs)


def marked_text(runs: Iterable[SourceRun], *, breaks: str = _BREAK) -> str:
    """Return the text with its markup; `breaks` stands for a line break.

    Characters that would be read as markup get a backslash. Format that no markup can express at
    its place, such as a bold half of a blank, is left out; words never are.
    """
    joined = tuple(_joined(runs))
    plain = tuple(SourceRun(run.text, link=run.link, latex=run.latex) for run in joined)
    for formatted, escape in product((joined, plain), (_escaped_where_needed, escaped)):
        text = "".join(_marked(formatted, escape))
        if _reads_as(text, formatted):
            return without_variables(text.replace("\n", breaks))
    return without_variables(escaped(run_words(joined)).replace("\n", breaks))


def without_variables(text: str) -> str:
    """Return a text in which no variable is inserted (docs/towns.md)."""
    return text.replace("$$", "$$$$").replace("${", "$${")


def _joined(runs: Iterable[SourceRun]) -> Iterator[SourceRun]:
    """Yield the runs, neighbours of one format joined, blanks at their ends outside of markup."""
    for look, group in groupby(runs, key=lambda run: run._replace(text="")):
        found = list(group)
        if look.latex:
            yield from found
            continue
        text = "".join(run.text for run in found)
        # Two blanks before code are its indentation.
        inner = text.rstrip() if look.code and text.startswith("  ") else text.strip()
        if look == SourceRun("") or not inner:
            yield SourceRun(text)
            continue
        start = text.index(inner[0])
        if text[:start]:
            yield SourceRun(text[:start])
        yield look._replace(text=inner)
        if text[start + len(inner) :]:
            yield SourceRun(text[start + len(inner) :])


def _marked(runs: tuple[SourceRun, ...], escape: Callable[[str], str]) -> Iterator[str]:
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(_with_marks(run, escape) for run in group)
        if not link:
            yield inner
        elif link == inner and re.fullmatch(r"https?://\S+", link):
            yield link
        else:
            address = link if not re.search(r"[\s()<>]", link) else f"<{link}>"
            yield f"[{inner}]({address})"


def _with_marks(run: SourceRun, escape: Callable[[str], str]) -> str:
    if run.latex:
        return f"**${run.latex}$**" if run.bold else f"${run.latex}$"
    if run.code and "`" not in run.text and "\n" not in run.text:
        text = f"`{run.text}`"
    elif run.link and run.link == run.text:
        return run.text
    else:
        text = escape(run.text)
    stars = "*" * (run.italic + 2 * run.bold)
    for mark, used in (("^", run.raised), ("~", run.lowered), ("~~", run.strike), (stars, stars)):
        if used:
            text = f"{mark}{text}{mark}"
    return text


def _escaped_where_needed(text: str) -> str:
    """Return a text with backslashes only before the signs that would be taken for markup."""
    if not _SIGNS.search(text) and "www." not in text:
        return text
    pieces = [(piece, bool(at % 2)) for at, piece in enumerate(_SIGNS.split(text))]
    return fewest_backslashes(pieces, lambda written: _reads_as(written, (SourceRun(text),)))


def escaped(text: str) -> str:
    """Return a text with a backslash before each sign that may be markup."""
    return _SIGNS.sub(r"\\\1", text)


def _reads_as(text: str, runs: tuple[SourceRun, ...]) -> bool:
    """Return whether a text parses to these runs, without a diagnostic about markup."""
    diagnostics = Diagnostics()
    parsed = parse_inline(Text(text.replace("\n", _BREAK), _NOWHERE), diagnostics)
    about_markup = [each for each in diagnostics if each.code not in _ABOUT_WORDS]
    return not about_markup and _looks(_source(parsed)) == _looks(runs)


def _source(parsed: Iterable[Run | Formula | LineBreak]) -> Iterator[SourceRun]:
    for run in parsed:
        if isinstance(run, LineBreak):
            yield SourceRun("\n")
        elif isinstance(run, Formula):
            yield SourceRun("", latex=" ")
        else:
            link = run.link
            yield SourceRun(
                run.text,
                run.bold,
                run.italic,
                run.strike,
                run.baseline == "superscript",
                run.baseline == "subscript",
                run.code,
                "" if link is None else link.url if isinstance(link, WebLink) else link.slide_id,
            )


def _looks(runs: Iterable[SourceRun]) -> list[tuple[str, SourceRun]]:
    """Return the letters of each format that follow one another; blanks do not count."""
    parts = []
    for run in runs:
        if run.latex:
            parts.append(("$", SourceRun("", latex=" ")))
        elif letters := "".join(run.text.split()):
            link = run.link.removeprefix("#").removeprefix("mailto:")
            parts.append((letters, run._replace(text="", is_formula=False, link=link)))
    groups = groupby(parts, key=lambda part: part[1])
    return [("".join(letters for letters, _ in group), look) for look, group in groups]


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
