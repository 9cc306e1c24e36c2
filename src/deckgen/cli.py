"""The command line: which commands there are. What each does stands in `commands/`."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from deckgen import __version__
from deckgen.commands.options.shared_options import CommandGroup
from deckgen.commands.output.console import fail, say
from deckgen.support.exit_codes import ExitCode, RequestError
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 96}

_COMMANDS = (
    "build",
    "check",
    "preview",
    "new",
    "import",
    "kinds",
    "schema",
    "text",
    "diff",
    "pull",
    "audit",
    "brand",
    "towns",
    "export",
    "pack",
)
"""Each is the function of that name in the module of that name in `commands/` …"""
_FUNCTIONS = {"import": "import_talk"}
"""… but for those whose name is a word of Python."""


class _Commands(CommandGroup):
    """Imports no command but the one that is asked for: starting up is a third of a short build."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        name = _FUNCTIONS.get(cmd_name, cmd_name)
        module = import_module(f"deckgen.commands.{name}")
        command: click.Command = getattr(module, name)
        return command

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the command line; what it tells of what it does not understand is made visible."""
        with _visible_errors():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, in the same way."""
        with _visible_errors():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an outline without one is told how it is built."""
        name = args[0]
        if name.lower().endswith((".yaml", ".yml")) and not ctx.resilient_parsing:
            ctx.fail(f"What shall be done with {name}? Type `deckgen build {shell_word(name)}`.")
        return super().resolve_command(ctx, args)


@contextmanager
def _visible_errors() -> Iterator[None]:
    """Make visible what click says itself: names of files stand in it, as a shell fills them in."""
    try:
        yield
    except RequestError as problem:
        fail(problem.exit_code, problem.message, problem.hint)
    except KeyboardInterrupt:
        say(err=True)
        fail(ExitCode.OUTSIDE, "Stopped before the end.", "What is written is complete.")
    except click.ClickException as problem:
        text = io.StringIO()
        problem.show(text)
        if "extra argument" in problem.message:
            text.write('  A name with blanks stands in quotation marks: "my talk.yaml"\n')
        say(text.getvalue(), err=True, end="")
        sys.exit(problem.exit_code)


@click.group(cls=_Commands, context_settings=_CONTEXT)
@click.version_option(__version__, message="deckgen %(version)s")
def cli() -> None:
    """Write a talk once as a YAML outline; get a branded, native, editable PowerPoint deck.

    \b
    deckgen new my-talk     a talk to begin with
    deckgen import FILE     the talk that exists, as an outline
    deckgen build           slides.yaml becomes build/<title>.pptx
    deckgen preview         the slides in the browser, while you write
    deckgen check           everything that is wrong, at once
    deckgen kinds           what slides there are
    deckgen build --all     a deck for every town
    deckgen brand           your organisation's template, or colours of your own
    deckgen export pdf      a PDF, pictures, and what is handed out
    deckgen pack            the folder for the USB stick
    deckgen pull DECK       what colleagues changed, back in the outline
    deckgen audit DECK      is any deck valid, readable, accessible?
    """
