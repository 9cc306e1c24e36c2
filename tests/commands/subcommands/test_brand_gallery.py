"""`deckgen brand gallery` from outside: the page, what it shows and refuses."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.brand.styles import style_named, style_names
from deckgen.cli import cli
from deckgen.commands.subcommands.brand_gallery import MOST_SLIDES
from deckgen.support.exit_codes import ExitCode
from deckgen.support.xml_text import escape
from tests.export.pages.test_html_page import Page
from tests.sampled import sampled
from tests.template.opened import plain_template
from tests.tools import browser
from tests.tools.processes import child, left_of

TALK = """\
title: Ein <Vortrag>
lang: de-DE
brand: own.yaml
slides:
  - cover
  - {id: one, title: Erstens, bullets: [a]}
  - {title: Verborgen, bullets: [b], hidden: yes}
"""
BRAND = """\
name: Own
style: minimal
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(TALK, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(BRAND, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("brand", "gallery", *arguments))


def text_of(page: str = "gallery.html") -> str:
    return Path(page).read_text(encoding="utf-8")


@pytest.mark.slow
def test_every_style_has_its_pages_its_manual_and_its_line() -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    count = len(style_names())
    assert result.stdout.startswith(f"gallery.html: {count} styles, 2 of 3 slides, drawn by ")
    text = text_of()
    for name in style_names():
        assert f'<section id="{name}"' in text
        assert escape(style_named(name).summary) in text
        assert (f"<code>style: {name}</code>" in text) == (name != "minimal")
    pictures = [tag for tag, _ in Page(text.encode()).elements if tag == "img"]
    assert len(pictures) == count * (1 + 2)
    assert text.count("The talk has this style now.") == 1
    assert '<h1><span lang="de-DE">Ein &lt;Vortrag&gt;</span></h1>' in text
    assert "</code> in <code>own.yaml</code></p>" in text
    assert "Verborgen" not in text


@pytest.mark.slow
def test_slides_are_chosen_by_number_and_id() -> None:
    assert run("--slides", "one").exit_code == ExitCode.OK
    assert text_of().count("<figcaption>") == len(style_names())
    assert "Erstens" in text_of()


@pytest.mark.slow
def test_of_a_long_talk_the_first_slides_are_drawn() -> None:
    slides = "".join(f"  - {{title: Nr. {number}, bullets: [a]}}\n" for number in range(40))
    Path("slides.yaml").write_text(f"title: A talk\nslides:\n{slides}", encoding="utf-8")
    assert f"{MOST_SLIDES} of 40 slides" in run().stdout
    assert "Nr. 23" in text_of()
    assert "Nr. 24" not in text_of()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    sampled(
        [
            (["-o", "gallery.pdf"], ExitCode.USAGE, "gallery.pdf"),
            (["gone.yaml"], ExitCode.OUTLINE, "There is no file gone.yaml"),
            (["--slides", "9"], ExitCode.USAGE, "There is no slide 9"),
            (["--brand", "own.potx"], ExitCode.OUTLINE, "No style can show this talk."),
        ]
    ),
)
def test_what_cannot_be_shown_is_said(arguments: list[str], code: ExitCode, said: str) -> None:
    Path("own.potx").write_bytes(plain_template())
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert not list(Path().glob("gallery.*"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    slides = "".join(f"  - {{title: Nr. {number}, bullets: [a]}}\n" for number in range(40))
    Path("slides.yaml").write_text(f"title: A talk\nslides:\n{slides}", encoding="utf-8")
    command = [sys.executable, "-m", "deckgen", "brand", "gallery"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as ours:
        draws = child(ours.pid, "light_worker")
        ours.send_signal(signal.SIGINT)
        _, said = ours.communicate(timeout=60)
    assert (ours.returncode, "Stopped before the end." in said) == (ExitCode.OUTSIDE, True)
    assert left_of({draws.id}) == set()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.yaml", "slides.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(390, 844, "light"), (1280, 800, "dark"), (1920, 1080, "light")]
)
def test_the_page_stands_in_nobodys_way(width: int, height: int, scheme: browser.Scheme) -> None:
    assert run().exit_code == ExitCode.OK
    assert browser.barriers_of_file(Path("gallery.html"), width, height, scheme) == []
