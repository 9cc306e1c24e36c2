"""Fonts that the computer of the venue may lack."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from deckgen.audit.finding import Finding, in_deck
from deckgen.audit.rule_texts import worded_rule
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.support.diagnostics import Severity
from deckgen.template.inspect.template_fonts import FontSource, embedded_fonts, font_source

_on_fonts = partial(worded_rule, group="legibility", subject="text")
UNKNOWN = _on_fonts("font-not-embedded", severity=Severity.WARNING)
ELSEWHERE = _on_fonts("font-of-one-system", severity=Severity.NOTE)
RULES = (UNKNOWN, ELSEWHERE)
_SOURCES: Mapping[FontSource, str] = {
    "microsoft-365": "Microsoft 365",
    "windows": "Windows",
    "macos": "macOS",
}


def font_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the fonts of words on slides that another computer may lack."""
    embedded = embedded_fonts(deck.root)
    used = Counter(font for slide in deck.slides for font in slide.fonts)
    for font, slides in sorted(used.items()):
        source = font_source(font)
        if not font or font.casefold() in embedded or source == "office":
            continue
        if source == "unknown":
            yield in_deck(UNKNOWN, font=font, slides=slides)
        else:
            yield in_deck(ELSEWHERE, font=font, slides=slides, source=_SOURCES[source])
