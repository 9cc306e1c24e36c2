"""Markup of other systems is told at its place, with the way out; ordinary prose never is."""

import time

import pytest

from deckgen.deck.text_body import LineBreak, Run
from deckgen.outline.markup.block_markup import parse_blocks
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span


@pytest.mark.parametrize(
    ("text", "column", "length", "way_out"),
    [
        ("### A heading", 1, 5, "`title:`"),
        ("# Überschrift", 1, 3, "`title:`"),
        ("> a quotation", 1, 2, "`- quote: …`"),
        ("> „Zitat“", 1, 2, "`- quote: …`"),
        ("| a | b |", 1, 9, "`table:`"),
        ("|---|---|", 1, 9, "`table:`"),
        ("---", 1, 3, "begins with a dash"),
        ("```python", 1, 9, "`code: |`"),
        ("[ ] a task", 1, 3, "☐"),
        ("[x] done", 1, 3, "☑"),
        ("see ![a picture](x.jpg)", 5, 19, "`image: {file: photo.jpg"),
        ("![a](https://x.example/y.png)", 1, 29, "`image: {file: photo.jpg"),
        ("A note[^1] here", 7, 4, "`notes:`"),
        ("says [@smith, p. 5]", 6, 14, "Write the source out"),
        ("see [[Home]]", 5, 8, "[words](#its-id)"),
        ("[a]: https://x.example", 1, 13, "[words](https://…)"),
        ("[a] (https://x.example)", 3, 3, "no blank between"),
        ("[a](https://x.example", 3, 2, "a ) at its end"),
        ("[b]x[/b]", 5, 4, "**so**"),
        ("well done :smile:", 11, 7, "😊"),
        ("this is ==new== here", 9, 7, "**so**"),
        ("Hello {{ town }}", 7, 10, "${name}"),
        (r"so \textbf{bold}", 4, 8, r"$\frac{a}{b}$"),
        (r"so \(x^2\) is", 4, 2, r"$\frac{a}{b}$"),
        (r"First\nSecond", 6, 2, "<br>"),
        ("<!-- later -->", 1, 4, "begins with #"),
        ("a <b>bold</b> word", 3, 3, "**words**"),
        ('a <a href="https://x.example">link</a>', 3, 28, "[words](https://…)"),
        ("CO<SUB>2</SUB>", 3, 5, "~words~"),
        ("<span style='color: red'>a</span>", 1, 25, "no markup"),
        ("R&amp;D", 2, 5, "itself: &."),
        ("a&nbsp;b", 2, 6, "U+00A0"),
        ("x &#8211; y", 3, 7, "itself: –."),
        ("**Important: the end", 1, 2, "**so**"),
        ("a ** bold ** word", 3, 2, "**so**"),
    ],
)
def test_it_is_told_at_its_place_and_stays(
    text: str, column: int, length: int, way_out: str
) -> None:
    diagnostics = Diagnostics()
    runs = parse_inline(_text(text), diagnostics)
    (one,) = diagnostics
    assert (one.severity, one.code) == ("warning", "unknown-markup")
    assert one.span == Span("f", 7, 10 + column, length)
    assert one.hint
    assert way_out in one.hint
    shown = "".join(run.text for run in runs if isinstance(run, Run))
    assert shown == text.replace(r"\(", "(").replace(r"\)", ")"), "what is told is what is shown"


ORDINARY = [
    *("5 > 3", "> 5 %", ">30 Jahre", "a | b", "A | B | C", "|x| + |y|", "||", ":-)", ":D"),
    *("10:30", "um 10:30:45 Uhr", "1:2", "#1", "# of towns", "#stadt", "C#", "C++", "F# & A♭"),
    *("Preis*", "*ohne MwSt.", "* ohne MwSt.", "Preis** und Lohn**", "** ohne MwSt.", "**) ab"),
    *("2 ** 3", "2 * 3 * 4", "a == b", "a == b == c", "=5", "x < y > z", "<3", "<-", "=> so"),
    *("<Ihr Name>", "List<String>", "<PLZ Ort>", "f[a](b, c)", "Bürger[innen](und alle)"),
    *("Partner:innen", "Bürger*innen", "std::vector", "Note:this:that", "R&D", "AT&T; BMW"),
    *("Q&A", "F&E; sonst", "[1]", "[1] und [2]", "[1] (https://x.example)", "§ 5 [neu]", "[…]"),
    *("[sic!]", "[[1, 2], [3]]", r"C:\new\Table", r"C:\Users", r"\\server\new", "$5 - $10"),
    *("{a, b}", "{town}", "@stadt", "- 5", "—", "--", "1. Mai", "-----\u200b", "^", "`", "l`eau"),
    *("Hallo!", "¿Qué?", "« Oui ! »", "日本語：テスト", "#标签 内容", "№ 5 – так", "!important"),
    *("![]", "[]", "[](x", "()", "](x)", "‚a‘ :b", "e.g.: x", "“so”: that", "O’Neil & Sons"),
    *("von 5 % | bis 7 %", "Los, los, los! ==>", "=== 5", "a*b*c", "5*", "_", "~5 km", "x_1"),
    *("(siehe #12)", "Nr. #3: ja", "Punkt 3.) so", "ja/nein", "…", "a\u00a0: b", "½ & ¼;"),
    *(r"\# no heading", r"\> no quotation", r"\| a | b |", r"\<b>", r"\&amp;", r"\:smile:"),
    *(r"\[^1]", r"\{{town}}", r"\*\*open", "`<b>`", "`# so`", "`[^1]`", "[R&D](#a)"),
]


def test_ordinary_prose_and_what_is_escaped_is_not_told() -> None:
    for text in ORDINARY:
        diagnostics = Diagnostics()
        parse_inline(_text(text), diagnostics)
        assert list(diagnostics) == [], text


def test_each_sort_is_told_once_a_paragraph() -> None:
    diagnostics = Diagnostics()
    table, listing = "| a | b |\n|---|---|\n| 1 | 2 |", "```yaml\na: 1\n```"
    parts = ("### One", table, listing, "x[^1] and <b>y</b>[^2]")
    parse_blocks(_text("\n\n".join(parts)), diagnostics)
    assert [(one.span.line, one.span.column) for one in diagnostics if one.span] == [
        *((7, 11), (9, 11), (13, 11)),  # heading, table, fence
        *((17, 12), (17, 21)),  # footnote, tag
    ]


def test_a_line_break_of_html_is_one() -> None:
    diagnostics = Diagnostics()
    for text in ("a<br>b", "a<br/>b", "a<BR />b"):
        assert parse_inline(_text(text), diagnostics) == (Run("a"), LineBreak(), Run("b"))
    assert list(diagnostics) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "sign",
    [
        *(
            "|",
            "| ",
            "#",
            "# ",
            "> ",
            "=",
            "==a",
            "**",
            "** ",
            "**a ",
            "!",
            "![",
            "![a](",
            "[^",
            "[@a",
        ),
        *(
            *("[[", "[[a", "]", "] ", "](", ":a", ":a:", "{{", "{{a", r"\a{", r"\(", r"\(=", r"\n"),
            "<b",
        ),
        *("<b ", "<b>", "<!--", "&", "&a", "&amp;", "---\n", "```\n", "| a |\n", "\\"),
    ],
)
def test_the_time_is_linear_in_the_length(sign: str) -> None:
    text = sign * (8_000 // len(sign))
    started = time.process_time()
    parse_inline(_text(text), Diagnostics())
    assert time.process_time() - started < 1


def _text(raw: str) -> Text:
    return Text(raw, Span("f", 7, 11, len(raw.split("\n", maxsplit=1)[0])))
