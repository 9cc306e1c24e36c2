"""An audit of any .pptx: the faults that make PowerPoint offer a repair.

Each rule is a function named after its code; its docstring is the rule, the reason and the source.
FACTS there stands for `docs/facts/repair-prompts.md`.
"""

from collections.abc import Iterable

from deckgen.audit import (
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
from deckgen.audit.finding import Finding, Rule, code_of
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.support.diagnostics import Diagnostics

IN_EACH_PART: tuple[Rule, ...] = (
    *package_rules.IN_EACH_PART,
    *order_rules.RULES,
    *slide_rules.IN_EACH_PART,
    *text_rules.RULES,
    *graphic_rules.RULES,
    *timing_rules.RULES,
)
"""The rules for which one part is enough."""
ACROSS_PARTS: tuple[Rule, ...] = (
    *package_rules.ACROSS_PARTS,
    *presentation_rules.RULES,
    *slide_rules.ACROSS_PARTS,
    *media_rules.RULES,
    *font_rules.RULES,
)
STRUCTURE = (*ACROSS_PARTS, *IN_EACH_PART)


def audit_deck(data: bytes, diagnostics: Diagnostics, file: str = "deck.pptx") -> None:
    """Report, as errors, the known faults of a deck that PowerPoint would repair.

    `file` is the name for messages; its extension tells whether the deck may be a template. No
    bytes raise an exception.
    """
    package = read_package(data, diagnostics, file)
    if package is not None:
        audit_package(package, STRUCTURE, diagnostics)


def audit_package(package: ParsedPackage, rules: Iterable[Rule], diagnostics: Diagnostics) -> None:
    """Report, as errors, the findings of some rules in a package."""
    for rule in rules:
        report_findings(code_of(rule), rule(package), diagnostics, package.file)


def report_findings(
    code: str, findings: Iterable[Finding], diagnostics: Diagnostics, file: str
) -> None:
    """Add a rule's findings as errors, each with its part."""
    for finding in findings:
        where = f"{file}: {finding.part}" if finding.part else file
        diagnostics.error(finding.code or code, f"{where}: {finding.message}", None)
