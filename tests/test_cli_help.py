"""What the command line says of itself."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from deckgen import __version__
from deckgen.cli import cli
from deckgen.support.exit_codes import ExitCode
from tests.sampled import sampled


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="deckgen")


def commands() -> Iterator[str]:
    """Yield all commands as they are typed, with their subcommands."""
    context = click.Context(cli)
    for name in cli.list_commands(context):
        yield name
        command = cli.get_command(context, name)
        if isinstance(command, click.Group):
            yield from (f"{name} {each}" for each in command.list_commands(context))


@pytest.mark.parametrize("typed", sampled(commands(), every=2))
def test_every_command_has_help_with_an_example(typed: str) -> None:
    result = run(*typed.split(), "--help")
    assert result.exit_code == ExitCode.OK
    assert f"Example:\n    deckgen {typed}" in result.output


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("biuld", "Did you mean `deckgen build`?"),
        ("xyzzy", "`deckgen --help` lists them."),
        ("doctor", "Did you mean `deckgen brand doctor`?"),
        ("handout", "Did you mean `deckgen export handout`?"),
        ("brand pdf", "`deckgen brand --help` lists them."),
        ("export pfd", "Did you mean `deckgen export pdf`?"),
        ("export docx", "`deckgen export --help` lists them."),
        ("brand shwo", "Did you mean `deckgen brand show`?"),
        ("towns dif", "Did you mean `deckgen towns diff`?"),
        ("mend", "Did you mean `deckgen audit --mend`?"),
        ("watch", "Did you mean `deckgen build --watch`?"),
    ],
)
def test_a_command_that_does_not_exist(typed: str, said: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == ExitCode.USAGE
    assert f"There is no command `deckgen {typed}`. {said}" in result.output


@pytest.mark.parametrize(
    ("typed", "said"),
    [("slides.yaml", "deckgen build slides.yaml"), ("My talk.yml", 'deckgen build "My talk.yml"')],
)
def test_an_outline_without_a_command(typed: str, said: str) -> None:
    result = run(typed)
    assert result.exit_code == ExitCode.USAGE
    assert f"Type `{said}`." in result.output


def test_version() -> None:
    assert run("--version").output == f"deckgen {__version__}\n"


@pytest.mark.parametrize("typed", ["build my talk.yaml", "brand show my template.potx"])
def test_a_name_with_a_blank_without_quotation_marks(typed: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == ExitCode.USAGE
    assert 'A name with blanks stands in quotation marks: "my talk.yaml"' in result.output
