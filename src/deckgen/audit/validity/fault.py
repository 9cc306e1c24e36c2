"""The values of these rules, and queries on a package that they share."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q

SLIDE_LIKE = ("p:sld", "p:sldLayout", "p:sldMaster", "p:notes", "p:notesMaster", "p:handoutMaster")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that breaks a rule. `part` is a part name; empty for the whole package."""

    part: str
    message: str
    code: str = ""
    """The code of the fault; empty if it is that of the rule."""


FaultRule: TypeAlias = "Callable[[ParsedPackage], Iterator[Fault]]"
"""A function named after its code: `duplicate_slide_id` finds `duplicate-slide-id`.

Its docstring is the rule, the reason, and the source.
"""


def code_of(rule: FaultRule) -> str:
    """Return the code under which a rule's faults are reported."""
    return getattr(rule, "__name__", "").replace("_", "-")


def slides_layouts_masters_notes(package: ParsedPackage) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield every part with a shape tree, with its root."""
    for tag in SLIDE_LIKE:
        yield from parts_with_root(package, tag)


def parts_with_root(package: ParsedPackage, tag: str) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the parts whose root has a prefixed name, each with that root."""
    for part in package.of_root(tag):
        if part.root is not None:
            yield part, part.root


def presentation(package: ParsedPackage) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the presentation part with its root, if there is one."""
    part = package.main()
    if part is not None and part.root is not None and part.root.tag == q("p:presentation"):
        yield part, part.root


def repeated_values(values: Iterable[str]) -> list[str]:
    """Return the values that occur more than once, each once, in order of first occurrence."""
    return [value for value, count in Counter(values).items() if count > 1]
