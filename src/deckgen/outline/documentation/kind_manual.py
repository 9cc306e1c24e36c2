"""The manual of the kinds of slides, from their docstrings and records."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterable
from typing import Any, get_args, get_type_hints

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import key_name
from deckgen.outline.schema.record_reader import keys_of
from deckgen.support.records import MISSING, Field, fields, is_record


def kind_manual(kind: Kind) -> str:
    """Return the page on a kind in Markdown: its docstring, its example, tables of its keys."""
    words = kind_description(kind)
    own = [field for field in record_keys(kind.entry) if key_name(field) not in keys_of(Entry)]
    own.sort(key=lambda field: field.name not in kind.entry.__annotations__)
    shared = [field for field in record_keys(kind.entry) if key_name(field) in keys_of(Entry)]
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
    """Return the example in a kind's docstring: entries of `slides:` without indentation."""
    lines = inspect.cleandoc(kind.manual).split("\n")
    return textwrap.dedent("\n".join(lines[_example_start(lines) :])).strip("\n") + "\n"


def kind_description(kind: Kind) -> str:
    """Return a kind's docstring without its example."""
    lines = inspect.cleandoc(kind.manual).split("\n")
    return "\n".join(lines[: _example_start(lines)]).strip()


def _example_start(lines: list[str]) -> int:
    """Return the index of the first line with a dash after an empty line: the example."""
    after_prose = (
        index
        for index, line in enumerate(lines)
        if line.lstrip().startswith("- ") and index and not lines[index - 1].strip()
    )
    return next(after_prose, len(lines))


def _table(keys: Iterable[Field]) -> str:
    rows = [
        f"| `{key_name(key)}` | {'yes' if is_required(key) else ''} | {_description(key)} |"
        for key in keys
    ]
    return "\n".join(["| Key | Required | What it is |", "| --- | --- | --- |", *rows])


def _nested_tables(schema: type, field: Field) -> Iterable[str]:
    """Yield the table of the keys below a key that also has a short form."""
    if not field.metadata.get("short"):
        return
    annotation: Any = get_type_hints(schema)[field.name]
    while not is_record(annotation):
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type):
        yield f"Below `{field.name}`, instead of one text:"
        yield _table(record_keys(annotation))


def _description(key: Field) -> str:
    examples = ", ".join(f"`{text}`" for text in key.metadata.get("examples", ()))
    text: str = key.metadata["doc"] + (f" For example {examples}" if examples else "")
    return text.replace("|", "\\|").replace("\n", " ")


def record_keys(schema: type) -> list[Field]:
    """Return the fields of a record that are keys of the outline."""
    names = keys_of(schema)
    return [field for field in fields(schema) if key_name(field) in names]


def is_required(field: Field) -> bool:
    """Return whether a key has no default."""
    return field.default is MISSING
