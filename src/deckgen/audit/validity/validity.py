"""The rules of validity: the faults that make PowerPoint offer to repair a file.

Each rule is a function named after its code; its docstring is the rule, the reason and the source.
FACTS there stands for `docs/facts/repair-prompts.md`.
"""

from deckgen.audit.validity import (
    content_rules,
    font_rules,
    package_rules,
    presentation_rules,
    slide_rules,
    timing_rules,
)
from deckgen.audit.validity.fault import FaultRule

IN_EACH_PART: tuple[FaultRule, ...] = (
    *package_rules.IN_EACH_PART,
    *slide_rules.IN_EACH_PART,
    *content_rules.RULES,
    *timing_rules.RULES,
)
"""The rules for which one part is enough."""
ACROSS_PARTS: tuple[FaultRule, ...] = (
    *package_rules.ACROSS_PARTS,
    *presentation_rules.RULES,
    *slide_rules.ACROSS_PARTS,
    *timing_rules.MEDIA_RULES,
    *font_rules.RULES,
)
STRUCTURE = (*ACROSS_PARTS, *IN_EACH_PART)
