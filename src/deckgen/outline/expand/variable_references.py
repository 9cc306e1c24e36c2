"""The variables that a text names: `${name}`, `${name:form}`, `${name:-default}`, and `$$`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A default may have variables, but not with defaults of their own.
VARIABLE = re.compile(r"\$\$|\$\{((?:\$\{[^{}\n]*\}|[^{}\n])*)(\}?)")
"""`$$`, or a variable: what is inside, and the bracket that closes it."""
_FORM = re.compile(r"(?P<name>[^:]*)(?::(?!-)(?P<form>[^:]*))?(?::-(?P<default>.*))?", re.DOTALL)


class VariableReference(NamedTuple):
    """The parts of what is between `${` and `}`."""

    name: str
    form: str | None
    """The format of the words: `date`, `number`, or None for no change."""
    default: str | None
    """What is inserted if the variable is not defined or empty."""


class VariablePlace(NamedTuple):
    """A variable in a text, or the `$$` that stands for a dollar sign."""

    start: int
    end: int
    name: str
    """The variable; empty for a dollar sign."""


def variable_places(text: str) -> Iterator[VariablePlace]:
    """Yield the places of a text in which other words are inserted, in order."""
    for match in VARIABLE.finditer(text):
        if match[1] is None or match[2]:
            yield VariablePlace(
                *match.span(), "" if match[1] is None else parse_reference(match[1]).name
            )


def variable_references(text: str) -> Iterator[VariableReference]:
    """Yield every variable of a text, those within defaults included."""
    for match in VARIABLE.finditer(text):
        if match[1] is not None and match[2]:
            reference = parse_reference(match[1])
            yield reference
            if reference.default and "${" in reference.default:
                yield from variable_references(reference.default)


def parse_reference(inside: str) -> VariableReference:
    """Return the parts of what is between `${` and `}`."""
    parts = _FORM.fullmatch(inside)
    if parts is None:
        return VariableReference(inside.strip(), None, None)
    form = parts["form"]
    return VariableReference(parts["name"].strip(), form and form.strip(), parts["default"])
