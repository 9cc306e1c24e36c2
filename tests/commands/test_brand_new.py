"""`deckgen brand new` from outside: what it takes, asks, refuses and writes."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deckgen.brand.new_brand import NewBrand
from deckgen.brand.styles import style_named
from deckgen.commands.options.brand_prompts import ask
from deckgen.support.exit_codes import ExitCode
from tests.commands.test_brand import TALK, folder
from tests.project.two_towns import run

__all__ = ["folder"]


@pytest.mark.usefixtures("folder")
def test_a_new_brand_builds_at_once_and_asks_nobody_who_cannot_answer() -> None:
    result = run("brand", "new")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("brand.yaml is your brand.")
    assert run("check").output == "slides.yaml: all is well\n"


@pytest.mark.usefixtures("folder")
def test_a_new_brand_takes_what_it_is_given() -> None:
    options = ["--name", "Altenburg: die Stadt", "--deep", "#0e4a50", "--accent", "A83F1B"]
    options += ["--heading", "Georgia", "--logo", "logo.svg", "--highlight", "F2B872"]
    assert run("brand", "new", "brand.yaml", *options).exit_code == ExitCode.OK
    text = Path("brand.yaml").read_text(encoding="utf-8")
    for line in (
        *("name: 'Altenburg: die Stadt'", "  deep: 0E4A50 ", "  accent: A83F1B "),
        *("  highlight: F2B872 ", "  heading: Georgia", "logo: logo.svg "),
    ):
        assert f"\n{line}" in text
    assert run("check").output == "slides.yaml: all is well\n"


@pytest.mark.usefixtures("folder")
def test_a_new_brand_from_a_template_has_its_colours_and_fonts() -> None:
    result = run("brand", "new", "--from", "Stadt A.potx")
    assert result.exit_code == ExitCode.OK
    assert "note adjusted-color: accent: C0504D of the template" in result.stderr
    text = Path("brand.yaml").read_text(encoding="utf-8")
    for line in ("name: Stadt A", "  deep: 1F497D", "  sand: EEECE1", "  heading: Calibri"):
        assert f"\n{line}" in text
    assert "(C0504D in the template)" in text
    assert run("check").output == "slides.yaml: all is well\n"


@pytest.mark.usefixtures("folder")
def test_a_highlight_that_the_template_has_is_dropped_for_another_deep_colour() -> None:
    run("brand", "new", "--from", "Stadt A.potx", "--deep", "5A5A5A")
    assert "\n  # highlight: " in Path("brand.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["slides.yaml"], ExitCode.USAGE, "slides.yaml is there already"),
        (["town"], ExitCode.USAGE, "Type deckgen brand new town.yaml"),
        (["--deep", "petrol"], ExitCode.USAGE, "“petrol” is no colour"),
        (["--deep", "FFEE00"], ExitCode.USAGE, "low-contrast"),
        (["--logo", "gone.svg"], ExitCode.USAGE, "There is no file gone.svg"),
        (["--logo", "slides.yaml"], ExitCode.USAGE, "bad-logo"),
        (["sub/brand.yaml", "--logo", "logo.svg"], ExitCode.USAGE, "does not lie beside"),
        (["--from", "gone.potx"], ExitCode.OUTLINE, "There is no file gone.potx"),
        (["--from", "logo.svg"], ExitCode.OUTLINE, "error not-text: This is a picture"),
    ],
)
def test_a_brand_that_would_not_do_is_not_written(
    folder: Path, arguments: list[str], code: ExitCode, said: str
) -> None:
    result = run("brand", "new", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert not (folder / "brand.yaml").exists()
    assert (folder / "slides.yaml").read_text(encoding="utf-8") == TALK


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_there_is_only_replaced_when_asked_and_kept_beside() -> None:
    Path("brand.yaml").write_text("mine", encoding="utf-8")
    assert run("brand", "new").exit_code == ExitCode.USAGE
    assert Path("brand.yaml").read_text(encoding="utf-8") == "mine"
    assert run("brand", "new", "--force").exit_code == ExitCode.OK
    assert Path("brand.by-hand.yaml").read_text(encoding="utf-8") == "mine"
    assert run("brand", "new", "--overwrite").exit_code == ExitCode.OK
    assert Path("brand.by-hand-2.yaml").exists()


def asked(answers: str, said: dict[str, str]) -> tuple[dict[str, str], str]:
    """Return what was answered, and the conversation."""
    found: dict[str, str] = {}

    @click.command()
    def conversation() -> None:
        found.update(ask(NewBrand(), said, "brand.yaml"))

    result = CliRunner().invoke(conversation, input=answers)
    assert result.exit_code == ExitCode.OK, result.output
    return found, result.output


@pytest.mark.usefixtures("folder")
def test_enter_takes_what_is_offered() -> None:
    found, said = asked("\n" * 11, {})
    assert NewBrand(**found) == NewBrand()
    assert "The name of the brand [My town]: " in said
    assert f"  {style_named('minimal').summary}\n" in said
    assert "The style [panel]: " in said
    assert "The strong colour: cover, headlines (deep) [1E3A5F]: " in said


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_is_asked_again_at_once() -> None:
    answers = [
        "Altenburg",
        "editoral",
        "editorial",
        "white",
        "FFFFFF",
        "999999",
        "#1b2a2e",
        "",
        "",
        "",
        "",
        "",
        "",
        "no.svg",
    ]
    found, said = asked("\n".join([*answers, "logo.svg", ""]), {})
    assert (found["name"], found["paper"], found["ink"]) == ("Altenburg", "FFFFFF", "1B2A2E")
    assert found["logo"] == "logo.svg"
    assert found["style"] == "editorial"
    assert "There is no style “editoral”. Did you mean editorial?" in said
    assert "“white” is no colour" in said
    assert "ink (999999) on paper (FFFFFF) has a contrast of 2.84 : 1" in said
    assert "There is no file no.svg" in said


@pytest.mark.usefixtures("folder")
def test_what_was_given_is_not_asked() -> None:
    given = {"name": "Altenburg", "style": "minimal", "deep": "0E4A50", "logo": ""}
    found, said = asked("\n" * 7, given)
    assert given.items() <= found.items()
    assert "The name" not in said
    assert "(deep)" not in said
    assert "The style" not in said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a program can hold")
def test_on_a_terminal_it_asks(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, b"Altenburg\n" + b"\n" * 10)
    ran = subprocess.run(
        [sys.executable, "-m", "deckgen", "brand", "new"],
        cwd=folder,
        stdin=theirs,
        capture_output=True,
        timeout=60,
        check=True,
    )
    os.close(ours)
    os.close(theirs)
    assert b"The name of the brand" in ran.stdout
    assert "\nname: Altenburg\n" in (folder / "brand.yaml").read_text(encoding="utf-8")
