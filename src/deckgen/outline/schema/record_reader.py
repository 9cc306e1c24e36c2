"""Located nodes → records. A record is its own schema: its fields are the keys.

The declared type of a field decides how its text is read. All problems are reported in one run.
"""

import collections.abc
from functools import cache
from typing import Any, NamedTuple, TypeVar

from deckgen.outline.schema.converters import Convert, converter
from deckgen.outline.schema.fields import key_name
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, describe_node, is_blank
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import MISSING, LocatedRecord, fields

T = TypeVar("T")


class _Plan(NamedTuple):
    """How to read a record, derived from its class once."""

    convert: dict[str, Convert]
    fields: dict[str, str]
    """The name of the field for each key."""
    optional: frozenset[str]
    required: tuple[str, ...]


def read_record(
    node: Node,
    schema: type[T],
    diagnostics: Diagnostics,
    elsewhere: "collections.abc.Mapping[str, str] | None" = None,
) -> T | None:
    """Return the record of the class `schema` that a mapping describes; None, with errors, if none.

    Fields may be `Text`, `ListItems`, `str`, `int`, `Minutes`, `bool`, `date`, `Literal`, a
    record, `tuple[X, ...]`, `Mapping[str, X]`, each with `| None`. Every record is a
    `LocatedRecord`. A key without a value counts as absent. A wrong optional value is reported and
    left out, so that later stages find more. `elsewhere` has hints for keys of another place.
    """
    any_schema: type = schema
    converters, names, optional, required = _plan(any_schema)
    if not isinstance(node, Mapping):
        keys = ", ".join(converters)
        way = "a key, a colon, a blank and its value"
        if required and isinstance(node, Scalar):
            from deckgen.outline.syntax.pitfall import excerpt

            way = f"`{required[0]}: {excerpt(node.text)}`"
        diagnostics.error(
            "wrong-type",
            f"Here keys with their values are expected, not {describe_node(node)}.",
            node.span,
            f"Type {way}; the keys are: {keys}.",
        )
        return None
    arguments: dict[str, Any] = {}
    failed: set[str] = set()
    for key, value in node.pairs:
        name = key.text
        convert = converters.get(name)
        if convert is None:
            from deckgen.outline.syntax.key_synonyms import report_unknown_key

            failed.add(report_unknown_key(key, converters, diagnostics, elsewhere) or "")
            continue
        if name in optional and isinstance(value, Scalar) and is_blank(value.text):
            continue
        converted = convert(value, diagnostics)
        if converted is None:
            failed.add(name)
        else:
            arguments[names[name]] = converted
    missing = [name for name in required if names[name] not in arguments]
    for name in missing:
        if name not in failed:
            _report_missing_key(name, node, schema, diagnostics)
    if missing:
        return None
    arguments["span"] = node.span
    arguments["spans"] = {key.text: value.span for key, value in node.pairs}
    return schema(**arguments)


def keys_of(schema: type) -> tuple[str, ...]:
    """Return the keys of a record, in the order of its fields."""
    return tuple(_plan(schema).convert)


def _report_missing_key(name: str, node: Mapping, schema: type, diagnostics: Diagnostics) -> None:
    """Report that a required key is missing, with an example of it."""
    metadata = next(field.metadata for field in fields(schema) if field.name == name)
    examples = metadata.get("examples", ())
    example = f"{name}: {examples[0]}" if examples else f"{name}: …"
    diagnostics.error(
        "missing-key",
        f"The key `{name}` is missing. {metadata.get('doc', '')}".rstrip(),
        node.span,
        f"Add a line such as `{example}`.",
    )


@cache
def _plan(schema: type) -> _Plan:
    own = {key_name(key): key for key in fields(schema) if key not in fields(LocatedRecord)}
    optional = frozenset(name for name, key in own.items() if key.default is not MISSING)
    return _Plan(
        {name: converter(key.type, name, key.metadata, read_record) for name, key in own.items()},
        {name: key.name for name, key in own.items()},
        optional,
        tuple(name for name in own if name not in optional),
    )
