"""A group of commands that says which one was probably meant."""

from __future__ import annotations

import click


class CommandGroup(click.Group):
    """A group as click has it; an unknown command is told with the nearest, or with all."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or end with the one that was probably meant."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and name[:1].isalnum() and not ctx.resilient_parsing:
            from deckgen.support.nearest import nearest

            near, path = nearest(name, known), ctx.command_path
            meant = f"Did you mean `{path} {near}`?" if near else f"`{path} --help` lists them."
            ctx.fail(f"There is no command `{path} {name}`. {meant}")
        return super().resolve_command(ctx, args)
