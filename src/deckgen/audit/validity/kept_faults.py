"""Warnings of faults in parts that a deck takes over from another file."""

from dataclasses import replace

from deckgen.audit.validity import font_rules, package_rules, timing_rules
from deckgen.audit.validity.fault import Fault, code_of
from deckgen.audit.validity.slide_rules import footer_not_on_layout, placeholder_not_on_layout
from deckgen.audit.validity.validity import IN_EACH_PART
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.support.diagnostics import Diagnostics, Span

_RULES = (
    *IN_EACH_PART,
    *font_rules.RULES,
    *timing_rules.MEDIA_RULES,
    package_rules.content_type_wrong,
)
_LACKED = {
    placeholder_not_on_layout: "placeholders",
    footer_not_on_layout: "a date, a footer or a number",
}


def warn_of_faults_kept(
    package: ParsedPackage, span: Span | None, diagnostics: Diagnostics
) -> None:
    """Warn of the faults in the parts of a package that a deck keeps: once for each code.

    Faults that can be repaired were repaired before. `span` is where the author names the file.
    """
    findings: dict[str, list[Fault]] = {}
    taken = replace(package, defaults={})  # the deck has its own for the extensions of files
    for rule in _RULES:
        for fault in rule(taken):
            findings.setdefault(fault.code or code_of(rule), []).append(fault)
    for code, (first, *more) in findings.items():
        again = f" (and {len(more):,} more)" if more else ""
        diagnostics.warning(
            "kept-fault",
            f"{package.file}, {first.part.removeprefix('/')}: {first.message}{again} [{code}];"
            " PowerPoint may offer to repair the deck.",
            span,
            "Open the file in PowerPoint, let it repair what it finds, save it, and use that.",
        )


def warn_of_lost_placeholders(
    package: ParsedPackage, span: Span | None, diagnostics: Diagnostics
) -> None:
    """Warn of slides with placeholders that their layout lacks: once for each code."""
    for rule, lacked in _LACKED.items():
        slides = len({fault.part for fault in rule(package)})
        if slides:
            diagnostics.warning(
                "kept-fault",
                f"{package.file}: {slides:,} of these slides {'uses' if slides == 1 else 'use'} "
                f"{lacked} that their layout lacks [{code_of(rule)}]; PowerPoint sets their "
                "text as the master does, or not at all.",
                span,
                "Open the file in PowerPoint, choose the layout of these slides again, save it, "
                "and use that.",
            )
