"""The manual of the kinds of slides, from their docstrings and records."""

import inspect
import textwrap
from collections.abc import Iterable, Iterator

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import key_name
from deckgen.outline.schema.record_reader import keys_of
from deckgen.support.records import MISSING, Field, fields, nested_record

EVERY_SLIDE = "Any slide also knows these:"


def kind_manual(kind: Kind) -> str:
    """Return the page on a kind in Markdown: its docstring, its example, tables of its keys."""
    nested = [
        part
        for name, table in nested_tables(kind)
        for part in (f"Below `{name}`, instead of one text:", table)
    ]
    return manual_page(
        [*kind_beginning(kind), *nested, EVERY_SLIDE, table_of_keys(record_keys(Entry))]
    )


def manual_page(parts: Iterable[str]) -> str:
    """Return a page of these parts."""
    return "\n\n".join(part for part in parts if part) + "\n"


def kind_beginning(kind: Kind) -> list[str]:
    """Return the beginning of a kind's page: docstring, example, and a table of its own keys."""
    return [
        f"# {kind.name}",
        kind_description(kind),
        f"```yaml\n{kind_example(kind)}```",
        "## Keys",
        table_of_keys(_own_keys(kind)),
    ]


def _own_keys(kind: Kind) -> list[Field]:
    """Return the keys that not every slide has, those of the kind itself first."""
    own = [field for field in record_keys(kind.entry) if key_name(field) not in keys_of(Entry)]
    return sorted(own, key=lambda field: field.name not in kind.entry.__annotations__)


def kind_example(kind: Kind) -> str:
    """Return the example in a kind's docstring: entries of `slides:` without indentation."""
    lines = inspect.cleandoc(kind.manual).split("\n")
    return textwrap.dedent("\n".join(lines[_example_start(lines) :])).strip("\n") + "\n"


def kind_description(kind: Kind) -> str:
    """Return a kind's docstring without its example."""
    lines = inspect.cleandoc(kind.manual).split("\n")
    return "\n".join(lines[: _example_start(lines)]).strip()


def _example_start(lines: list[str]) -> int:
    """Return the index of the first line with a dash, which begins the example."""
    dashes = (index for index, line in enumerate(lines) if line.lstrip().startswith("- "))
    return next(dashes, len(lines))


def table_of_keys(keys: Iterable[Field]) -> str:
    """Return the table of some keys in Markdown."""
    rows = [
        f"| `{key_name(key)}` | {'yes' if key.default is MISSING else ''} | {_description(key)} |"
        for key in keys
    ]
    return "\n".join(["| Key | Required | What it is |", "| --- | --- | --- |", *rows])


def nested_tables(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield each key that also has a short form, with the table of the keys below it."""
    for field in _own_keys(kind):
        if not field.metadata.get("short"):
            continue
        if schema := nested_record(field.type):
            yield field.name, table_of_keys(record_keys(schema))


def _description(key: Field) -> str:
    examples = ", ".join(f"`{text}`" for text in key.metadata.get("examples", ()))
    text: str = key.metadata["doc"] + (f" For example {examples}" if examples else "")
    return text.replace("|", "\\|").replace("\n", " ")


def record_keys(schema: type) -> list[Field]:
    """Return the fields of a record that are keys of the outline."""
    names = keys_of(schema)
    return [field for field in fields(schema) if key_name(field) in names]
