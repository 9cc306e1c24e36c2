"""Located nodes: their texts, spans within a text, and which texts are blank."""

import pytest

from deckgen.outline.syntax.nodes import (
    Mapping,
    Scalar,
    Sequence,
    is_blank,
    part_of,
    span_within,
    texts_of,
)
from deckgen.support.diagnostics import Span

INVISIBLE = ["\u200b", "\u00ad", "\u2060", "\u200e\u2067", "\u00a0", "\u3000", "\u2800", "\u3164"]


@pytest.mark.parametrize("text", ["", " ", "\n\t", *INVISIBLE, "".join(INVISIBLE)])
def test_a_text_without_a_visible_character_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "\u200ba", ".", "–", "\u0301", "😊", "ﷺ", "אב", "０"])
def test_a_text_with_a_visible_character_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "span", "start", "expected"),
    [
        ("ab ${x}", Span("f", 3, 5, 7), 3, (3, 8)),
        ("ab\ncd\n", Span("f", 3, 5, 2), 4, (4, 6)),
        ("changed on the way", Span("f", 3, 5, 2), 4, (3, 5)),
    ],
)
def test_the_span_within_a_text(
    text: str, span: Span, start: int, expected: tuple[int, int]
) -> None:
    inner = span_within(text, span, start)
    assert (inner.line, inner.column) == expected


def test_a_part_of_a_text_keeps_its_own_dollars() -> None:
    """The second and the third `$` of the text are no variables; the first is not in the part."""
    whole = Scalar("$ a $ b $ c", Span("f", 3, 5, 11), frozenset({1, 2}))
    part = part_of(whole, 4, "$ b $")
    assert part == Scalar("$ b $", Span("f", 3, 9, 5), frozenset({0, 1}))
    assert part_of(whole, 0, "$ a").dollars == frozenset()


def test_the_texts_of_a_node_are_those_of_its_keys_and_of_all_levels() -> None:
    span = Span("f", 1, 1)
    deep = Mapping(((Scalar("only", span), Scalar("gera", span)),), span)
    bullets = Sequence((Scalar("one", span), deep), span)
    root = Mapping(
        ((Scalar("title", span), Scalar("${a}", span)), (deep.pairs[0][0], bullets)), span
    )
    assert sorted(texts_of(root)) == ["${a}", "gera", "one", "only", "only", "title"]
