"""Formulas as runs of text, for formats without equations."""

from collections.abc import Iterable

from deckgen.deck.text_body import Formula, Inline, LineBreak, Run


def formulas_as_text(runs: Iterable[Inline]) -> tuple[Run | LineBreak, ...]:
    """Return runs with formulas as text; superscripts and subscripts are runs of their own."""
    flat: list[Run | LineBreak] = []
    for run in runs:
        if isinstance(run, Formula):
            from deckgen.deck.equation_text import linear_parts

            parts = linear_parts(run.math)
            flat += (run.run._replace(text=text, baseline=baseline) for text, baseline in parts)
        else:
            flat.append(run)
    return tuple(flat)
