"""Every export carries the seal, replaces its own files, and leaves those that were changed."""

import io
from pathlib import Path

import pytest

from deckgen.seal.condition import Condition
from deckgen.seal.seal import seal_condition
from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run, write
from tests.tools.needs import need

EXPORTS = {
    "png": (["export", "png", "--renderer", "light"], "the-talk/01-one.png"),
    "sheet": (["export", "png", "--sheet", "--renderer", "light"], "the-talk.png"),
    "handout": (["export", "handout", "--renderer", "light"], "the-talk-handout.pdf"),
    "notes": (["export", "notes", "--renderer", "light"], "the-talk-notes.pdf"),
    "script": (["export", "notes", "-o", "build/script.md"], "script.md"),
    "html": (["export", "html", "--renderer", "light"], "the-talk.html"),
    "zip": (["pack", "--zip"], "the-talk-pack.zip"),
    "sample": (["brand", "show", "uni.pptx", "--sample", "build/sample.pptx"], "sample.pptx"),
}


def sealed(path: Path) -> bool:
    return seal_condition(io.BytesIO(path.read_bytes())) is Condition.AS_WRITTEN


def check(arguments: list[str], target: Path) -> None:
    """Export, again, after a change by hand, and with leave to replace what was changed."""
    assert run(*arguments).exit_code == ExitCode.OK
    assert sealed(target)
    assert run(*arguments).exit_code == ExitCode.OK

    changed = target.read_bytes().replace(b"a", b"b", 1) + b"by hand"
    target.write_bytes(changed)
    before = {path: path.read_bytes() for path in target.parent.iterdir() if path.is_file()}
    result = run(*arguments)
    assert result.exit_code == ExitCode.OUTSIDE
    assert f"deckgen: {target} was " in result.stderr
    assert "--overwrite" in result.stderr
    assert {path: path.read_bytes() for path in target.parent.iterdir() if path.is_file()} == before

    result = run(*arguments, "--overwrite")
    kept = target.with_name(f"{target.stem}.by-hand{target.suffix}")
    assert result.exit_code == ExitCode.OK
    assert f"kept as {kept}" in result.output
    assert kept.read_bytes() == changed
    assert sealed(target)


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(("arguments", "name"), EXPORTS.values(), ids=EXPORTS)
def test_an_export(arguments: list[str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("typst")
    pytest.importorskip("betteroffice_pptx")
    monkeypatch.setenv("DECKGEN_LIBREOFFICE", "nowhere")
    run("build", "-o", "uni.pptx")
    check(arguments, Path("build", name))


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_a_pdf_by_libreoffice() -> None:
    need("libreoffice")
    check(["export", "pdf"], Path("build/the-talk.pdf"))


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_what_is_read_is_never_replaced() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0H4V3"/></svg>'
    write("plan.md", picture)
    write(
        "slides.yaml", "title: A\nslides:\n  - {title: One, image: {file: plan.md, alt: A plan}}\n"
    )
    result = run("export", "notes", "-o", "plan.md", "--overwrite")
    assert result.exit_code == ExitCode.OUTSIDE, result.output
    assert "plan.md is read to make this" in result.stderr
    assert Path("plan.md").read_text(encoding="utf-8") == picture


@pytest.mark.usefixtures("two_towns")
def test_one_towns_changed_file_does_not_stop_the_others() -> None:
    run("export", "notes", "--all", "-o", "build/{town}.md")
    Path("build/gera.md").write_text("Mine\n", encoding="utf-8")
    Path("build/jena.md").unlink()
    result = run("export", "notes", "--all", "-o", "build/{town}.md")
    assert result.exit_code == ExitCode.OUTSIDE
    assert "deckgen: gera: build/gera.md was not written by deckgen" in result.stderr
    assert Path("build/gera.md").read_text(encoding="utf-8") == "Mine\n"
    assert sealed(Path("build/jena.md"))
