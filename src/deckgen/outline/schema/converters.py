"""One node → one value of a declared type; a wrong one is told with what to type instead."""

from __future__ import annotations

import collections.abc
import datetime as dt
import re
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from deckgen.outline.schema.bullet_list import read_bullets
from deckgen.outline.schema.fields import ListItems, Minutes, Names, RawNode, TableData, Text
from deckgen.outline.schema.scalar_types import (
    WrongTypeError,
    parse_boolean,
    parse_choice,
    parse_day,
    parse_integer,
    parse_minutes,
)
from deckgen.outline.syntax.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe_node,
    is_blank,
)
from deckgen.support.records import is_record

if TYPE_CHECKING:
    from deckgen.support.diagnostics import Diagnostics

_QUOTES = "\"'„“”‚‘’«»‹›「『"

FAILED: Final = object()
"""What a converter returns after it has told an error."""

Convert: TypeAlias = "Callable[[Node, Diagnostics], Any]"


def converter(
    annotation: Any,
    name: str,
    metadata: collections.abc.Mapping[str, Any],
    read: Callable[[Node, type, Diagnostics], object | None],
) -> Convert:
    """Make the function that reads a node as `annotation`; `read` reads nested records.

    Raises TypeError for a type that no outline can hold: a mistake in the schema, not in a file.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (kind for kind in arguments if kind is not types.NoneType)
        return converter(inner, name, metadata, read)
    if origin is tuple and annotation != ListItems:
        item = converter(arguments[0], name, metadata, read)
        if "short" in metadata:
            return lambda node, found: _one_or_several(node, name, item, found)
        return lambda node, found: _tuple(node, name, item, found)
    if origin is collections.abc.Mapping:
        value = _any_text if arguments[1] is Text else converter(arguments[1], name, {}, read)
        return lambda node, found: _mapping(node, name, value, found)
    if is_record(annotation):
        short = metadata.get("short", "")
        return lambda node, found: _nested(_written_out(node, short), annotation, read, found)
    return _leaf(annotation, name, metadata)


def _leaf(annotation: Any, name: str, metadata: collections.abc.Mapping[str, Any]) -> Convert:
    """Make the function that reads what holds no further schema."""
    if annotation == ListItems:
        return lambda node, found: _list_items(node, name, found)
    if annotation is Text:
        convert = _text(name, metadata)
        return _quoted(name, convert) if "quoted" in metadata else convert
    if annotation in {Names, RawNode, TableData}:
        return _special(annotation, name, metadata)
    if get_origin(annotation) is Literal:
        return _scalars(name, lambda text: parse_choice(text, get_args(annotation)))
    simple: dict[Any, Callable[[str], Any]] = {
        str: str,
        int: parse_integer,
        Minutes: parse_minutes,
        bool: parse_boolean,
        dt.date: parse_day,
    }
    if annotation not in simple:
        raise TypeError(f"{name}: no outline can hold {annotation}")
    return _scalars(name, simple[annotation], metadata)


def _special(annotation: Any, name: str, metadata: collections.abc.Mapping[str, Any]) -> Convert:
    """Make the function that reads what may be written in several ways."""
    if annotation is Names:
        one = _text(name, metadata)
        return lambda node, found: _names(node, name, one, found)
    if annotation is RawNode:
        return lambda node, _: RawNode(node)
    from deckgen.outline.schema.table_rows import read_table

    def convert(node: Node, diagnostics: Diagnostics) -> Any:
        table = read_table(node, name, diagnostics)
        return FAILED if table is None else table

    return convert


def _one_text(node: Node, name: str, diagnostics: Diagnostics) -> Scalar | None:
    if isinstance(node, Scalar):
        if not is_blank(node.text):
            return node
        diagnostics.error(
            "empty-text",
            f"`{name}` is empty.",
            node.span,
            f"Type its text behind the colon, or delete the line: `{name}: …`.",
        )
        return None
    brackets = "[ ]" if isinstance(node, Sequence) else "{ }"
    diagnostics.error(
        "wrong-type",
        f"`{name}` takes one text, not {describe_node(node)}.",
        node.span,
        f"Type it as `{name}: your words`. For several lines type `{name}: |` and indent the lines "
        f"below. If {brackets} belong to the text, put it in quotation marks.",
    )
    return None


def _any_text(node: Node, diagnostics: Diagnostics) -> Any:
    """Read a variable's text, which may be empty."""
    if isinstance(node, Scalar):
        return Text(node.text, node.span, node.dollars)
    diagnostics.error(
        "wrong-type",
        f"Here one text is expected, not {describe_node(node)}.",
        node.span,
        "Type `name: your words`. If brackets belong to the text, put it in quotation marks.",
    )
    return FAILED


def _text(name: str, metadata: collections.abc.Mapping[str, Any]) -> Convert:
    pattern = metadata.get("pattern")

    def convert(node: Node, diagnostics: Diagnostics) -> Any:
        # The hot path: a title is text that is there.
        if type(node) is not Scalar or is_blank(node.text):
            _one_text(node, name, diagnostics)
            return FAILED
        if pattern is not None and not re.fullmatch(pattern, node.text):
            return _wrong(node, name, f"Type {metadata['pattern_doc']}.", diagnostics)
        return Text(node.text, node.span, node.dollars)

    return convert


def _quoted(name: str, convert: Convert) -> Convert:
    """Make the function that reads a text of which the quotation marks are part."""

    def convert_quoted(node: Node, diagnostics: Diagnostics) -> Any:
        if (
            isinstance(node, Scalar)
            and node.style in {'"', "'"}
            and not is_blank(node.text)
            and not re.match(rf"[*_\s]*[{_QUOTES}]", node.text)
        ):
            from deckgen.outline.syntax.pitfall import excerpt, in_yaml_quotes

            words = f"“{excerpt(node.text.strip())}”"
            typed = in_yaml_quotes(words) if re.search(r":\s|\s#", words) else words
            diagnostics.warning(
                "lost-quotes",
                "The quotation marks around this text are signs of the file format; the slide "
                "shows none.",
                node.span,
                f"Type the marks of your language, “…”, „…“ or «…»: `{name}: {typed}`. To show "
                f"none, type `{name}: |`, and the words below it, indented.",
            )
        return convert(node, diagnostics)

    return convert_quoted


def _scalars(
    name: str,
    parse: Callable[[str], Any],
    metadata: collections.abc.Mapping[str, Any] | None = None,
) -> Convert:
    limits = metadata or {}
    pattern = limits.get("pattern")

    def convert(node: Node, diagnostics: Diagnostics) -> Any:
        scalar = _one_text(node, name, diagnostics)
        if scalar is None:
            return FAILED
        text = scalar.text.strip()
        if pattern is not None and not re.fullmatch(pattern, text):
            return _wrong(scalar, name, f"Type {limits['pattern_doc']}.", diagnostics)
        try:
            return parse(text)
        except WrongTypeError as wrong:
            return _wrong(scalar, name, str(wrong), diagnostics)

    return convert


def _wrong(node: Scalar, name: str, hint: str, diagnostics: Diagnostics) -> object:
    diagnostics.error("wrong-type", f"`{name}` cannot be {describe_node(node)}.", node.span, hint)
    return FAILED


def _list_items(node: Node, name: str, diagnostics: Diagnostics) -> Any:
    before = len(diagnostics)
    items = read_bullets(node, name, diagnostics)
    return items if len(diagnostics) == before else FAILED


def _tuple(node: Node, name: str, item: Convert, diagnostics: Diagnostics) -> Any:
    if not isinstance(node, Sequence):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes a list, not {describe_node(node)}.",
            node.span,
            "Type each entry on a line of its own, with a dash and a blank before it.",
        )
        return FAILED
    converted = [item(entry, diagnostics) for entry in node.items]
    return FAILED if FAILED in converted else tuple(converted)


def _names(node: Node, name: str, one: Convert, diagnostics: Diagnostics) -> Any:
    converted = (
        one(node, diagnostics) if isinstance(node, Scalar) else _tuple(node, name, one, diagnostics)
    )
    if converted is FAILED:
        return FAILED
    return Names((converted,) if isinstance(node, Scalar) else converted)


def _one_or_several(node: Node, name: str, item: Convert, diagnostics: Diagnostics) -> Any:
    if isinstance(node, Scalar) and _one_text(node, name, diagnostics) is None:
        return FAILED
    several = node if isinstance(node, Sequence) else Sequence((node,), node.span)
    if not several.items:
        diagnostics.error(
            "empty-text",
            f"`{name}` is an empty list.",
            node.span,
            f"Type what it holds behind the colon, or delete the line: `{name}: …`.",
        )
        return FAILED
    return _tuple(several, name, item, diagnostics)


def _written_out(node: Node, short: str) -> Node:
    """Return a text that stands for a whole mapping as that mapping."""
    if not short or not isinstance(node, Scalar):
        return node
    return Mapping(((Scalar(short, node.span), node),), node.span)


def _mapping(node: Node, name: str, value: Convert, diagnostics: Diagnostics) -> Any:
    if not isinstance(node, Mapping):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes names with their values, not {describe_node(node)}.",
            node.span,
            f"Type each on a line of its own, indented below `{name}:`, as `name: value`.",
        )
        return FAILED
    converted = {key.text: value(entry, diagnostics) for key, entry in node.pairs}
    return FAILED if FAILED in converted.values() else converted


def _nested(
    node: Node,
    schema: Any,
    read: Callable[[Node, type, Diagnostics], object | None],
    diagnostics: Diagnostics,
) -> Any:
    value = read(node, schema, diagnostics)
    return FAILED if value is None else value
