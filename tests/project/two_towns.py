"""A talk with two towns, for tests that look at it from outside."""

from pathlib import Path

from click.testing import CliRunner, Result

from deckgen.cli import cli

OUTLINE = """\
title: The talk
lang: en-GB
vars: {town: Altenburg}
slides:
  - id: one
    title: One in ${town}
    bullets: [a, b]
  - id: two
    title: Two
    bullets:
      - c
      - text: d
        except: short
    only: [gera, jena]
"""
GERA = "vars: {town: Gera}\nslides: {two: {title: Zwei}}\n"
JENA = "vars: {town: Jena}\ntags: short\n"


def lay_out() -> None:
    """Write the talk and its towns into the current folder."""
    write("slides.yaml", OUTLINE)
    write("towns/gera.yaml", GERA)
    write("towns/jena.yaml", JENA)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def words(deck: str) -> str:
    return run("text", deck).output


def decks(folder: str = "build") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir() if path.suffix == ".pptx")
