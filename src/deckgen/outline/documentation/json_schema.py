"""The JSON Schemas of an outline and of a town's file, from the records that read them."""

import collections.abc
import datetime as dt
import types
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from deckgen.outline.documentation.kind_manual import kind_description, record_keys
from deckgen.outline.schema.entry import Kind
from deckgen.outline.schema.fields import (
    LayoutName,
    ListItems,
    Minutes,
    Names,
    RawNode,
    TableData,
    Text,
    key_name,
)
from deckgen.outline.schema.talk import Talk
from deckgen.support.records import MISSING, Field, is_record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema: TypeAlias = dict[str, Any]
"""A JSON Schema."""

_SLIDES: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/slide"}}

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""What counts as text in an outline: an editor sees `title: 2026` as a number."""
_NOTHING: Schema = {"type": "null"}
_ANY_TEXT: Schema = {"$ref": "#/$defs/any-text"}
_NAMES: Schema = {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _TEXT}]}
"""One name, or a list of them."""
_LEAVES: dict[Any, Schema] = {
    ListItems: {"$ref": "#/$defs/bullet-list"},
    Text: _ANY_TEXT,
    Names: _NAMES,
    LayoutName: {"$ref": "#/$defs/layout-name"},
    RawNode: {"type": ["string", "number", "boolean", "array", "object"]},
    TableData: {"$ref": "#/$defs/table"},
    str: _TEXT,
    int: {"type": "integer"},
    Minutes: {"type": ["number", "string"]},
    bool: {"enum": [True, False, "yes", "no", "ja", "nein", "on", "off"]},
    dt.date: {"type": "string"},
}

_BULLETS: Schema = {
    "description": "Bullets, each with a dash; a bullet that ends in a colon has bullets below it.",
    "type": "array",
    "minItems": 1,
    "items": {"$ref": "#/$defs/bullet"},
}
_BULLET: Schema = {
    "anyOf": [
        _ANY_TEXT,
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": {
                "anyOf": [{"$ref": "#/$defs/bullet-list"}, _ANY_TEXT, _NOTHING]
            },
        },
        {"$ref": "#/$defs/marked-bullet"},
    ]
}
_MARKED_BULLET: Schema = {
    "description": "A bullet that only some towns or versions show.",
    "type": "object",
    "required": ["text"],
    "minProperties": 2,
    "anyOf": [{"required": ["only"]}, {"required": ["except"]}],
    "properties": {
        "text": {"description": "Its words.", **_TEXT},
        "bullets": {"description": "The bullets below it.", "$ref": "#/$defs/bullet-list"},
        "only": {"description": "The towns or tags that show it.", **_NAMES},
        "except": {"description": "The towns or tags that do not show it.", **_NAMES},
    },
    "additionalProperties": False,
}
_INCLUDE: Schema = {
    "title": "the slides of another outline",
    "type": "object",
    "required": ["include"],
    "properties": {
        "include": {
            "description": "A shared outline, as seen from this file: shared/opening.yaml.",
            **_TEXT,
        }
    },
    "additionalProperties": False,
}
_ROW: Schema = {"type": "array", "items": {"anyOf": [_ANY_TEXT, _NOTHING]}}
_ROWS: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": [_ROW, _ANY_TEXT]}}
_TABLE: Schema = {
    "description": "Rows, each a list of its cells; or the name of a CSV file.",
    "anyOf": [
        {"type": "string"},
        _ROWS,
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "rows": {"description": "The rows, each a list of its cells.", **_ROWS},
                "file": {"description": "A CSV file beside the outline.", "type": "string"},
                "header": {
                    "description": "Whether the first row is the header; or a header of its own.",
                    "anyOf": [_LEAVES[bool], _ROW],
                },
                "total": {
                    "description": "Whether the last row is a total; or a total of its own.",
                    "anyOf": [_LEAVES[bool], _ROW],
                },
                "highlight": {
                    "description": "The row or the column that stands out, or a list of them.",
                    **_NAMES,
                },
                "alt": {"description": "What the table says, for who cannot see it.", **_TEXT},
            },
        },
    ],
}


def json_schema(kinds: Iterable[Kind], layouts: Iterable[str] = ()) -> Schema:
    """Return the JSON Schema (draft 2020-12) of an outline, with a description of every key.

    `layouts` are the names that it allows for layouts; without any, it allows all.
    """
    kinds = tuple(kinds)
    head = _head(kinds)
    description = "The slides, in order; each begins with a dash."
    head["properties"]["slides"] = {"description": description, **_SLIDES}
    head["required"] = [*head.get("required", ()), "slides"]
    return {
        "$schema": _DIALECT,
        "title": "deckgen outline",
        "description": "A talk, from which deckgen makes a PowerPoint deck.",
        **head,
        "$defs": _definitions(kinds, layouts),
    }


def town_schema(kinds: Iterable[Kind], layouts: Iterable[str] = ()) -> Schema:
    """Return the JSON Schema of a town's file, which changes an outline; else as `json_schema`."""
    kinds = tuple(kinds)
    head = _head(kinds)["properties"]
    changed = {name: value for kind in kinds for name, value in _kind(kind)["properties"].items()}
    patch = {
        "type": "object",
        "properties": {
            "insert-before": {"description": "New slides, in front of it.", **_SLIDES},
            "insert-after": {"description": "New slides, behind it.", **_SLIDES},
            "move": {
                "description": "Where it goes: first, last, before ID or after ID.",
                "type": "string",
                "pattern": r"^(first|last|(before|after)\s+\S+)$",
            },
            **{name: _or_nothing(value) for name, value in changed.items()},
        },
        "additionalProperties": False,
    }
    head["tags"] = {"description": "What versions of the talk this is, such as kurz.", **_NAMES}
    head["slides"] = {
        "description": "What changes of the slides, by their id.",
        "type": "object",
        "additionalProperties": {"anyOf": [{"enum": ["drop"]}, patch]},
    }
    return {
        "$schema": _DIALECT,
        "title": "deckgen town",
        "description": "What one town, or one event, changes of a talk.",
        "type": "object",
        "additionalProperties": False,
        "properties": head,
        "$defs": _definitions(kinds, layouts),
    }


def _head(kinds: tuple[Kind, ...]) -> Schema:
    """Return the schema of the keys of a talk, with the kinds of slides as keys of `layouts`."""
    head = _object(Talk)
    by_kind = head["properties"]["layouts"]["anyOf"][0]
    name = _or_nothing(by_kind["additionalProperties"])
    by_kind["properties"] = {
        kind.name: {"description": f"The layout of `{kind.name}` slides.", **name} for kind in kinds
    }
    by_kind["additionalProperties"] = False
    return head


def _definitions(kinds: tuple[Kind, ...], layouts: Iterable[str]) -> Schema:
    words = [kind.name for kind in kinds if kind.bare]
    bare: Schema = {"title": "a slide by its word alone", "enum": words}
    names = list(layouts)  # in place of a name, a variable may stand
    layout_name: Schema = {"anyOf": [{"enum": names}, {"type": "string", "pattern": r"\$\{"}]}
    of_kinds = ({"$ref": f"#/$defs/slide-{kind.name}"} for kind in kinds)
    return {
        "any-text": _TEXT,
        "layout-name": layout_name if names else _TEXT,
        "bullet-list": _BULLETS,
        "bullet": _BULLET,
        "marked-bullet": _MARKED_BULLET,
        "table": _TABLE,
        "slide": {"anyOf": [bare, _INCLUDE, *of_kinds]},
        **{f"slide-{kind.name}": _kind(kind) for kind in kinds},
    }


def _kind(kind: Kind) -> Schema:
    schema = _object(kind.entry)
    schema["title"] = kind.name
    schema["description"] = kind_description(kind)
    schema["required"] = sorted({kind.name, *schema.get("required", ())})
    return schema


def _object(schema: type) -> Schema:
    hints = get_type_hints(schema)
    keys = record_keys(schema)
    required = [key_name(key) for key in keys if key.default is MISSING]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key_name(key): _property(key, hints[key.name]) for key in keys},
        **({"required": required} if required else {}),
    }


def _property(key: Field, annotation: Any) -> Schema:
    value = _value(annotation)
    if key.metadata.get("short"):
        value = _shortened(value)
    if pattern := key.metadata.get("pattern"):
        value = {"type": "string", "pattern": f"^(?:{pattern})$"}
    if key.default is not MISSING:
        value = _or_nothing(value)
    described: Schema = {"description": key.metadata["doc"], **value}
    if examples := key.metadata.get("examples"):
        described["examples"] = list(examples)
    return described


def _shortened(value: Schema) -> Schema:
    """Return a schema that also allows the short form: a text for an object, or no list."""
    items = value.get("items")
    if items is None:
        return {"anyOf": [{"$ref": "#/$defs/any-text"}, value]}
    item = _shortened(items)["anyOf"]
    return {"anyOf": [*item, {"type": "array", "minItems": 1, "items": {"anyOf": item}}]}


def _or_nothing(value: Schema) -> Schema:
    """Return a schema that also allows no value, which counts as an absent key."""
    return {"anyOf": [value, _NOTHING]}


def _value(annotation: Any) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (kind for kind in arguments if kind is not types.NoneType)
        return _value(inner)
    if origin is tuple and annotation != ListItems:
        return {"type": "array", "items": _value(arguments[0])}
    if origin is collections.abc.Mapping:
        return {"type": "object", "additionalProperties": _value(arguments[1])}
    if isinstance(annotation, type) and is_record(annotation):
        return _object(annotation)
    if origin is Literal:  # with “yes”, also what editors read as that
        booleans = _LEAVES[bool]["enum"] if "yes" in arguments else ()
        return {"enum": list(dict.fromkeys((*booleans, *arguments)))}
    return dict(_LEAVES[annotation])
