"""A text that states no language is told with its first words."""

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import DECK, PLAIN, WORDS, base_deck
from tests.sampled import sampled
from tests.tools.packages import edited, replace


@pytest.mark.parametrize(
    ("text", "words"),
    sampled(
        [
            ("Two  words", "Two words"),
            ("a" * 40, "a" * 40),
            ("a" * 41, "a" * 39 + "…"),
            ("12 %", None),
        ],
        every=2,
    ),
)
def test_which_words(text: str, words: str | None) -> None:
    run = replace(WORDS, PLAIN, f"<a:t>{text}</a:t>")
    inherited = replace(DECK, '<a:defRPr lang="en-US"/>', "<a:defRPr/>")
    report = audit_deck(edited(base_deck(), [run, inherited]), "a.pptx")
    found = [each for each in report.findings if each.rule.code == "language-missing"]
    assert [each.values["words"] for each in found] == ([words] if words else [])
