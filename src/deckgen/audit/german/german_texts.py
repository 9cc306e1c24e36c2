"""The words of each rule in German, by its code."""

from collections.abc import Mapping

from deckgen.audit.finding import Rule, RuleText
from deckgen.audit.german.german_accessibility import ACCESSIBILITY_TEXTS
from deckgen.audit.german.german_other import LEGIBILITY_TEXTS, PRIVACY_TEXTS, SIZE_TEXTS
from deckgen.audit.german.german_validity import VALIDITY_TEXTS

GERMAN_TEXTS: Mapping[str, RuleText] = {
    **VALIDITY_TEXTS,
    **ACCESSIBILITY_TEXTS,
    **LEGIBILITY_TEXTS,
    **PRIVACY_TEXTS,
    **SIZE_TEXTS,
}


def german_text(rule: Rule) -> RuleText | None:
    """Return the words of a rule in German; None if there are none."""
    return GERMAN_TEXTS.get(rule.code)
