"""Which style a new talk or a new brand has, where the command line does not say it."""

import sys

import click

from deckgen.brand.styles import is_style, style_named, style_names, unknown_style
from deckgen.brand.tokens import BrandTokens
from deckgen.commands.output.console import ask_on_terminal, say


def asked_style() -> str:
    """Ask for a style, with a line on each; where nobody can answer, return the usual one."""
    return choose_style(BrandTokens.style) if sys.stdin.isatty() else BrandTokens.style


def choose_style(offered: str) -> str:
    """Ask on the terminal for a style, with a line on each, until the answer is one."""
    width = max(map(len, style_names()))
    for name in style_names():
        say(f"  {name:<{width}}  {style_named(name).summary}")
    say("`deckgen brand gallery` shows your talk in all of them; you may choose again then.")
    return ask_on_terminal("The style", offered, _checked)


def _checked(answer: str) -> str:
    name = answer.strip().lower()
    if not is_style(name):
        raise click.UsageError(" ".join(unknown_style(name)))
    return name
