"""`deckgen export handout`, `notes` and `html` from outside: files, messages, exit codes."""

import sys
from pathlib import Path

import pytest

from deckgen.render.libreoffice.find_libreoffice import VARIABLE
from deckgen.support.exit_codes import ExitCode
from tests.export.reading import read
from tests.project.two_towns import run, write
from tests.tools.needs import need

pytest.importorskip("typst")
pytest.importorskip("betteroffice_pptx")
SLOW = pytest.mark.slow
pytestmark = pytest.mark.usefixtures("without_libreoffice")


def files() -> list[str]:
    return sorted(path.name for path in Path("build").iterdir() if path.is_file())


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["handout"], ["the-talk-handout.pdf"]),
        (["notes"], ["the-talk-notes.pdf"]),
        (["html"], ["the-talk.html"]),
        (["handout", "--town", "gera"], ["gera-handout.pdf"]),
        pytest.param(["notes", "--all"], ["gera-notes.pdf", "jena-notes.pdf"], marks=SLOW),
        pytest.param(["html", "--all"], ["gera.html", "jena.html"], marks=SLOW),
        (["notes", "-o", "build/script.md"], ["script.md"]),
    ],
)
def test_where_it_goes(arguments: list[str], expected: list[str]) -> None:
    result = run("export", *arguments)
    assert result.exit_code == ExitCode.OK, result.output
    assert files() == expected
    said = result.stdout.splitlines()
    assert [line.partition(": ")[0] for line in said] == [f"build/{name}" for name in expected]
    if not expected[0].endswith(".md"):
        assert all("pictures by betteroffice" in line for line in said)


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_a_town_has_its_own_words() -> None:
    run("export", "handout", "--town", "gera", "-o", "build/a.pdf")
    assert "One in Gera" in read(Path("build/a.pdf").read_bytes()).text


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_what_is_asked_for_is_what_is_made() -> None:
    run("export", "handout", "--layout", "slides", "--per-page", "4", "--paper", "letter")
    (name,) = files()
    assert read(Path("build", name).read_bytes()).sizes == {(792, 612)}
    run("export", "html", "--width", "640", "-o", "build/small.html")
    assert 'width="640" height="360"' in Path("build/small.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["handout", "-o", "a.html"], ExitCode.USAGE, "a.html does not end in .pdf."),
        (["html", "-o", "a.pdf"], ExitCode.USAGE, "a.pdf does not end in .html."),
        (["handout", "--layout", "six"], ExitCode.USAGE, "'six' is not one of"),
        (["html", "--width", "9"], ExitCode.USAGE, "9 is not in the range"),
        (["notes", "broken.yaml"], ExitCode.OUTLINE, "unknown-key"),
        (["html", "hidden.yaml"], ExitCode.OUTLINE, "All slides of hidden.yaml are hidden"),
        (["html", "-o", "build"], ExitCode.USAGE, "build does not end in .html."),
        (["html", "-o", "folder.html"], ExitCode.OUTSIDE, "folder.html is a folder, not a file."),
    ],
)
def test_what_cannot_be_made(arguments: list[str], code: ExitCode, said: str) -> None:
    write("broken.yaml", "title: T\nslides:\n  - title: A\n    bulets: [a]\n")
    write("hidden.yaml", "title: T\nslides:\n  - title: A\n    hidden: yes\n    bullets: [a]\n")
    Path("folder.html").mkdir()
    result = run("export", *arguments)
    assert (result.exit_code, said in result.output) == (code, True), result.output
    assert not Path("build").exists()


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("command", ["handout", "notes", "html"])
def test_a_deck_as_it_is_has_no_outline(command: str) -> None:
    run("build", "-o", "build/a.pptx")
    result = run("export", command, "build/a.pptx")
    assert result.exit_code == ExitCode.USAGE
    assert "needs the outline" in result.output
    assert files() == ["a.pptx"]


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("command", ["handout", "notes"])
def test_without_typst(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = run("export", command)
    assert result.exit_code == ExitCode.OUTSIDE
    assert 'pip install "deckgen-pptx[show]"' in result.output
    assert not Path("build").exists()


DIFFERING = """\
title: T
lang: de-DE
slides:
  - {title: Eins, text: Worte}
  - {title: Zwei, text: "~~Worte~~"}
  - {title: Drei, text: "~~Worte~~ 😀"}
"""
DIFFER = """\
  PowerPoint shows these slides differently: 2 (struck-out text), 3 (struck-out text, emoji).
  LibreOffice draws them nearer to PowerPoint: https://www.libreoffice.org/download
"""


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(
    "arguments", [["handout"], ["handout", "--layout", "notes"], ["notes"], ["html"], ["png"]]
)
def test_what_powerpoint_shows_differently_is_said(arguments: list[str]) -> None:
    write("slides.yaml", DIFFERING)
    result = run("export", *arguments)
    assert result.exit_code == ExitCode.OK, result.output
    assert result.output.endswith(DIFFER)
    if arguments == ["png"]:
        return
    (name,) = files()
    made = Path("build", name).read_bytes()
    said = made.decode() if name.endswith(".html") else read(made).text
    assert said.count("In PowerPoint sieht diese Folie anders aus") == 2


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_of_slides_that_are_not_asked_for_nothing_is_said() -> None:
    write("slides.yaml", DIFFERING)
    assert "differently" not in run("export", "png", "--slides", "1").output


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("command", ["handout", "notes", "html", "png"])
def test_what_is_handed_out_is_drawn_by_libreoffice_where_it_is(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(need("libreoffice")))
    write("slides.yaml", DIFFERING.replace(" 😀", ""))
    result = run("export", command)
    assert "by LibreOffice" in result.output
    assert "differently" not in result.output
    result = run("export", command, "--renderer", "light")
    assert "2 (struck-out text), 3 (struck-out text)" in result.output
    assert result.output.endswith("nearer to PowerPoint: --renderer libreoffice\n")


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_where_libreoffice_fails_another_way_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "true")
    result = run("export", "html")
    assert result.exit_code == ExitCode.OUTSIDE
    assert "LibreOffice ended before the PDF was done" in result.output
    assert "Or let the light renderer draw: --renderer light" in result.output
    assert not Path("build").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_quiet() -> None:
    assert run("export", "html", "-q").output == ""
