"""No message is as long as the file that it is about: what it quotes is clipped."""

import re
from pathlib import Path

import pytest

from deckgen.support.diagnostics import MOST_QUOTED
from tests.tools.bounded import run_deckgen
from tests.tools.packages import Parts, edited

_WORD = "x" * 1_000_000
_WORDS = "word " * 200_000
_HEAD = "title: A talk\nlang: en-GB\n"
_SLIDE = f"{_HEAD}slides:\n  - title: One\n    "

OUTLINES = {
    "a figure of a chart": f"{_SLIDE}chart: {{data: {{a: {_WORD}}}}}\n",
    "a language of code": f"{_SLIDE}code: a\n    language: {_WORD}\n",
    "a brand": f"{_HEAD}brand: {_WORD}\nslides: [cover]\n",
    "a variable": f"{_SLIDE}text: ${{{_WORD}}}\n",
    "a key": f"{_HEAD}{_WORD}: 3\nslides: [cover]\n",
    "minutes": f"{_SLIDE}minutes: {_WORDS}\n",
    "a kind": f"{_HEAD}slides: [{_WORD}]\n",
}
MOST_SAID = 3_000
"""Characters: two messages with their hints and lines."""


@pytest.mark.slow
@pytest.mark.parametrize("report_format", ["text", "json", "github"])
@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES)
def test_what_a_message_quotes_is_clipped(outline: str, report_format: str, tmp_path: Path) -> None:
    (tmp_path / "slides.yaml").write_text(outline, encoding="utf-8")
    command = ("check", "slides.yaml", "--format", report_format)
    ended = run_deckgen(*command, folder=tmp_path, seconds=20)
    assert ended.code in {0, 1}
    assert 0 < len(ended.said) < MOST_SAID


@pytest.mark.slow
@pytest.mark.parametrize("report_format", ["text", "json", "sarif", "github"])
def test_what_an_audit_quotes_is_clipped(report_format: str, tmp_path: Path) -> None:
    (tmp_path / "slides.yaml").write_text(
        f"{_SLIDE}code: a\n  - title: One\n    text: a\n", encoding="utf-8"
    )
    ended = run_deckgen("build", "-o", "talk.pptx", folder=tmp_path, seconds=20)
    assert ended.code == 0, ended.said
    deck = edited((tmp_path / "talk.pptx").read_bytes(), [_with_long_titles])
    (tmp_path / "talk.pptx").write_bytes(deck)
    command = ("audit", "talk.pptx", "--format", report_format)
    ended = run_deckgen(*command, folder=tmp_path, seconds=30)
    assert ended.code in {0, 1}
    assert "x" * 100 in ended.out
    assert max(map(len, re.findall("x+", ended.out))) <= MOST_QUOTED


def _with_long_titles(parts: Parts) -> None:
    for name in parts:
        if name.startswith("ppt/slides/slide"):
            parts[name] = (
                parts[name]
                .replace(b">One<", f">{_WORD}<".encode())
                .replace(b'name="', f'name="{_WORD[:100_000]}'.encode())
            )
