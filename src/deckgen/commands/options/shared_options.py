"""What several commands share: options, beside those that choose towns, and groups of commands."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from deckgen.commands.output.console import ask_on_terminal, say

_Command = TypeVar("_Command", bound=Callable[..., Any])


def all_of(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Return what adds all of the options to a command, in this order."""

    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _style_name(typed: str) -> str:
    """Return the name of a style; raise click.UsageError if there is none so called."""
    from deckgen.brand.styles import is_style, unknown_style

    name = typed.strip().lower()
    if not is_style(name):
        raise click.BadParameter(" ".join(unknown_style(name)))
    return name


def ask_style(offered: str) -> str:
    """Ask on the terminal for a style, with a line on each, until the answer is one."""
    from deckgen.brand.styles import style_named, style_names

    width = max(map(len, style_names()))
    for name in style_names():
        say(f"  {name:<{width}}  {style_named(name).summary}")
    say("`deckgen brand gallery` shows your talk in all of them; you may choose again then.")
    return ask_on_terminal("The style", offered, _style_name)


def _styles_from(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Return the styles that a shell offers."""
    from deckgen.brand.styles import style_names

    return [name for name in style_names() if name.startswith(typed)]


style_option = click.option(
    "--style",
    metavar="NAME",
    callback=lambda _ctx, _param, typed: None if typed is None else _style_name(typed),
    shell_complete=_styles_from,
    help="How slides are composed; `deckgen brand styles` lists the names.",
)
brand_options = all_of(
    click.option(
        "--brand",
        metavar="FILE",
        help="A brand.yaml or a template to use instead of the outline's.",
    ),
    style_option,
)
quiet_option = click.option(
    "-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong."
)
overwrite_option = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace also what was changed by hand, or is of others; it is kept beside.",
)
"""The option of every command that writes files."""

edited_deck_options = all_of(
    click.argument("deck", metavar="[DECK.pptx]", required=False),
    click.argument("outline", required=False),
    click.option(
        "--town", metavar="NAME", help="The town of the deck, if the deck does not know it."
    ),
    click.option(
        "--sent", metavar="FILE", help="The deck as you sent it, if DECK no longer holds its map."
    ),
)
"""The options of commands that read a deck which somebody edited."""


def renderer_option(what: str) -> Callable[[_Command], _Command]:
    """Return the option that chooses what draws the pictures, which are called `what`."""
    return click.option(
        "--renderer",
        type=click.Choice(["auto", "light", "libreoffice"]),
        default="auto",
        help=f"What draws {what}; auto takes LibreOffice if it is installed, else light.",
    )


def format_option(names: Iterable[str], help_text: str) -> Callable[[_Command], _Command]:
    """Return the option that chooses the form of a report, `text` if it is left out."""
    return click.option(
        "--format", "report_format", type=click.Choice([*names]), default="text", help=help_text
    )


class CommandGroup(click.Group):
    """A group of click that answers an unknown command with the nearest one, or with all."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or end with the one that was probably meant."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and name[:1].isalnum() and not ctx.resilient_parsing:
            path = ctx.command_path
            near = self._near(ctx, name)
            meant = f"Did you mean `{path} {near}`?" if near else f"`{path} --help` lists them."
            ctx.fail(f"There is no command `{path} {name}`. {meant}")
        return super().resolve_command(ctx, args)

    def _near(self, ctx: click.Context, name: str) -> str | None:
        """Return what was meant: a command within one of ours, the nearest one, or an option."""
        from deckgen.support.nearest import nearest

        known = {each: self.get_command(ctx, each) for each in self.list_commands(ctx)}
        for each, command in known.items():
            if isinstance(command, click.Group) and name in command.list_commands(ctx):
                return f"{each} {name}"
        able = (
            f"{each} --{name}"
            for each, command in known.items()
            if command and any(f"--{name}" in option.opts for option in command.params)
        )
        return nearest(name, known) or next(able, None)
