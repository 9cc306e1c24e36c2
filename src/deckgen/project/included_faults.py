"""Faults that slides of other decks bring along, as `deckgen audit` finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.support.diagnostics import Severity

if TYPE_CHECKING:
    from deckgen.audit.finding import Finding
    from deckgen.pipeline.compile import Compiled
    from deckgen.support.diagnostics import Diagnostics, Span

_GROUPS = frozenset({"accessibility", "legibility"})


def warn_of_included_faults(compiled: Compiled, diagnostics: Diagnostics) -> None:
    """Warn of faults on slides of other decks, at the line that names the slides.

    Each fault is reported once for the slides of a line. Without such slides, nothing is audited.
    """
    included = {
        number: slide.included
        for number, slide in enumerate(compiled.deck.slides, 1)
        if slide.included
    }
    if not included:
        return
    from deckgen.audit.audit import audit_deck
    from deckgen.pipeline.compile import deck_bytes

    faults: dict[tuple[Span, str], list[tuple[str, Finding]]] = {}
    for finding in audit_deck(deck_bytes(compiled, None), "deck.pptx").findings:
        slide = included.get(finding.slide or 0)
        is_fault = finding.rule.severity is not Severity.NOTE and finding.rule.group in _GROUPS
        if slide is not None and is_fault:
            place = f"{slide.file}, slide {slide.number}"
            faults.setdefault((slide.span, finding.rule.code), []).append((place, finding))
    for (span, code), (first, *more) in faults.items():
        place, finding = first
        again = f" (and {len(more):,} more)" if more else ""
        diagnostics.warning(
            code, f"{place}: {finding.message}{again}", span, f"In that deck: {finding.remedy}"
        )
