"""Addresses in running text, and where links lead: which are known, and where they end."""

import time

import pytest

from deckgen.deck.text_body import Run, SlideLink, WebLink
from deckgen.outline.markup.addresses import find_addresses, web_address
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span
from tests.sampled import sampled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Siehe https://x.example.", "https://x.example"),
        ("(https://x.example/a_(b))", "https://x.example/a_(b)"),
        ("(siehe https://x.example)", "https://x.example"),
        ("https://x.example/a?b=c&d=e#f, und", "https://x.example/a?b=c&d=e#f"),
        ("„https://x.example/ä“", "https://x.example/ä"),
        ("https://x.example—mehr", "https://x.example"),
        ("**https://x.example**", "https://x.example"),
        ("*https://x.example/a_b_c*", "https://x.example/a_b_c"),
        ("请访问https://x.example查看。", "https://x.example"),
        ("HTTPS://X.EXAMPLE", "HTTPS://X.EXAMPLE"),
        ("http://localhost:8000/x!", "http://localhost:8000/x"),
        ("www.town.example…", "www.town.example"),
        ("Fragen an anna.muster@town.example.", "anna.muster@town.example"),
        ("bei o'neill@town.example", "o'neill@town.example"),
        ("bei 'anna@town.example'", "anna@town.example"),
        ("a_b+c@sub.town.example)", "a_b+c@sub.town.example"),
        ("mailto:a@town.example?subject=Hallo", "mailto:a@town.example?subject=Hallo"),
    ],
)
def test_an_address_in_a_text_becomes_a_link(text: str, found: str) -> None:
    linked = [run for run in _runs(text) if isinstance(run, Run) and run.link is not None]
    assert [run.text for run in linked] == [found]
    (link,) = (run.link for run in linked)
    assert isinstance(link, WebLink)
    assert link.url.endswith(found)
    assert link.url[: -len(found)] in {"", "https://", "mailto:"}


@pytest.mark.parametrize(
    "text",
    [
        *("`https://x.example`", "https://", "http", "www", "www.", "www.de", "a@b", "@town"),
        *("git@forge.example:a/b", "logo@2x.png", "@town@social.example", "foo.https://x.example"),
        *(r"\https\://x", "x@1.2.3", "50/50", "und/oder", "//", "a://b", "town.example/form"),
    ],
)
def test_what_is_no_address_stays_text(text: str) -> None:
    assert [run for run in _runs(text) if isinstance(run, Run) and run.link] == []


@pytest.mark.parametrize(
    ("text", "words", "link"),
    [
        ("[B](https://x.example/B 2026.pdf)", "B", WebLink("https://x.example/B%202026.pdf")),
        ("[B]( https://x.example )", "B", WebLink("https://x.example")),
        ("[B](<https://x.example/a b>)", "B", WebLink("https://x.example/a%20b")),
        ('[B](https://x.example "a tip")', "B", WebLink("https://x.example", "a tip")),
        ("[B](https://x.example 'a tip')", "B", WebLink("https://x.example", "a tip")),
        ("[B](https://x.example „ein Tipp“)", "B", WebLink("https://x.example", "ein Tipp")),
        ("[B](https://x.example/{a}|b)", "B", WebLink("https://x.example/%7Ba%7D%7Cb")),
        ("[B](www.x.example)", "B", WebLink("https://www.x.example")),
        ("[B](a@x.example)", "B", WebLink("mailto:a@x.example")),
        ("[B](mailto:a@x.example)", "B", WebLink("mailto:a@x.example")),
        ("[B](https://x.example:65535/a)", "B", WebLink("https://x.example:65535/a")),
        (
            "[B](mailto:a@x.example?subject=Hello world)",
            "B",
            WebLink("mailto:a@x.example?subject=Hello%20world"),
        ),
        ("<a@x.example>", "a@x.example", WebLink("mailto:a@x.example")),
        ("<www.x.example>", "www.x.example", WebLink("https://www.x.example")),
        ('[B](#costs "the sums")', "B", SlideLink("costs", Span("f", 1, 5, 17), "the sums")),
        # The words of a link are no further link.
        (
            "[https://a.example](https://b.example)",
            "https://a.example",
            WebLink("https://b.example"),
        ),
        ("Hallo![B](https://x.example)", "B", WebLink("https://x.example")),
    ],
)
def test_a_link_leads_where_it_was_meant_to(
    text: str, words: str, link: WebLink | SlideLink
) -> None:
    diagnostics = Diagnostics()
    runs = parse_inline(_text(text), diagnostics)
    assert [run for run in runs if isinstance(run, Run) and run.link] == [Run(words, link=link)]
    assert list(diagnostics) == []


@pytest.mark.parametrize(
    "address",
    [
        *("https://", "https://a b", "https://x.example:65536", "https://a..b", "https://[x"),
        *("mailto:", "mailto:a", "mailto:a@b@c", "mailto:,", "javascript:alert(1)", "file:///x"),
        *("//x.example", "x.example", "report 2026.pdf", "C:/report 2026.pdf"),
    ],
)
def test_no_other_address_reaches_a_package(address: str) -> None:
    assert web_address(address) is None
    diagnostics = Diagnostics()
    parse_inline(_text(f"[a]({address})"), diagnostics)
    assert [one.code for one in diagnostics] == ["bad-link"]


@pytest.mark.parametrize(
    "sign",
    sampled(
        [
            *("a", "a.", "@", "a@", "a@a.", "https://", "www.", "https://x.example/)", "("),
            *("mailto:", "a@x.example ", "https://x.example,", "[a](https://", "[a](b c "),
        ]
    ),
)
def test_the_time_is_linear_in_the_length(sign: str) -> None:
    text = sign * (8_000 // len(sign))
    started = time.process_time()
    find_addresses(text)
    _runs(text)
    assert time.process_time() - started < 1


def _runs(raw: str) -> list[object]:
    return list(parse_inline(_text(raw), Diagnostics()))


def _text(raw: str) -> Text:
    return Text(raw, Span("f", 1, 1, len(raw)))
