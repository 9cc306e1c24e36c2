"""What is typed where a list, a table or a spacing belongs, and what only looks like it."""

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import WORDS, base_deck, on, paragraph, shape
from tests.sampled import sampled
from tests.tools.packages import edited


@pytest.mark.parametrize(
    ("lines", "code"),
    sampled(
        [
            (["Name    Tons"], "blanks-as-layout"),
            (["Really   !"], ""),
            (["Name\tTons"], "blanks-as-layout"),
            (["T I T L E"], "blanks-as-layout"),
            (["a b c d e"], ""),
            (["A B C D"], ""),
            (["1 2 3 4 5"], ""),
            (["&gt; one", "&gt; two"], "typed-list"),
            (["&gt; 5 kg"], ""),
            (["- 3 °C"], ""),
            (["• one"], "typed-list"),
        ]
    ),
)
def test_what_is_typed(lines: list[str], code: str) -> None:
    deck = edited(base_deck(), [on(WORDS, shape("".join(map(paragraph, lines))))])
    found = {"blanks-as-layout", "typed-list"} & set(audit_deck(deck, "a.pptx").counts)
    assert found == ({code} - {""})
