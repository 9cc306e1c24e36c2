"""A group of commands that says which one was probably meant."""

from __future__ import annotations

import click


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
        """Return the command of that name within one of ours, or ours with the nearest name."""
        from deckgen.support.nearest import nearest

        known = self.list_commands(ctx)
        for each in known:
            command = self.get_command(ctx, each)
            if isinstance(command, click.Group) and name in command.list_commands(ctx):
                return f"{each} {name}"
        return nearest(name, known)
