"""Inline markup: what is markup, what stays text, and that no letter is ever lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.text_body import Inline, LineBreak, Run, SlideLink, WebLink
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span


def runs(raw: str) -> list[Inline]:
    return list(parse_inline(_text(raw), Diagnostics()))


def _text(raw: str) -> Text:
    return Text(raw, Span("talk.yaml", 4, 11, len(raw.split("\n", maxsplit=1)[0])))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("plain", [Run("plain")]),
        ("", []),
        ("a **b** c", [Run("a "), Run("b", bold=True), Run(" c")]),
        ("*a* _b_", [Run("a", italic=True), Run(" "), Run("b", italic=True)]),
        ("***a***", [Run("a", bold=True, italic=True)]),
        (
            "**a *b* c**",
            [Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True)],
        ),
        ("`a*b*`", [Run("a*b*", code=True)]),
        ("`` a`b ``", [Run("a`b", code=True)]),
        ("~~weg~~", [Run("weg", strike=True)]),
        ("m^2^", [Run("m"), Run("2", baseline="superscript")]),
        ("H~2~O", [Run("H"), Run("2", baseline="subscript"), Run("O")]),
        ("**„Zitat“** da", [Run("„Zitat“", bold=True), Run(" da")]),
        (r"\*a\* C:\Users", [Run(r"*a* C:\Users")]),
        ("a\nb\n", [Run("a"), LineBreak(), Run("b")]),
        ("a\tb", [Run("a b")]),
        ("[a](https://x.de/y_(z))", [Run("a", link=WebLink("https://x.de/y_(z)"))]),
        ("<https://x.de>", [Run("https://x.de", link=WebLink("https://x.de"))]),
        ("<mailto:a@b.de>", [Run("a@b.de", link=WebLink("mailto:a@b.de"))]),
        (
            "[**a**](#mehrwert)",
            [Run("a", bold=True, link=SlideLink("mehrwert", Span("talk.yaml", 4, 19, 9)))],
        ),
        ("**[a](https://x.de)**", [Run("a", bold=True, link=WebLink("https://x.de"))]),
    ],
)
def test_markup(raw: str, expected: list[Inline]) -> None:
    assert runs(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "2 * 3 * 4",
        "snake_case_name",
        "5*",
        "*",
        "**",
        "Bürger*innen und Kolleg*innen",
        "ca. ~5 bis ~7 Grad",
        "a ~~ b",
        "`offen",
        "[a](",
        "[a] (b)",
        "a < b > c",
        "<b>",
        "x^2",
        "* kein Punkt",
        "_",
    ],
)
def test_what_only_looks_like_markup_stays_text(raw: str) -> None:
    assert runs(raw) == [Run(raw)]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "Anhang", "", "#"])
def test_a_link_elsewhere_is_an_error_and_its_words_stay(url: str) -> None:
    diagnostics = Diagnostics()
    parsed = parse_inline(_text(f"[a]({url})"), diagnostics)
    assert [(each.code, each.span and each.span.column) for each in diagnostics] == [
        ("bad-link", 15)
    ]
    assert parsed == (Run("a"),)


@given(st.text(alphabet=st.characters(exclude_characters="*_`~^[<\\$", exclude_categories=["C"])))
def test_text_without_markup_comes_back_whole(raw: str) -> None:
    assert "".join(run.text for run in runs(raw) if isinstance(run, Run)) == raw


@given(st.text(alphabet=st.sampled_from("ab *_`~^[]()<>\\\n#:/https.ä")))
def test_letters_come_back_in_order_and_none_is_lost(raw: str) -> None:
    parsed = runs(raw)
    shown = "".join(run.text if isinstance(run, Run) else " " for run in parsed)
    rest = iter(raw.replace("\n", " "))
    assert all(character in rest for character in shown), "nothing is added or moved"
    links = [run.link for run in parsed if isinstance(run, Run) and run.link]
    if not links and "](" not in raw:
        assert [c for c in shown if c.isalpha()] == [c for c in raw if c.isalpha()]


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["*", "_", "~", "^", "`", "[", "<", "\\", "[a](", "a*", "**a "])
def test_the_time_is_linear_in_the_length(sign: str) -> None:
    started = time.process_time()
    runs(sign * 5_000)
    assert time.process_time() - started < 1
