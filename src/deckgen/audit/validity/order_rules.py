"""Rules for the order of elements: `deckgen.ooxml_rules.child_order` has the sequences, and why."""

from collections.abc import Iterator

from deckgen.audit.validity.fault import Fault, FaultRule
from deckgen.ooxml_rules.child_order import NO_FAULTS, ChildFaults, child_faults, ordered_parents
from deckgen.opc.parsed_package import ParsedPackage


def element_order(package: ParsedPackage) -> Iterator[Fault]:
    """Children stand in the order of the schema. PowerPoint repairs the file otherwise (FACTS).

    In the same look: where one child may stand, one stands, so no second a:pPr or a:bodyPr (FACTS);
    and every parent holds only children that the schema knows there.
    """
    names = ordered_parents()
    for part in package.parts.values():
        if part.root is None:
            continue
        for element in part.root.iter(*names):
            parent = names[str(element.tag)]
            faults = child_faults(parent, tuple([child.tag for child in element]))
            if faults is not NO_FAULTS:
                yield from _findings(part.name, parent, faults)


def _findings(part: str, parent: str, faults: ChildFaults) -> Iterator[Fault]:
    for name in faults.late:
        code = "notes-master-late" if name.endswith("notesMasterIdLst") else ""
        yield Fault(part, f"{name} stands too late in {parent}", code)
    for name in faults.second:
        yield Fault(part, f"{parent} has a second {name}", "repeated-child")
    for name in faults.unexpected:
        yield Fault(part, f"{name} may not stand in {parent}", "unexpected-child")


RULES: tuple[FaultRule, ...] = (element_order,)
