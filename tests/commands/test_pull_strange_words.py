"""Whatever words a deck holds, `pull` writes them as words, exactly, or not at all."""

from pathlib import Path
from typing import Any

import pptx
import pytest

from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.present import present
from tests.project.two_towns import run, write
from tests.sampled import sampled

SLIDES = """\
  - id: aim-{n}
    title: What we want in {n}  # a comment
    bullets:
      - A square for {n}
      - Fewer cars
  - id: costs-{n}
    title: What {n} costs
    text: Not much for {n}.
    notes: Say it slowly in {n}.
"""
DECK = "build/a-talk.pptx"
TAKEN = {
    "YAML": '"]: !!python/object/apply:os.system ["id"]',
    "an anchor": "*alias &anchor",
    "a mapping": "{a: b}, [c] # no comment",
    "a merge": "<<: *x",
    "variables": "${secret} $${x} $x $ ${",
    "a template of another program": "{{ 7*7 }} {% raw %}",
    "an include": "include: ../../etc/passwd",
    "a document": "---",
    "the end of a document": "...",
    "a directive": "%YAML 1.2",
    "right to left": "abc \u202egnp.exe\u202c def \u2066x\u2069",
    "all quotation marks": "it's \"quoted\" 'single'",
    "escapes": "C:\\new\\table \\u0041 \\x41",
    "formulas": "$x^2$ and $$y$$",
    "a key": "? key",
    "nothing": "~",
    "a truth": "yes",
    "a number": "0x1F 1_000 1e3",
    "a day": "2026-11-28",
    "a block": "| literal",
    "letters of several signs": "👩\u200d👩\u200d👧 ﷽",
    "HTML": "<script>alert(1)</script>",
}
LEFT = {
    "a new line of Unicode": "words\u2028  - include: x.pptx",
    "the next line": "a\u0085b",
    "a byte order mark": "\ufeffstart",
    "blanks around": "  leading and trailing  ",
    "a word without end": "x" * 30_000,
    "words without end": "word " * 6_000,
}


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _reworded(*words: str) -> str:
    """Build a talk with two slides for each of the words, put them there; return its outline."""
    slides = "".join(SLIDES.format(n=number) for number in range(len(words)))
    outline = f"title: A talk\nlang: en-GB\nvars: {{secret: 4711}}\nslides:\n{slides}"
    write("slides.yaml", outline)
    assert run("build", "-q").exit_code == 0
    presentation: Any = pptx.Presentation(DECK)
    pages = list(presentation.slides)
    for new, aim, costs in zip(words, pages[::2], pages[1::2], strict=True):
        for frame in (
            aim.shapes[1].text_frame,
            costs.shapes[1].text_frame,
            costs.notes_slide.notes_text_frame,
        ):
            frame.paragraphs[0].runs[0].text = new
    presentation.save(DECK)
    return outline


def _words(deck: str) -> list[str]:
    edited = present(read_edited(Path(deck).read_bytes(), Diagnostics(), deck))
    return [
        paragraph.words
        for slide in edited.slides
        for paragraphs in (*(shape.paragraphs for shape in slide.shapes), slide.notes)
        for paragraph in paragraphs
    ]


@pytest.mark.slow
def test_words_that_mean_something_elsewhere_are_words() -> None:
    before = _reworded(*TAKEN.values())
    result = run("pull")
    assert result.exit_code == 0, result.output
    text = Path("slides.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(before.splitlines())
    assert text.count("  # a comment\n") == len(TAKEN)
    assert run("build", "-o", "again.pptx").exit_code == 0
    words = _words("again.pptx")
    assert words == _words(DECK)
    assert [words.count(each) for each in TAKEN.values()] == [3] * len(TAKEN)


@pytest.mark.parametrize("words", sampled(LEFT.values(), every=6), ids=LEFT)
def test_words_that_no_slide_can_have_are_told_and_left(words: str) -> None:
    before = _reworded(words)
    result = run("pull")
    assert result.exit_code == 4, result.output
    assert len(result.output) < 20_000
    text = Path("slides.yaml").read_text(encoding="utf-8")
    assert text.partition("notes:")[0] == before.partition("notes:")[0]
