"""`--style`, and `style:` of a brand.yaml: which of them decides, and what is refused."""

from pathlib import Path

import pytest

import deckgen
from deckgen.brand.styles import style_named, style_names
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.project.towns.build_manifest import request_digest
from deckgen.project.towns.town_builder import BuildOptions, Job
from deckgen.project.towns.town_selection import Town
from deckgen.support.exit_codes import ExitCode, RequestError
from tests.project.two_towns import run
from tests.template.opened import plain_template

OUTLINE = "title: A talk\nlang: en-GB\nslides:\n  - cover\n"
BRAND = """\
name: Own
style: pannel
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")


def test_a_brand_names_its_style() -> None:
    result = run("check", "--brand", "brand.yaml")
    assert result.exit_code == ExitCode.OUTLINE
    assert "brand.yaml:2:8: error unknown-style: There is no style “pannel”." in result.output
    assert "Did you mean panel?" in result.output


@pytest.mark.parametrize("command", ["build", "check", "pack", "preview"])
def test_the_command_line_names_a_style_that_exists(command: str) -> None:
    result = run(command, "--style", "pannel")
    assert result.exit_code == ExitCode.USAGE
    assert "There is no style “pannel”. Did you mean panel?" in result.output


def test_the_command_line_comes_before_the_brand() -> None:
    assert run("check", "--brand", "brand.yaml", "--style", "panel").exit_code == ExitCode.OK


def test_capitals_of_a_name_make_no_difference() -> None:
    assert run("check", "--brand", "brand.yaml", "--style", "Panel").exit_code == ExitCode.OK
    assert run("check", "--brand", "brand.yaml", "--style", "").exit_code == ExitCode.USAGE


def test_a_template_has_no_style() -> None:
    Path("own.potx").write_bytes(plain_template())
    result = run("build", "--brand", "own.potx", "--style", "panel")
    assert result.exit_code == ExitCode.OUTLINE
    assert "error template-decides: own.potx is a template" in result.output
    assert "Leave --style out." in result.output


def test_every_style_is_listed_with_what_it_is() -> None:
    result = run("brand", "styles")
    said = [" ".join(line.split()) for line in result.output.splitlines()]
    assert [f"{name} {style_named(name).summary}" for name in style_names()] == said[:6]


def test_the_api_refuses_a_style_that_does_not_exist() -> None:
    with pytest.raises(RequestError, match="There is no style “pannel”"):
        deckgen.build("slides.yaml", style="pannel")
    # The map says which style was asked for.
    asked, own = deckgen.build("slides.yaml", style="panel"), deckgen.build("slides.yaml")
    assert asked.cleaned().pptx == own.cleaned().pptx


def test_a_deck_in_another_style_is_built_anew() -> None:
    job = Job(Town("gera", "Gera", AS_WRITTEN), "gera.pptx")
    panel, none = (
        request_digest(job, BuildOptions("slides.yaml", None, None, style=style))
        for style in ("panel", None)
    )
    assert panel != none
