"""What the command line says of itself."""

import click
import pytest
from click.testing import CliRunner, Result

from deckgen import __version__
from deckgen.cli import cli
from deckgen.support.exit_codes import ExitCode


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize("name", cli.list_commands(click.Context(cli)))
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == ExitCode.OK
    assert f"Example:\n    deckgen {name}" in result.output


@pytest.mark.parametrize(
    ("typed", "said"),
    [("biuld", "Did you mean `deckgen build`?"), ("xyzzy", "`deckgen --help` lists them.")],
)
def test_a_command_that_does_not_exist(typed: str, said: str) -> None:
    result = run(typed)
    assert result.exit_code == ExitCode.USAGE
    assert f"There is no command `{typed}`. {said}" in result.output


def test_version() -> None:
    assert run("--version").output == f"deckgen {__version__}\n"
