"""What colleagues changed in the deck on the disk stands at its lines, until it is taken over."""

from pathlib import Path

import pptx
import pytest

from deckgen.preview.session import PreviewSession
from tests.preview.asking import session
from tests.project.two_towns import run

DECK = Path("build/a-talk.pptx")
OUTLINE = """\
title: A talk
lang: en-GB
slides:
  - id: one
    title: One
    bullets: [first, second]
  - id: two
    title: Two
"""


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PreviewSession:
    (tmp_path / "slides.yaml").write_text(OUTLINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("build").exit_code == 0
    return session(tmp_path, monkeypatch)


def by_hand(words: dict[int, str], notes: str = "") -> None:
    """Write titles of slides, by their index, and notes of the first slide into the deck."""
    presentation = pptx.Presentation(str(DECK))
    for at, title in words.items():
        presentation.slides[at].shapes.title.text_frame.paragraphs[0].runs[0].text = title
    if notes:
        presentation.slides[0].notes_slide.notes_text_frame.text = notes
    presentation.save(str(DECK))


def save(made: PreviewSession, old: str, new: str) -> None:
    outline = Path("slides.yaml").read_text(encoding="utf-8")
    Path("slides.yaml").write_text(outline.replace(old, new), encoding="utf-8")
    made.build(frozenset({"slides.yaml"}))


def told(made: PreviewSession) -> list[tuple[str, str, int, int | None]]:
    return [(each.severity, each.code, each.line, each.slide) for each in made.state.findings]


@pytest.mark.slow
def test_edits_by_hand_stand_at_their_lines_until_they_are_taken_over(
    built: PreviewSession,
) -> None:
    assert told(built) == []
    by_hand({0: "One, corrected", 1: "Two, corrected"})
    built.build(frozenset({str(DECK)}))
    assert told(built) == [("note", "changed-by-hand", 5, 1), ("note", "changed-by-hand", 8, 2)]
    first = built.state.findings[0]
    assert first.message == "build/a-talk.pptx, title: “One, corrected” in place of “One”."
    assert first.hint == "Take it over: deckgen pull build/a-talk.pptx"
    save(built, "title: One", "title: One, corrected")
    assert told(built) == [("note", "changed-by-hand", 8, 2)]
    assert run("pull", str(DECK)).exit_code == 0
    built.build(frozenset({"slides.yaml"}))
    assert told(built) == []


@pytest.mark.slow
def test_what_both_changed_is_shown_side_by_side(built: PreviewSession) -> None:
    by_hand({1: "Two, corrected"})
    save(built, "title: Two", "title: Deux")
    (finding,) = built.state.findings
    assert (finding.severity, finding.code, finding.line) == ("warning", "changed-twice", 8)
    assert finding.message == (
        "build/a-talk.pptx, title: “Two, corrected” in place of “Two”; "
        "but here it says “Deux” by now."
    )


def test_a_deck_that_nobody_changed_is_not_told_of_after_later_saves(built: PreviewSession) -> None:
    save(built, "title: Two", "title: Deux")
    assert told(built) == []
    DECK.write_bytes(b"no deck")
    built.build()
    assert told(built) == []


def test_the_deck_on_the_disk_is_watched(built: PreviewSession) -> None:
    assert DECK.as_posix() in built._files()


def test_a_deck_that_is_being_saved_is_read_when_it_is_whole(built: PreviewSession) -> None:
    by_hand({0: "One, corrected"})
    whole = DECK.read_bytes()
    for content in (whole[: len(whole) // 2], b""):
        DECK.write_bytes(content)
        built.build(frozenset({str(DECK)}))
        assert told(built) == []
        assert built.state.good
    DECK.write_bytes(whole)
    built.build(frozenset({str(DECK)}))
    assert [code for _, code, _, _ in told(built)] == ["changed-by-hand"]
    DECK.unlink()
    built.build(frozenset({str(DECK)}))
    assert told(built) == []


@pytest.mark.slow
def test_a_deck_of_another_talk_is_told_once(built: PreviewSession) -> None:
    outline = "title: A talk\nslides:\n  - title: Alpha\n    bullets: [Beta, Gamma]\n"
    other = Path("other.yaml")
    other.write_text(outline, encoding="utf-8")
    assert run("build", "other.yaml", "-o", str(DECK)).exit_code == 0
    by_hand({0: "Alphabet"})
    built.build(frozenset({str(DECK)}))
    assert [(severity, code) for severity, code, _, _ in told(built)] == [
        ("warning", "another-talk")
    ]


def test_the_preview_writes_nothing(built: PreviewSession) -> None:
    by_hand({0: "One, corrected"})
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    save(built, "first", "third")
    before[Path("slides.yaml")] = Path("slides.yaml").read_bytes()
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
