"""The rules of validity: the faults that make PowerPoint offer to repair a file.

Each rule is a function named after its code; its docstring is the rule, the reason and the source.
FACTS there stands for `docs/facts/repair-prompts.md`.
"""

from deckgen.audit.validity import (
    font_rules,
    graphic_rules,
    media_rules,
    order_rules,
    package_rules,
    presentation_rules,
    slide_rules,
    text_rules,
    timing_rules,
)
from deckgen.audit.validity.fault import FaultRule

IN_EACH_PART: tuple[FaultRule, ...] = (
    *package_rules.IN_EACH_PART,
    *order_rules.RULES,
    *slide_rules.IN_EACH_PART,
    *text_rules.RULES,
    *graphic_rules.RULES,
    *timing_rules.RULES,
)
"""The rules for which one part is enough."""
ACROSS_PARTS: tuple[FaultRule, ...] = (
    *package_rules.ACROSS_PARTS,
    *presentation_rules.RULES,
    *slide_rules.ACROSS_PARTS,
    *media_rules.RULES,
    *font_rules.RULES,
)
STRUCTURE = (*ACROSS_PARTS, *IN_EACH_PART)
