"""The talk while somebody writes it: each save as the page is told of it."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.preview.session import PreviewSession
from deckgen.preview.state import PreviewState, state_json
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import TownSelection
from deckgen.render.renderer import Feature, Renderer, RenderingError, SlideImage
from tests.preview.asking import session, words

_TALK = """\
title: A talk
lang: en-GB
event: {name: Forum, slot: 10}
vars: {town: Altenburg}
slides:
  - cover
  - section: First
  - question: What for ${town}?
    title: Ask
    minutes: 2
    bullets:
      - a
    notes: |
      Say

      - this
  - id: last
    title: Last
    hidden: yes
    lang: ar-EG
    bullets: [z]
"""


@pytest.fixture
def open_talk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], PreviewSession]]:
    made: list[PreviewSession] = []

    def opened(text: str) -> PreviewSession:
        (tmp_path / "slides.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "towns").mkdir(exist_ok=True)
        gera = "vars: {town: Gera}\nslides:\n  last: drop\n"
        (tmp_path / "towns" / "bad-gera.yaml").write_text(gera, encoding="utf-8")
        made.append(session(tmp_path, monkeypatch))
        return made[-1]

    yield opened
    for one in made:
        one.stop()


def _save(made: PreviewSession, text: str) -> PreviewState:
    Path("slides.yaml").write_text(text, encoding="utf-8")
    made.build(frozenset({"slides.yaml"}))
    return made.state


def test_what_the_page_is_told_of_a_talk(open_talk: Callable[[str], PreviewSession]) -> None:
    state = json.loads(state_json(open_talk(_TALK).state))
    slides = state.pop("slides")
    assert state.pop("built_at")[2::3] == "::"
    assert state == {
        "version": 1,
        "outline": "slides.yaml",
        "title": "A talk",
        "lang": "en-GB",
        "dir": "ltr",
        "town": "",
        "towns": [{"name": "bad-gera", "label": "Bad Gera"}],
        "good": True,
        "renderer": "words",
        "ratio": 1.7778,
        "slot": 10.0,
        "minutes": 2.0,
        "findings": [],
    }
    assert [slide["title"] for slide in slides] == [
        "A talk",
        "First",
        "What for Altenburg?",
        "Last",
    ]
    assert [slide["section"] for slide in slides] == ["Introduction", *["First"] * 3]
    assert slides[1]["differs"] == ["chart"]
    question = slides[2]
    assert len(question.pop("key")) == 32
    assert question == {
        "id": "what-for-altenburg",
        "number": 3,
        "title": "What for Altenburg?",
        "kicker": "Ask",
        "section": "First",
        "hidden": False,
        "kind": "question",
        "layout": "Question",
        "sizes": [72],
        "text": "What for Altenburg?\nAsk\na",
        "part": "",
        "file": "slides.yaml",
        "line": 8,
        "last_line": 16,
        "minutes": 2.0,
        "lang": "en-GB",
        "dir": "ltr",
        "notes": [
            {"text": "Say", "level": 0, "bullet": "none", "start": 1},
            {"text": "this", "level": 0, "bullet": "disc", "start": 1},
        ],
        "differs": [],
        "findings": [],
    }
    assert [(slide["hidden"], slide["dir"]) for slide in slides[2:]] == [
        (False, "ltr"),
        (True, "rtl"),
    ]


def test_a_slide_that_goes_on_over_several(open_talk: Callable[[str], PreviewSession]) -> None:
    bullets = "\n".join(f"      - A line of words, number {number}" for number in range(40))
    made = open_talk(
        f"title: T\nslides:\n  - title: Long\n    minutes: 4\n    bullets:\n{bullets}\n"
    )
    slides = made.state.slides
    assert len(slides) > 1
    assert [slide.part for slide in slides] == [
        f"{number}/{len(slides)}" for number in range(1, len(slides) + 1)
    ]
    assert [slide.minutes for slide in slides] == [4.0] + [None] * (len(slides) - 1)
    assert {(slide.line, slide.last_line) for slide in slides} == {(3, 45)}


def test_a_mistake_keeps_the_last_good_slides_and_stands_at_its_own(
    open_talk: Callable[[str], PreviewSession],
) -> None:
    made = open_talk(_TALK)
    before = made.state
    # Two lines come in above; the mistake stands in the third slide all the same.
    wrong = _TALK.replace("slides:\n", "\n\nslides:\n").replace("title: Ask", "titel: Ask")
    after = _save(made, wrong)
    assert (after.good, after.version) == (False, before.version + 1)
    assert [slide.key for slide in after.slides] == [slide.key for slide in before.slides]
    assert [slide.line for slide in after.slides] == [8, 9, 10, 19]
    (found,) = (one for one in after.findings if one.severity == "error")
    assert (found.code, found.line, found.slide, found.source) == (
        "unknown-key",
        11,
        3,
        "    titel: Ask",
    )
    told = json.loads(state_json(after))
    assert [slide["findings"] for slide in told["slides"]] == [[], [], [0], []]
    mended = _save(made, _TALK)
    assert (mended.good, mended.findings) == (True, ())
    assert mended.slides == before.slides


def test_an_outline_that_was_never_good(open_talk: Callable[[str], PreviewSession]) -> None:
    state = open_talk("title: [\n").state
    assert (state.good, state.title, state.slides) == (False, "slides.yaml", ())
    assert {one.severity for one in state.findings} == {"error"}


def test_only_what_changed_has_another_key(open_talk: Callable[[str], PreviewSession]) -> None:
    made = open_talk(_TALK)
    before = [slide.key for slide in made.state.slides]
    after = [slide.key for slide in _save(made, _TALK.replace("- a\n", "- b\n")).slides]
    assert [one == other for one, other in zip(before, after, strict=True)] == [
        True,
        True,
        False,
        True,
    ]


def test_towns(open_talk: Callable[[str], PreviewSession]) -> None:
    made = open_talk(_TALK)
    assert made.choose("bad-gera")
    assert (made.state.town, len(made.state.slides)) == ("bad-gera", 3)
    assert made.state.slides[2].title == "What for Gera?"
    assert not made.choose("nowhere")
    assert made.state.town == "bad-gera"
    assert made.choose("")
    assert (made.state.town, len(made.state.slides)) == ("", 4)


class _Unable(NamedTuple):
    """A renderer that can draw nothing."""

    name: str = "unable"

    def images(self, _deck: bytes, _numbers: Sequence[int], _width: int) -> Iterator[SlideImage]:
        raise RenderingError("rendering-failed", "Not this one.", "Try another.")

    def differences(self, _deck: bytes) -> dict[int, tuple[Feature, ...]]:
        return {}


def test_a_slide_that_cannot_be_drawn_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    made = PreviewSession(
        BuildOptions("slides.yaml", None, None),
        TownSelection(),
        lambda _: _Unable(),
        lambda _: None,
    )
    made.build()
    drawing = threading.Thread(target=made.pages.run, daemon=True)
    drawing.start()
    with pytest.raises(RenderingError):
        made.pages.ask(made.state.slides[2].key, 960).result(60)
    made.stop()
    drawing.join(60)
    (found,) = made.state.findings
    assert (found.severity, found.code, found.message) == (
        "warning",
        "rendering-failed",
        "Not this one.",
    )
    assert (found.slide, found.line, found.source) == (3, 8, "  - question: What for ${town}?")


def test_a_mistake_of_ours_keeps_the_slides_and_is_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    answers = [words(), words(), None, words()]

    def renderer(_own: object) -> Renderer:
        found = answers.pop(0)
        if found is None:
            raise ZeroDivisionError
        return found

    made = PreviewSession(
        BuildOptions("slides.yaml", None, None), TownSelection(), renderer, lambda _: None
    )
    made.build()
    before = made.state
    made.build()
    assert (made.state.good, made.state.slides) == (False, before.slides)
    assert [one.code for one in made.state.findings] == ["our-mistake"]
    made.build()
    assert (made.state.good, made.state.findings) == (True, ())


@pytest.mark.slow
def test_files_are_watched_also_those_that_another_town_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slides.yaml").write_text(_TALK, encoding="utf-8")
    (tmp_path / "towns").mkdir()
    town = tmp_path / "towns" / "gera.yaml"
    town.write_text("vars: {town: Gera}\n", encoding="utf-8")
    told = threading.Event()
    titles: set[str] = set()

    def tell(state: PreviewState) -> None:
        titles.update(slide.title for slide in state.slides)
        told.set()

    made = session(tmp_path, monkeypatch, tell)
    watching = threading.Thread(target=made.watch, daemon=True)
    watching.start()

    def seen(title: str) -> bool:
        for _ in range(300):
            told.wait(0.2)
            told.clear()
            if title in titles:
                return True
        return False

    (tmp_path / "slides.yaml").write_text(_TALK.replace("Last", "Saved"), encoding="utf-8")
    assert seen("Saved")
    assert made.choose("gera")
    assert seen("What for Gera?")
    town.write_text("vars: {town: Jena}\n", encoding="utf-8")
    assert seen("What for Jena?")
    made.stop()
    watching.join(60)
    assert not watching.is_alive()
