"""Formulas in running text: which dollar signs delimit one, and what it holds.

Amounts of money stay text; docs/formulas.md has the rules. Imported if a text has a dollar sign.
"""

import re

from deckgen.deck.equation_text import linear_text
from deckgen.deck.text_body import Formula, Run
from deckgen.outline.markup.latex.cursor import LatexError
from deckgen.outline.markup.latex.parser import parse_latex
from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.nodes import span_within
from deckgen.support.diagnostics import Diagnostics

_FORMULA = re.compile(r"\$((?:[^$\\]++|\\.)++)\$", re.DOTALL)
_LATEX = re.compile(r"\\[A-Za-z]|[\^_]")
_NOT_FIRST = frozenset(")/,;:!?%")
_NOT_LAST = frozenset("(/`\\")
_PROSE = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{2,}+[.,;:]?\s+[^\W\d_]{2}"  # two words
    r"|\A\d.*?\s[^\W\d_]{2,}[.,;:]?\s+[\w€]",  # a number, a word, and more
    re.DOTALL,
)


def read_formula(
    text: Text, at: int, end: int, diagnostics: Diagnostics
) -> tuple[Formula | Run, int] | None:
    """Return the formula from the dollar sign at `at` to the next, and its end; None if it is none.

    A formula that cannot be parsed is reported, and stays text.
    """
    raw = text.text
    match = _FORMULA.match(raw, at, end)
    if match is None or not _is_formula(
        raw[at - 1 : at], match[1], raw[match.end() : match.end() + 1]
    ):
        return None
    if text.dollars and _are_signs(text, match, diagnostics):
        return None
    try:
        math = parse_latex(match[1])
    except LatexError as error:
        place = span_within(raw, text.span, at + 1 + error.at, error.length)
        diagnostics.error(error.code, str(error), place, error.hint)
        return Run(match[0]), match.end()
    return Formula(linear_text(math), math), match.end()


def _is_formula(before: str, inside: str, behind: str) -> bool:
    """Return whether the text between two dollar signs is a formula, and not about money.

    No letter or digit stands beside the signs outside, no space inside; and the text is no prose.
    """
    first, last = inside[0], inside[-1]
    if before.isalnum() or behind.isalnum() or first.isspace() or last.isspace():
        return False
    if first in _NOT_FIRST or (last in _NOT_LAST and inside[-2:-1] != "\\"):
        return False
    return "\\" in inside or not _PROSE.search(inside)


def _are_signs(text: Text, match: re.Match[str], diagnostics: Diagnostics) -> bool:
    """Return whether the author typed one of the two signs as `$$`, which is a plain sign.

    Warn if both are, around what looks like a formula.
    """
    first = text.text.count("$", 0, match.start())
    last = text.text.count("$", 0, match.end()) - 1
    both = {first, last} <= text.dollars
    if both and _LATEX.search(match[1]):
        place = span_within(text.text, text.span, match.start(), len(match[0]))
        diagnostics.warning(
            "two-dollar-signs",
            "$$ is a dollar sign, so this stays text.",
            place,
            f"If a formula is meant, type one $ before it and one behind it: {match[0]}",
        )
    return both or first in text.dollars or last in text.dollars
