"""Write the generated pages and examples anew: `make docs`. A test holds them to be current."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from deckgen.audit.audit import RULES
from deckgen.audit.finding import GROUPS
from deckgen.cli import cli
from deckgen.outline.documentation.json_schema import json_schema, town_schema
from deckgen.outline.documentation.kind_manual import (
    EVERY_SLIDE,
    kind_beginning,
    kind_example,
    manual_page,
    nested_tables,
    record_keys,
    table_of_keys,
)
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Entry, Kind
from deckgen.support.diagnostics import names_in_words
from tests.tools import gallery

ROOT = Path(__file__).resolve().parents[2]

_EXAMPLE_HEAD = """\
# yaml-language-server: $schema=../docs/slides.schema.json
# The example of the manual page `deckgen kinds {kind}`; `make docs` writes it from there.
title: The view from the town hall
speaker: Anna Muster
lang: en-GB
event: {{name: Final conference, place: Leipzig, date: 2026-11-22}}
footer: ${{event}}, ${{event.place}}

slides:
"""

_COMMANDS_HEAD = """\
# The commands

Made from the help texts by `make docs`; `deckgen COMMAND --help` says the same.

Exit codes: 0 all is well, 1 the outline has errors, 2 the command was called wrongly, 3 something
outside is missing or broken (a locked file, a full disk), 4 `deckgen diff` found changes or
`deckgen pull` left some, 70 a mistake of ours: it says what to report.

**Shell completion.** Put the line for your shell where it reads its settings:

- bash, in `~/.bashrc`: `eval "$(_DECKGEN_COMPLETE=bash_source deckgen)"`
- zsh, in `~/.zshrc`: `eval "$(_DECKGEN_COMPLETE=zsh_source deckgen)"`
- fish, in `~/.config/fish/completions/deckgen.fish`:
  `_DECKGEN_COMPLETE=fish_source deckgen | source`
"""

_KINDS_HEAD = """\
# The kinds of slides

Made from the manuals in `src/deckgen/outline/kinds/` by `make docs`; `deckgen kinds KIND` says the
same. The kind of a slide follows from its keys: a slide with the key `quote` is a quotation. Within
texts, [markup](markup.md) sets bold, links, formulas and the like. Keys that every slide may have,
such as `notes` and `hidden`, stand [at the end](#every-slide).
"""


_RULES_HEAD = """\
# The rules of deckgen audit

Made from the rules in `src/deckgen/audit/` by `make docs`. [Check any deck](audit.md) says how they
judge.

An *error* is a barrier or a cause of a repair prompt for certain, a *warning* is one very likely; a
*note* is advice, or something that a person must look at.
"""


def kinds_manual(kinds: Iterable[Kind]) -> str:
    """Return one page on all kinds; the tables that several of them have stand at its end, once."""
    parts: list[str] = []
    nested: dict[tuple[str, str], None] = {}
    for kind in kinds:
        parts += kind_beginning(kind)
        names = []
        for name, table in nested_tables(kind):
            nested[name, table] = None
            names.append(f"[`{name}`](#below-{name})")
        if names:
            parts.append(f"Instead of one text, keys may stand below {names_in_words(names)}.")
    for name, table in nested:
        parts += [f"# Below {name}", table]
    return manual_page([*parts, "# Every slide", EVERY_SLIDE, table_of_keys(record_keys(Entry))])


def pages() -> dict[str, str]:
    """Return every generated file by its path in the project."""
    examples = {kind.name: _example(kind) for kind in kinds()}
    made = {f"examples/{name}.yaml": text for name, text in examples.items()}
    made["docs/kinds.md"] = _KINDS_HEAD + "\n" + kinds_manual(kinds())
    made[gallery.PAGE] = gallery.page(examples)
    made["docs/commands.md"] = "\n".join([_COMMANDS_HEAD, *_commands()])
    made["docs/audit-rules.md"] = "\n".join([_RULES_HEAD, *_rules()])
    for name, schema in (("slides", json_schema), ("town", town_schema)):
        text = json.dumps(schema(kinds()), indent=2, ensure_ascii=False)
        made[f"docs/{name}.schema.json"] = text + "\n"
    return {name: text.rstrip("\n") + "\n" for name, text in made.items()}


def _example(kind: Kind) -> str:
    slides = "".join(
        f"  {line}".rstrip() + "\n" for line in kind_example(kind).rstrip("\n").splitlines()
    )
    return _EXAMPLE_HEAD.format(kind=kind.name) + slides


def _rules() -> Iterator[str]:
    """Yield a table of the rules of each group."""
    for group in GROUPS:
        yield f"## {group.capitalize()}\n"
        yield "| Code | What holds | | Clauses |\n|---|---|---|---|"
        for rule in RULES:
            if rule.group == group:
                clauses = "; ".join(rule.clauses)
                severity = rule.severity.value + (", a person looks" if rule.needs_person else "")
                yield f"| `{rule.code}` | {rule.name} | {severity} | {clauses} |"
        yield ""


def _commands() -> list[str]:
    # As the program starts: click keeps the names of the help option from the first context on.
    parent = click.Context(cli, info_name="deckgen", terminal_width=80, **cli.context_settings)
    return [
        section
        for name in cli.list_commands(parent)
        for section in _help(name, cli.get_command(parent, name), parent)
    ]


def _help(name: str, command: click.Command | None, parent: click.Context) -> Iterator[str]:
    """Yield the help of a command, and of those below it."""
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    yield f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield from _help(inner, one, context)


def main() -> None:
    """Write what differs, and name it."""
    for name, text in pages().items():
        path = ROOT / name
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
