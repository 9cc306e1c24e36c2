"""Located nodes: their texts, spans within a text, and which texts are blank."""

import pytest

from deckgen.outline.syntax.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    describe_node,
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


SPAN = Span("f", 1, 1)


def keys(**values: str) -> Mapping:
    pairs = ((Scalar(key, SPAN), Scalar(value, SPAN)) for key, value in values.items())
    return Mapping(tuple(pairs), SPAN)


def test_another_value_takes_the_place_of_one_key() -> None:
    changed = keys(a="1", b="2", c="3").with_value("b", Scalar("4", SPAN))
    assert changed == keys(a="1", b="4", c="3")
    assert changed.get("d") is None


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Sequence((), SPAN), "a list"),
        (keys(), "an empty { }"),
        (keys(a="1", b="2", c="3", d="4"), "keys (`a`, `b`, `c`)"),
        (Scalar(" \n", SPAN), "nothing"),
        (Scalar(f" {'x' * 40} ", SPAN), f"“{'x' * 40}”"),
        (Scalar("x" * 41, SPAN), f"“{'x' * 39}…”"),
    ],
)
def test_what_a_node_is_in_words(node: Node, words: str) -> None:
    assert describe_node(node) == words


def test_the_texts_of_a_node_are_those_of_its_keys_and_of_all_levels() -> None:
    bullets = Sequence((Scalar("one", SPAN), keys(only="gera")), SPAN)
    root = keys(title="${a}", only="").with_value("only", bullets)
    assert sorted(texts_of(root)) == ["${a}", "gera", "one", "only", "only", "title"]
