"""Texts of which nothing can be seen are empty, whatever they are made of."""

from __future__ import annotations

import pytest

from deckgen.outline.kinds import kinds
from deckgen.outline.schema.outline_reader import read_outline
from deckgen.outline.syntax.nodes import is_blank
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics
from tests.talks import talk

UNSEEN = ["\u200b", "\u00ad", "\u2060", "\u200e\u202e", "\u00a0", "\u3000", "\u2800", "\u3164"]


@pytest.mark.parametrize("text", ["", " ", "\n\t", *UNSEEN, "".join(UNSEEN)])
def test_nothing_can_be_seen(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "\u200ba", ".", "–", "\u0301", "😊", "ﷺ", "אב", "０"])
def test_something_can_be_seen(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("text", UNSEEN)
def test_such_a_text_is_told_where_one_is_needed(text: str) -> None:
    diagnostics = Diagnostics()
    entries = (
        f'- {{title: "{text}", subtitle: "{text}", text: a}}',
        f'- {{title: S, kicker: "{text}", bullets: ["{text}", {{"b": ["{text}"]}}]}}',
        f'- {{title: S, figures: [{{number: "{text}", label: "{text}"}}]}}',
    )
    outline = f'title: "{text}"\nsubtitle: "{text}"\nslides:\n  ' + "\n  ".join(entries) + "\n"
    node = parse("talk.yaml", outline.encode(), diagnostics)
    assert node is not None
    read_outline(node, kinds(), diagnostics)
    told = sorted((one.span.line, one.code) for one in diagnostics if one.span)
    assert told == [
        (1, "empty-text"),  # the title of the talk; its subtitle is as good as left out
        (4, "empty-text"),
        (4, "unknown-key"),
        (5, "empty-bullet"),
        (5, "empty-bullet"),
        (6, "empty-text"),
    ]


@pytest.mark.parametrize(
    "words",
    ["a", "<br>", "<br><br>a", "`\u200b`", "**\u200b**", "\\n%", "\\n\\n", "a\\n", "$\\\\ $"],
)
def test_no_text_of_little_is_too_little_for_a_slide(words: str) -> None:
    entries = [
        '- {title: "@", figures: [{number: "@", label: "@"}, {number: 1}]}',
        '- {title: "@", steps: [{title: "@", text: "@", date: "@"}, {title: "@", date: "@"}]}',
        '- {title: "@", people: [{name: "@", role: "@"}]}',
        '- {title: "@", table: [["@", b], [1, "@"], ["@", "@"]]}',
        '- {title: "@", code: "@", language: python}',
        '- {title: "@", columns: [{heading: "@", bullets: ["@"]}, {text: "@"}]}',
        '- {quote: "@", by: "@"}',
        '- {section: "@", subtitle: "@"}',
    ]
    made = talk("\n".join(entries).replace("@", words))
    if not made.diagnostics.has_errors:
        assert len(made.slides) >= len(entries)
    assert all(one.span and one.hint for one in made.diagnostics)
