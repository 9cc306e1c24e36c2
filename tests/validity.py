"""Decks are checked for the faults that make PowerPoint offer to repair a file."""

from collections.abc import Iterable

from deckgen.audit.validity.fault import Fault, FaultRule, code_of
from deckgen.audit.validity.validity import STRUCTURE
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.support.diagnostics import Diagnostics


def check_validity(data: bytes, diagnostics: Diagnostics, file: str = "deck.pptx") -> None:
    """Report, as errors, the known faults of a deck that PowerPoint would repair.

    `file` is the name for messages; its extension tells whether the deck may be a template. No
    bytes raise an exception.
    """
    package = read_package(data, diagnostics, file)
    if package is not None:
        check_package(package, STRUCTURE, diagnostics)


def faults_of(data: bytes) -> tuple[str, ...]:
    """Return what is said of the faults of a deck that PowerPoint would repair."""
    diagnostics = Diagnostics()
    check_validity(data, diagnostics)
    return tuple(found.message for found in diagnostics)


def check_package(
    package: ParsedPackage, rules: Iterable[FaultRule], diagnostics: Diagnostics
) -> None:
    """Report, as errors, the faults that some rules find in a package."""
    for rule in rules:
        report_faults(code_of(rule), rule(package), diagnostics, package.file)


def report_faults(code: str, faults: Iterable[Fault], diagnostics: Diagnostics, file: str) -> None:
    """Add the faults that a rule finds as errors, each with its part."""
    for fault in faults:
        where = f"{file}: {fault.part}" if fault.part else file
        diagnostics.error(fault.code or code, f"{where}: {fault.message}", None)
