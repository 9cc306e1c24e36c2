"""Functions that make a value of a declared type of a node; None, with an error, if they cannot."""

import collections.abc
import datetime as dt
import re
import types
from collections.abc import Callable
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from deckgen.outline.schema.bullet_list import read_bullets
from deckgen.outline.schema.fields import (
    LayoutName,
    ListItems,
    Minutes,
    Names,
    RawNode,
    TableData,
    Text,
)
from deckgen.outline.schema.scalar_types import (
    WrongTypeError,
    parse_boolean,
    parse_choice,
    parse_day,
    parse_minutes,
    parse_whole_number,
)
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node, is_blank
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import is_record

_QUOTES = "\"'„“”‚‘’«»‹›「『"

_SIMPLE: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: parse_whole_number,
    Minutes: parse_minutes,
    bool: parse_boolean,
    dt.date: parse_day,
}
"""What reads the text of a scalar, by its type."""

Convert: TypeAlias = "Callable[[Node, Diagnostics], Any]"
_Metadata: TypeAlias = collections.abc.Mapping[str, Any]


def converter(
    annotation: Any,
    name: str,
    metadata: _Metadata,
    read: Callable[[Node, type, Diagnostics], object | None],
) -> Convert:
    """Return the function that reads a node as a value of the type `annotation`.

    `name` is the key in messages, `metadata` that of its field; `read` reads nested records. Raises
    TypeError for a type that is not supported, which is a mistake in the schema.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (kind for kind in arguments if kind is not types.NoneType)
        return converter(inner, name, metadata, read)
    if origin is tuple and annotation != ListItems:
        item = converter(arguments[0], name, metadata, read)
        several = _one_or_several if metadata.get("short") else _tuple
        return lambda node, diagnostics: several(node, name, item, diagnostics)
    if origin is collections.abc.Mapping:
        is_text = arguments[1] in {Text, LayoutName}
        value = _any_text if is_text else converter(arguments[1], name, {}, read)
        return lambda node, diagnostics: _mapping(node, name, value, diagnostics)
    if is_record(annotation):
        short = metadata.get("short", "")
        return lambda node, diagnostics: read(_long_form(node, short), annotation, diagnostics)
    return _leaf(annotation, name, metadata)


def _leaf(annotation: Any, name: str, metadata: _Metadata) -> Convert:
    """Return the function that reads a type without a nested record."""
    text = _text(name, metadata)
    if annotation in {Text, LayoutName}:
        return _quoted(name, text) if metadata.get("quoted") else text
    if get_origin(annotation) is Literal:
        return _scalars(name, lambda text: parse_choice(text, get_args(annotation)), metadata)
    if annotation in _SIMPLE:
        return _scalars(name, _SIMPLE[annotation], metadata)
    several_forms: dict[Any, Convert] = {
        ListItems: lambda node, diagnostics: _list_items(node, name, diagnostics),
        Names: lambda node, diagnostics: _tuple(_as_list(node), name, text, diagnostics),
        RawNode: lambda node, _: RawNode(node),
        TableData: lambda node, diagnostics: _table(node, name, diagnostics),
    }
    if annotation not in several_forms:
        raise TypeError(f"{name}: no outline can hold {annotation}")
    return several_forms[annotation]


def _table(node: Node, name: str, diagnostics: Diagnostics) -> TableData | None:
    from deckgen.outline.schema.table_rows import read_table

    return read_table(node, name, diagnostics)


def _as_list(node: Node) -> Node:
    """Return a text as the list that it is short for; other nodes as they are."""
    return Sequence((node,), node.span) if isinstance(node, Scalar) else node


def _one_text(
    node: Node, name: str, diagnostics: Diagnostics, example: str = "your words"
) -> Scalar | None:
    """Return a node that is a text and not blank; None, with an error, for others."""
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
        f"Type it as `{name}: {example}`. For several lines type `{name}: |` and indent the lines "
        f"below. If {brackets} belong to the text, put it in quotation marks.",
    )
    return None


def _any_text(node: Node, diagnostics: Diagnostics) -> Scalar | None:
    """Return the text of a variable, which may be empty."""
    if isinstance(node, Scalar):
        return node
    diagnostics.error(
        "wrong-type",
        f"Here one text is expected, not {describe_node(node)}.",
        node.span,
        "Type `name: your words`. If brackets belong to the text, put it in quotation marks.",
    )
    return None


def _text(name: str, metadata: _Metadata) -> Convert:
    pattern, example = metadata.get("pattern"), _example(metadata)

    def convert(node: Node, diagnostics: Diagnostics) -> Any:
        # The hot path: most values are texts that are not blank.
        if type(node) is not Scalar or is_blank(node.text):
            return _one_text(node, name, diagnostics, example)
        if pattern is not None and not re.fullmatch(pattern, node.text):
            return _report_unlike(node, name, metadata, diagnostics)
        return node

    return convert


def _quoted(name: str, convert: Convert) -> Convert:
    """Return the function that warns of quotation marks that belong to the text."""

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


def _scalars(name: str, parse: Callable[[str], Any], metadata: _Metadata) -> Convert:
    pattern, example = metadata.get("pattern"), _example(metadata)

    def convert(node: Node, diagnostics: Diagnostics) -> Any:
        scalar = _one_text(node, name, diagnostics, example)
        if scalar is None:
            return None
        text = scalar.text.strip()
        if pattern is not None and not re.fullmatch(pattern, text):
            return _report_unlike(scalar, name, metadata, diagnostics)
        try:
            return parse(text)
        except WrongTypeError as wrong:
            return _report_wrong_type(scalar, name, str(wrong), diagnostics)

    return convert


def _example(metadata: _Metadata) -> str:
    return next(iter(metadata.get("examples", ())), "your words")


def _report_unlike(
    node: Scalar, name: str, metadata: _Metadata, diagnostics: Diagnostics
) -> object:
    """Report a text that the pattern of its key does not match, with what is meant or expected."""
    meant = metadata["meant"](node.text.strip()) if "meant" in metadata else None
    hint = f"Type {meant or metadata['pattern_doc']}."
    return _report_wrong_type(node, name, hint, diagnostics)


def _report_wrong_type(node: Scalar, name: str, hint: str, diagnostics: Diagnostics) -> object:
    diagnostics.error("wrong-type", f"`{name}` cannot be {describe_node(node)}.", node.span, hint)
    return None


def _list_items(node: Node, name: str, diagnostics: Diagnostics) -> ListItems | None:
    before = len(diagnostics)
    items = read_bullets(node, name, diagnostics)
    return items if len(diagnostics) == before else None


def _tuple(node: Node, name: str, item: Convert, diagnostics: Diagnostics) -> Any:
    if not isinstance(node, Sequence):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes a list, not {describe_node(node)}.",
            node.span,
            "Type each entry on a line of its own, with a dash and a blank before it.",
        )
        return None
    converted = [item(entry, diagnostics) for entry in node.items]
    return None if None in converted else tuple(converted)


def _one_or_several(node: Node, name: str, item: Convert, diagnostics: Diagnostics) -> Any:
    if isinstance(node, Scalar) and _one_text(node, name, diagnostics) is None:
        return None
    several = node if isinstance(node, Sequence) else Sequence((node,), node.span)
    if not several.items:
        diagnostics.error(
            "empty-text",
            f"`{name}` is an empty list.",
            node.span,
            f"Type what it holds behind the colon, or delete the line: `{name}: …`.",
        )
        return None
    return _tuple(several, name, item, diagnostics)


def _long_form(node: Node, short: str) -> Node:
    """Return a text as the mapping that it is short for: the key `short` with this text."""
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
        return None
    converted = {key.text: value(entry, diagnostics) for key, entry in node.pairs}
    return None if None in converted.values() else converted
