"""The outline's JSON Schema and the manual of its kinds, from the same records that read it."""

from __future__ import annotations

import collections.abc
import inspect
import textwrap
import types
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from deckgen.outline.documentation.json_schema_parts import (
    BULLET,
    BULLETS,
    INCLUDE,
    LEAVES,
    MARKED_BULLET,
    NAMES,
    TABLE,
    TEXT,
    Schema,
)
from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import ListItems, Names, Text, key_name
from deckgen.outline.schema.record_reader import keys_of
from deckgen.outline.schema.talk import Talk
from deckgen.support.records import MISSING, Field, fields, is_record

if TYPE_CHECKING:
    from collections.abc import Iterable


_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kinds: Iterable[Kind]) -> Schema:
    """Make the JSON Schema (draft 2020-12) of a whole outline, with a description for every key."""
    kinds = tuple(kinds)
    head = _object(Talk)
    head["properties"]["slides"] = {
        "description": "The slides, in order; each begins with a dash.",
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/$defs/slide"},
    }
    head["required"] = [*head.get("required", ()), "slides"]
    return {
        "$schema": _DIALECT,
        "title": "deckgen outline",
        "description": "A talk, from which deckgen makes a PowerPoint deck.",
        **head,
        "$defs": _definitions(kinds),
    }


def town_schema(kinds: Iterable[Kind]) -> Schema:
    """Make the JSON Schema of a town's file: what it may change of an outline."""
    kinds = tuple(kinds)
    head = _object(Talk)["properties"]
    slides = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/slide"}}
    changed = {name: value for kind in kinds for name, value in _kind(kind)["properties"].items()}
    patch = {
        "type": "object",
        "properties": {
            "insert-before": {"description": "New slides, in front of it.", **slides},
            "insert-after": {"description": "New slides, behind it.", **slides},
            "move": {
                "description": "Where it goes: first, last, before ID or after ID.",
                "type": "string",
                "pattern": r"^(first|last|(before|after)\s+\S+)$",
            },
            **{name: _or_nothing(value) for name, value in changed.items()},
        },
        "additionalProperties": False,
    }
    head["tags"] = {"description": "What versions of the talk this is, such as kurz.", **NAMES}
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
        "$defs": _definitions(kinds),
    }


def _definitions(kinds: tuple[Kind, ...]) -> Schema:
    of_kinds = ({"$ref": f"#/$defs/slide-{kind.name}"} for kind in kinds)
    return {
        "any-text": TEXT,
        "bullet-list": BULLETS,
        "bullet": BULLET,
        "marked-bullet": MARKED_BULLET,
        "table": TABLE,
        "slide": {"anyOf": [_bare(kinds), INCLUDE, *of_kinds]},
        **{f"slide-{kind.name}": _kind(kind) for kind in kinds},
    }


def schema_comment(path: str) -> str:
    """Return the comment for the first line of an outline that binds the schema at `path` to it."""
    return f"# yaml-language-server: $schema={path}"


def kind_manual(kind: Kind) -> str:
    """Write a kind's manual page in Markdown: its docstring, its example, a table of its keys."""
    words = _prose(kind)
    own = [field for field in _keys(kind.entry) if key_name(field) not in keys_of(Entry)]
    own.sort(key=lambda field: field.name not in kind.entry.__annotations__)
    shared = [field for field in _keys(kind.entry) if key_name(field) in keys_of(Entry)]
    parts = [
        f"# {kind.name}",
        words,
        f"```yaml\n{kind_example(kind)}```",
        "## Keys",
        _table(own),
        *(part for field in own for part in _nested_tables(kind.entry, field)),
        "Any slide also knows these:",
        _table(shared),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def kind_example(kind: Kind) -> str:
    """Return the example in a kind's docstring: entries of `slides:`, from the first column."""
    lines = inspect.cleandoc(kind.manual).split("\n")
    return textwrap.dedent("\n".join(lines[_example_start(lines) :])).strip("\n") + "\n"


def _prose(kind: Kind) -> str:
    lines = inspect.cleandoc(kind.manual).split("\n")
    return "\n".join(lines[: _example_start(lines)]).strip()


def _example_start(lines: list[str]) -> int:
    """Find the example: the end of the docstring, from the first dash behind a blank line."""
    after_prose = (
        index
        for index, line in enumerate(lines)
        if line.lstrip().startswith("- ") and index and not lines[index - 1].strip()
    )
    return next(after_prose, len(lines))


def _table(keys: Iterable[Field]) -> str:
    rows = [
        f"| `{key_name(key)}` | {'yes' if _required(key) else ''} | {_told(key)} |" for key in keys
    ]
    return "\n".join(["| Key | Required | What it is |", "| --- | --- | --- |", *rows])


def _nested_tables(schema: type, field: Field) -> Iterable[str]:
    """Yield the keys that stand below a key which may also be short."""
    if not field.metadata.get("short"):
        return
    annotation: Any = get_type_hints(schema)[field.name]
    while not is_record(annotation):
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type):
        yield f"Below `{field.name}`, instead of one text:"
        yield _table(_keys(annotation))


def _told(key: Field) -> str:
    examples = ", ".join(f"`{text}`" for text in key.metadata.get("examples", ()))
    told: str = key.metadata["doc"] + (f" For example {examples}" if examples else "")
    return told.replace("|", "\\|").replace("\n", " ")


def _keys(schema: type) -> list[Field]:
    names = keys_of(schema)
    return [field for field in fields(schema) if key_name(field) in names]


def _required(field: Field) -> bool:
    return field.default is MISSING


def _bare(kinds: tuple[Kind, ...]) -> Schema:
    return {
        "title": "a slide by its word alone",
        "enum": [kind.name for kind in kinds if kind.bare],
    }


def _kind(kind: Kind) -> Schema:
    schema = _object(kind.entry)
    schema["title"] = kind.name
    schema["description"] = _prose(kind)
    schema["required"] = sorted({kind.name, *schema.get("required", ())})
    return schema


def _object(schema: type) -> Schema:
    hints = get_type_hints(schema)
    keys = _keys(schema)
    required = [key_name(key) for key in keys if _required(key)]
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
    if not _required(key):
        value = _or_nothing(value)
    described: Schema = {"description": key.metadata["doc"], **value}
    if examples := key.metadata.get("examples"):
        described["examples"] = list(examples)
    return described


def _shortened(value: Schema) -> Schema:
    """Allow for a text that stands for a whole object, and for one where several may stand."""
    items = value.get("items")
    if items is None:
        return {"anyOf": [{"$ref": "#/$defs/any-text"}, value]}
    one = _shortened(items)["anyOf"]
    return {"anyOf": [*one, {"type": "array", "minItems": 1, "items": {"anyOf": one}}]}


def _or_nothing(value: Schema) -> Schema:
    """Allow for nothing: a key that may be absent may also stand there without a value."""
    return {"anyOf": [value, {"type": "null"}]}


def _value(annotation: Any) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (kind for kind in arguments if kind is not types.NoneType)
        return _value(inner)
    if origin is tuple and annotation != ListItems:
        return {"type": "array", "items": _value(arguments[0])}
    if origin is collections.abc.Mapping:
        return {"type": "object", "additionalProperties": _value(arguments[1])}
    if annotation is Names:
        return dict(NAMES)
    if is_record(annotation) and isinstance(annotation, type) and annotation is not Text:
        return _object(annotation)
    return {"enum": list(arguments)} if origin is Literal else dict(LEAVES[annotation])
