"""The faults that make PowerPoint offer to repair a file: all rules, and what they find.

Each rule is a function named after its code; its docstring is the rule, the reason and the source.
FACTS there stands for `docs/facts/repair-prompts.md`.
"""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, Rule
from deckgen.audit.validity import (
    content_rules,
    font_rules,
    package_rules,
    presentation_rules,
    slide_rules,
    timing_rules,
)
from deckgen.audit.validity.fault import FaultRule, code_of
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.zip_reader import DAMAGE_ERRORS, SAVE_AGAIN, ZipEntries, damage_reason
from deckgen.support.diagnostics import Diagnostics, Severity

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

_WHY = "PowerPoint offers to repair such a file, and may take away what it does not understand."
_REMEDY = (
    "Open the file in PowerPoint, let it repair what it finds, look at all slides, and save it. "
    "If a program made the file, tell its makers."
)
_UNREADABLE = {
    "not-a-zip": "The file is a package that is whole",
    "not-a-package": "The file is a PowerPoint file",
    "encrypted-or-old": "The file is no .ppt file of before 2007, and has no password",
    "too-large": "The file is not so large that nobody made it to be read",
    "xml-not-well-formed": "Every part is XML",
    "xml-doctype": "No part has a DOCTYPE",
    "xml-too-deep": "No part is nested without end",
}
"""What keeps a file, or a part of it, from being read, by the codes of `read_package`."""
_IN_ORDER = {
    "repeated-child": "Where one child may stand, one stands",
    "unexpected-child": "Every parent holds only children that the schema knows there",
    "notes-master-late": "The list of notes masters stands before that of slides",
    "notes-without-slide": "Every notes page leads to its slide",
}
"""What is found beside other faults, in the same look: `element-order`, `notes-without-master`."""


_TOLERATED = frozenset(
    {
        # pandoc, PptxGenJS, python-pptx, Google Slides and LibreOffice write these; decks open.
        *("orphan-part", "content-type-without-part", "content-type-wrong", "shared-theme"),
        *("duplicate-shape-id", "negative-axis-id", "notes-master-not-listed"),
        *("notes-master-late", "notes-without-slide"),
        *("chart-axis-undefined", "faulty-core-properties", "embedded-font-unlisted"),
        # No repair is known for these (docs/facts/repair-prompts.md): they show, or do harm.
        *("forbidden-scheme", "program-action", "duplicate-section-id", "slide-in-no-section"),
        *("picture-without-image", "placeholder-not-on-layout", "build-without-effect"),
    }
)
"""Faults with which PowerPoint mostly opens a file without a question."""
_WHY_TOLERATED = (
    "It breaks the rules of the file format. PowerPoint mostly opens such a file without a "
    "question; other programs, and later versions, may not."
)


def _summary(rule: FaultRule) -> str:
    summary = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
    return summary.partition(". ")[0].partition(" (")[0].rstrip(".")


def _rule(code: str, name: str) -> Rule:
    why, remedy, severity = _WHY, _REMEDY, Severity.ERROR
    if code in _TOLERATED:
        why, severity = _WHY_TOLERATED, Severity.WARNING
    elif code in _UNREADABLE:
        why, remedy = "What cannot be read can be neither checked nor shown.", "{remedy}"
    return Rule(code, name, "{fault}", why, remedy, "validity", severity, "file")


_NAMES = {**_UNREADABLE, **{code_of(rule): _summary(rule) for rule in STRUCTURE}, **_IN_ORDER}
_BY_CODE = {code: _rule(code, name) for code, name in _NAMES.items()}
VALIDITY_RULES: tuple[Rule, ...] = tuple(_BY_CODE.values())


def validity_findings(package: ParsedPackage) -> Iterator[Finding]:
    """Yield the known faults of a package that PowerPoint would repair.

    In the strict form of the format, all names are others: it is one fault.
    """
    main = package.main()
    is_strict = (
        main is not None and main.root is not None and package_rules.is_strict_form(main.root)
    )
    for rule in (package_rules.presentation_missing,) if is_strict else STRUCTURE:
        for fault in rule(package):
            where = f"{fault.part}: " if fault.part else ""
            values = {"fault": f"{where}{fault.message}", "where": where}
            yield Finding(_BY_CODE[fault.code or code_of(rule)], None, None, values, fault.part)


def damaged_parts(package: ParsedPackage, entries: ZipEntries) -> Iterator[Finding]:
    """Yield parts, such as pictures, whose bytes no rule reads, and nobody can unpack."""
    for part in package.parts.values():
        try:
            if not part.data:
                entries.check(part.name)
        except DAMAGE_ERRORS as broken:
            fault = f"{part.name} is damaged: {damage_reason(broken)}"
            values = {"fault": fault, "remedy": f"Copy or download it again. {SAVE_AGAIN}"}
            yield Finding(_BY_CODE["not-a-zip"], None, None, values, part.name)


def unreadable_findings(read: Diagnostics, file: str) -> Iterator[Finding]:
    """Yield what was reported while a package was read."""
    for diagnostic in read:
        message = diagnostic.message.removeprefix(f"{file}: ")
        values = {"fault": message, "remedy": diagnostic.hint or _REMEDY}
        yield Finding(_BY_CODE[diagnostic.code], None, None, values)
