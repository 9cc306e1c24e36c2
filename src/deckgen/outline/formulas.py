"""Formulas in running text: which dollar signs begin and end one, and what stands between them.

Imported where a text holds a dollar sign. Sums of money stay text; docs/formulas.md has the rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.deck.linear import linear
from deckgen.deck.model import Formula, Run
from deckgen.outline.latex import parse_latex
from deckgen.outline.latex_cursor import LatexError
from deckgen.outline.nodes import within

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostics
    from deckgen.outline.fields import Text

_FORMULA = re.compile(r"\$((?:[^$\\]++|\\.)++)\$", re.DOTALL)
_NOT_FIRST = frozenset(")/,;:!?%")
_NOT_LAST = frozenset("(/`\\")
_PROSE = re.compile(
    r"[^\W\d_]{2,}[.,;:]?\s+[^\W\d_]{2,}"  # two words
    r"|\A\d.*?\s[^\W\d_]{2,}[.,;:]?\s+[\w€]",  # a number, a word, and more
    re.DOTALL,
)


def formula_end(raw: str, at: int, end: int, dollars: frozenset[int]) -> int | None:
    """Return where the formula ends that begins with the dollar sign at `at`; None if none does.

    The next dollar sign ends it. Neither stands beside a letter or digit outside, none beside a
    blank inside; and what stands between them does not read like prose about money.
    """
    found = _FORMULA.match(raw, at, end)
    if found is None:
        return None
    before, behind = raw[at - 1 : at], raw[found.end() : found.end() + 1]
    if before.isalnum() or behind.isalnum() or behind == "$" or _are_signs(raw, found, dollars):
        return None
    inside = found[1]
    first, last = inside[0], inside[-1]
    if first.isspace() or last.isspace() or first in _NOT_FIRST:
        return None
    if last in _NOT_LAST and inside[-2:-1] != "\\":
        return None
    if "\\" not in inside and _PROSE.search(inside):
        return None
    return found.end()


def _are_signs(raw: str, found: re.Match[str], dollars: frozenset[int]) -> bool:
    """Return whether the author typed one of the two dollar signs as `$$`: they are only signs."""
    if not dollars:
        return False
    first = raw.count("$", 0, found.start())
    last = raw.count("$", 0, found.end()) - 1
    return first in dollars or last in dollars


def read_formula(text: Text, start: int, end: int, diagnostics: Diagnostics) -> Formula | Run:
    """Return the formula between two dollar signs; what is not understood is reported."""
    latex = text.raw[start + 1 : end - 1]
    try:
        math = parse_latex(latex)
    except LatexError as error:
        place = within(text.raw, text.span, start + 1 + error.at, error.length)
        diagnostics.error(error.code, str(error), place, error.hint)
        return Run(text.raw[start:end])
    return Formula(linear(math) or " ", math)
