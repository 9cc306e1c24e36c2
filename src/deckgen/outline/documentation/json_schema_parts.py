"""The parts of the JSON Schema that are not in the records: texts, bullets, tables."""

import datetime as dt
from typing import Any, TypeAlias

from deckgen.outline.schema.fields import LayoutName, ListItems, Minutes, RawNode, TableData, Text

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema."""

TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""To an editor `title: 2026` is a number; in an outline it is text."""
NOTHING: Schema = {"type": "null"}
_ANY_TEXT: Schema = {"$ref": "#/$defs/any-text"}
NAMES: Schema = {"anyOf": [TEXT, {"type": "array", "minItems": 1, "items": TEXT}]}
"""One name, or a list of them."""
LEAVES: dict[Any, Schema] = {
    ListItems: {"$ref": "#/$defs/bullet-list"},
    Text: _ANY_TEXT,
    LayoutName: {"$ref": "#/$defs/layout-name"},
    RawNode: {"type": ["string", "number", "boolean", "array", "object"]},
    TableData: {"$ref": "#/$defs/table"},
    str: TEXT,
    int: {"type": "integer"},
    Minutes: {"type": ["number", "string"]},
    bool: {"enum": [True, False, "yes", "no", "ja", "nein", "on", "off"]},
    dt.date: {"type": "string"},
}

BULLETS: Schema = {
    "description": "Bullets, each with a dash; a bullet that ends in a colon has bullets below it.",
    "type": "array",
    "minItems": 1,
    "items": {"$ref": "#/$defs/bullet"},
}
BULLET: Schema = {
    "anyOf": [
        _ANY_TEXT,
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": {
                "anyOf": [{"$ref": "#/$defs/bullet-list"}, _ANY_TEXT, NOTHING]
            },
        },
        {"$ref": "#/$defs/marked-bullet"},
    ]
}
MARKED_BULLET: Schema = {
    "description": "A bullet that only some towns or versions show.",
    "type": "object",
    "required": ["text"],
    "minProperties": 2,
    "anyOf": [{"required": ["only"]}, {"required": ["except"]}],
    "properties": {
        "text": {"description": "Its words.", **TEXT},
        "bullets": {"description": "The bullets below it.", "$ref": "#/$defs/bullet-list"},
        "only": {"description": "The towns or tags that show it.", **NAMES},
        "except": {"description": "The towns or tags that do not show it.", **NAMES},
    },
    "additionalProperties": False,
}
INCLUDE: Schema = {
    "title": "the slides of another outline",
    "type": "object",
    "required": ["include"],
    "properties": {
        "include": {
            "description": "A shared outline, as seen from this file: shared/opening.yaml.",
            **TEXT,
        }
    },
    "additionalProperties": False,
}
ROW: Schema = {"type": "array", "items": {"anyOf": [_ANY_TEXT, NOTHING]}}
ROWS: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": [ROW, _ANY_TEXT]}}
TABLE: Schema = {
    "description": "Rows, each a list of its cells; or the name of a CSV file.",
    "anyOf": [
        {"type": "string"},
        ROWS,
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "rows": {"description": "The rows, each a list of its cells.", **ROWS},
                "file": {"description": "A CSV file beside the outline.", "type": "string"},
                "header": {
                    "description": "Whether the first row is the header; or a header of its own.",
                    "anyOf": [LEAVES[bool], ROW],
                },
                "total": {
                    "description": "Whether the last row is a total; or a total of its own.",
                    "anyOf": [LEAVES[bool], ROW],
                },
                "highlight": {
                    "description": "The row or the column that stands out, or a list of them.",
                    **NAMES,
                },
                "alt": {"description": "What the table says, for who cannot see it.", **TEXT},
            },
        },
    ],
}
