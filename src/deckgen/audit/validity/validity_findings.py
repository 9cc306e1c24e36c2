"""What makes PowerPoint offer to repair a file, as findings of an audit."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, RuleText
from deckgen.audit.validity.fault import FaultRule, code_of
from deckgen.audit.validity.validity import STRUCTURE
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.support.diagnostics import Diagnostics, Severity

_WHY = "PowerPoint offers to repair such a file, and may take away what it does not understand."
_REMEDY = (
    "Open the file in PowerPoint, let it repair what it finds, look at all slides, and save it. "
    "If a program made the file, tell its makers."
)
_validity = partial(Rule, group="validity", severity=Severity.ERROR, subject="file")
UNREADABLE = _validity(
    code="unreadable",
    text=RuleText(
        "The file can be read",
        "{fault}",
        "What cannot be read can be neither checked nor shown.",
        "{remedy}",
    ),
)
"""A file, or a part of it, that cannot be read."""


def _rule(rule: FaultRule) -> Rule:
    summary = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
    name = summary.partition(". ")[0].partition(" (")[0].rstrip(".")
    return _validity(code=code_of(rule), text=RuleText(name, "{fault}", _WHY, _REMEDY))


_BY_FUNCTION = {rule: _rule(rule) for rule in STRUCTURE}
VALIDITY_RULES: tuple[Rule, ...] = (UNREADABLE, *_BY_FUNCTION.values())


def validity_findings(package: ParsedPackage) -> Iterator[Finding]:
    """Yield the known faults of a package that PowerPoint would repair."""
    for function, rule in _BY_FUNCTION.items():
        for fault in function(package):
            # A package rule may report several codes; each is a fault of its own.
            own = rule if not fault.code else rule._replace(code=fault.code)
            where = f"{fault.part}: " if fault.part else ""
            yield Finding(own, None, None, {"fault": f"{where}{fault.message}"}, fault.part)


def unreadable_findings(read: Diagnostics, file: str) -> Iterator[Finding]:
    """Yield what was reported while a package was read."""
    for diagnostic in read:
        message = diagnostic.message.removeprefix(f"{file}: ")
        values = {"fault": message, "remedy": diagnostic.hint or _REMEDY}
        yield Finding(UNREADABLE._replace(code=diagnostic.code), None, None, values)
