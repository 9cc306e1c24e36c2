"""What is said where the name of a file is a folder's, or has another ending."""

from pathlib import Path

import pytest

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("build", "-o", "deck.ppt"), "Type -o deck.pptx."),
        (("build", "-o", "deck"), "Type -o deck.pptx."),
        (("build", "-o", "talk.v2"), "Type -o talk.v2.pptx."),
        (("build", "-o", "Mein Vortrag.odp"), 'Type -o "Mein Vortrag.pptx".'),
        (
            ("build", "-o", "deck.pdf"),
            "Type deckgen export pdf -o deck.pdf; or for a deck -o deck.pptx.",
        ),
        (("build", "-o", "out"), "Name the file in it: -o out/talk.pptx."),
        (("build", "-o", "new/"), "Name the file in it: -o new/talk.pptx."),
        (("build", "-o", "new\\"), "Name the file in it: -o new\\talk.pptx."),
        (("build", "--all", "-o", "out/"), 'Name the file in it: -o "out/{town}.pptx".'),
        (("build", "--all", "-o", "all.ppt"), 'Type -o "all-{town}.pptx".'),
        (("export", "pdf", "-o", "deck.pptx"), "Type -o deck.pdf."),
        (("export", "html", "-o", "out/"), "Name the file in it: -o out/talk.html."),
        (("export", "pdf", "--all", "-o", "out"), 'Name the file in it: -o "out/{town}.pdf".'),
        (("brand", "new", "own"), "Type deckgen brand new own.yaml."),
        (("brand", "new", "out/"), "Name the file in it: deckgen brand new out/brand.yaml."),
    ],
)
def test_the_name_that_was_meant_is_said(
    arguments: tuple[str, ...], hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text("title: A\nslides: [cover]\n", encoding="utf-8")
    for folder in ("out", "towns"):
        (tmp_path / folder).mkdir()
    (tmp_path / "towns" / "gera.yaml").write_text("vars: {town: Gera}\n", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE, result.output
    assert result.output.splitlines()[1] == f"  {hint}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "slides.yaml", "towns"]
