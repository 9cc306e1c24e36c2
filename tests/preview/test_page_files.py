"""The files of the page: complete, and without anything that would make words into markup."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "src" / "deckgen" / "preview" / "page"
SCRIPTS = sorted(PAGE.glob("*.js"))
LONGEST = 300

MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(",
          "srcdoc", "setHTML", "createContextualFragment", "new Function")  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_words_go_in_as_text(script: Path) -> None:
    code = script.read_text(encoding="utf-8")
    assert [way for way in MARKUP if way in code] == []


def test_the_policy_needs_no_exception() -> None:
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"\s(?:style|on\w+)=", html) == []
    assert re.findall(r"<style|<script(?![^>]*\ssrc=)|javascript:|data:", html) == []


def test_everything_that_is_named_is_there_and_nothing_is_from_elsewhere() -> None:
    named = {"./index.html"}
    for file in PAGE.iterdir():
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:src="|href="|from ")([^"]+)"', text))
        assert re.findall(r"(?:https?:)?//(?!www\.w3\.org/2000/svg)[\w.-]+\.\w+/", text) == []
    assert named == {f"./{file.name}" for file in PAGE.iterdir()}


def test_no_file_is_longer_than_a_person_can_hold() -> None:
    lengths = {file.name: len(file.read_text("utf-8").splitlines()) for file in PAGE.iterdir()}
    assert {name: count for name, count in lengths.items() if count > LONGEST} == {}
