"""Fonts that the computer of the venue may lack."""

from collections import Counter
from collections.abc import Iterator, Mapping

from deckgen.audit.finding import Finding, in_deck
from deckgen.audit.rule_texts import WORDED_RULES
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.template.inspect.template_fonts import FontSource, embedded_fonts, font_source

UNKNOWN = WORDED_RULES["font-not-embedded"]
ELSEWHERE = WORDED_RULES["font-of-one-system"]
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
