"""Formulas as runs of text, for formats without equations."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.deck.text_body import Formula, Inline, LineBreak, Run


def formulas_as_text(runs: Iterable[Inline]) -> tuple[Run | LineBreak, ...]:
    """Return runs with formulas as text; superscripts and subscripts are runs of their own."""
    found: list[Run | LineBreak] = []
    for run in runs:
        if isinstance(run, Formula):
            found += _runs(run)
        else:
            found.append(run)
    return tuple(found)


def _runs(formula: Formula) -> Iterable[Run]:
    from deckgen.deck.equation_text import linear_parts

    return (
        formula.run._replace(text=text, baseline=baseline)
        for text, baseline in linear_parts(formula.math)
    )
