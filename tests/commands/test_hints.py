"""Hints lead on: what somebody types by mistake, and what is said to do instead."""

from pathlib import Path

import pytest

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import run

TALK = "title: A talk\nlang: en-GB\nslides:\n  - cover\n"
SLIDE = "title: A talk\nlang: en-GB\nslides:\n  - title: One\n    "
TOWN = "Name the town beside the outline: `deckgen check slides.yaml --town gera`."


@pytest.mark.parametrize(
    ("arguments", "files", "hint"),
    [
        (("--town", "gera"), {"towns/gera.yaml": "# vars: {}\n"}, "Say what is different there"),
        (("--all",), {"towns/gera.yaml": ""}, "Say what is different there, such as `vars:"),
        (
            ("--town", "gera"),
            {
                "slides.yaml": "title: A\nvars: {town: Jena}\nslides:\n  - cover: In ${town}\n",
                "towns/gera.yaml": "town: Gera\n",
            },
            "`town` is a variable: type `vars: {town: …}`.",
        ),
        (("towns/gera.yaml",), {"towns/gera.yaml": "# later\n"}, "Say what is different there"),
        (("towns/gera.yaml",), {"towns/gera.yaml": "vars: {town: Gera}\n"}, TOWN),
        (("towns/gera.yaml",), {"towns/gera.yaml": "title: Gera\nlang: de-DE\n"}, TOWN),
        (("gera.yaml",), {"gera.yaml": "slides:\n  cover: drop\n"}, TOWN),
        (("gera.yaml",), {"gera.yaml": "event: {place: Gera}\n"}, TOWN),
        (("--brand", "own.yaml"), {"own.yaml": "# mine\n"}, "Begin with a line such as `name: "),
        (("--brand", "slides.yaml"), {}, "Name a brand.yaml, or a .potx or .pptx"),
        (("--brand", "a.svg"), {"a.svg": "<svg/>"}, "`deckgen brand new` a brand."),
        (("own.yaml",), {"own.yaml": "name: A\ncolors: {}\n"}, "in it stands `brand: own.yaml`."),
        (("a.csv",), {"a.csv": "town;mayor\n"}, "each of its rows: `deckgen build --each a.csv`"),
        ((), {"slides.yaml": "# mine\n"}, "Begin with a line such as `title: My talk`"),
        ((), {"slides.yaml": f"{SLIDE}chart: numbers.xlsx\n"}, "In Excel: File, Save as, “CSV"),
        ((), {"slides.yaml": f"{SLIDE}chart: {{data: a.ods}}\n"}, "In Excel: File, Save as, “CSV"),
        ((), {"slides.yaml": f"{SLIDE}chart: columns\n"}, "Type `chart: {kind: column, data: "),
        (
            (),
            {"slides.yaml": f"{SLIDE}bullets: |\n      One\n      Two\n"},
            "and a blank: `- One`.",
        ),
        (
            (),
            {"slides.yaml": "title: A\nslides:\n  - question: Who?\n    steps: [{title: B}]\n"},
            "If “Who?” is the headline, type `title:` instead of `question:`; else make two",
        ),
        (
            (),
            {"slides.yaml": "title: A\nslides:\n  - frage: Wer?\n    table: [[A, B], [1, 2]]\n"},
            "Did you mean `question`?",
        ),
        (
            (),
            {"slides.yaml": f"{SLIDE}figures: [{{number: “4,2”, label: km}}]\n"},
            'Put the whole text in quotation marks: "4,2"',
        ),
        (
            (),
            {"slides.yaml": "title: A\nslides:\n  - quote: To be\n    section: Two\n"},
            "Make two slides of it: begin the second with a dash, `- section: …`; or delete one",
        ),
        ((), {"slides.yaml": f"{SLIDE}bullets: • One\n"}, "Type `- One`."),
        ((), {"slides.yaml": "title: A\nslides:\n  - include: gone.yaml\n"}, "Check the name"),
        ((), {"slides.yaml": f"{SLIDE}text: On ${{date}}\n"}, "add a line such as `event: {date"),
    ],
)
def test_a_mistake_has_a_way_out(
    arguments: tuple[str, ...],
    files: dict[str, str],
    hint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "towns").mkdir()
    for name, text in {"slides.yaml": TALK, **files}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("check", *arguments)
    assert result.exit_code == ExitCode.OUTLINE, result.output
    hints = [line for line in result.output.splitlines() if line.startswith("  hint: ")]
    assert len(hints) == 1, result.output
    assert hint in hints[0]


def test_a_good_talk_may_lie_in_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "slides.yaml").write_text(TALK, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "towns")
    assert run("check").exit_code == ExitCode.OK
    monkeypatch.chdir(tmp_path)
    assert run("check", "towns/slides.yaml").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("pull", "slides.yaml"), "There is no deck of slides.yaml in the folder build."),
        (("diff", "slides.yaml", "a.pptx"), "Type deckgen diff a.pptx slides.yaml"),
        (("pull", "slides.yaml", "a.pptx"), "Type deckgen pull a.pptx slides.yaml"),
        (("audit", "slides.yaml"), "An outline is checked by `deckgen check slides.yaml`"),
        (("kinds", "questoin"), "Did you mean question?"),
        (("kinds", "Frage"), "Did you mean question?"),
    ],
)
def test_a_command_that_is_called_wrongly_says_what_was_meant(
    arguments: tuple[str, ...], hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(TALK, encoding="utf-8")
    result = run(*arguments)
    assert (result.exit_code, hint in result.output) == (ExitCode.USAGE, True), result.output
