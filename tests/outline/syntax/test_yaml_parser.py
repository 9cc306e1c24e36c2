"""YAML text → located nodes: text stays text, spans are exact, nothing exhausts memory.

What is reported about mistakes of typing is specified in tests/diagnostics.
"""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.syntax.yaml_parser import Parser, parse
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostics
from tests.sampled import sampled

PARSERS: tuple[Parser, ...] = ("libyaml", "python")
both_parsers = pytest.mark.parametrize("parser", PARSERS)


def read(text: str | bytes, parser: Parser = "libyaml") -> tuple[Node | None, list[str]]:
    diagnostics = Diagnostics()
    data = text.encode() if isinstance(text, str) else text
    node = parse("talk.yaml", data, diagnostics, parser)
    places = [
        f"{each.span.line}:{each.span.column} {each.code}"
        for each in diagnostics
        if each.span is not None
    ]
    return node, places


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    if isinstance(node, Mapping):
        return [scalar for _, value in node.pairs for scalar in scalars(value)]
    return []


_WIDE = "eine Zeile, die so breit ist, dass sie umbrochen werden muss"


@both_parsers
@pytest.mark.parametrize(
    ("written", "text", "place"),
    [
        ("Nein", "Nein", (1, 4, 4)),
        ("12:30", "12:30", (1, 4, 5)),
        ("0123", "0123", (1, 4, 4)),
        ("~", "~", (1, 4, 1)),
        ('"zwei Wörter"', "zwei Wörter", (1, 5, 11)),
        ("'it''s'", "it's", (1, 5, 5)),
        ("|\n   eins\n   zwei\n", "eins\nzwei\n", (2, 4, 4)),
        (">\n   eins\n   zwei\n", "eins zwei\n", (2, 4, 4)),
        (f"{_WIDE}\n   zwei", f"{_WIDE} zwei", (1, 4, len(_WIDE))),
        ("Wort # Kommentar", "Wort", (1, 4, 4)),
        ("a\tb", "a b", (1, 4, 3)),
        ("\tTabulator", "Tabulator", (1, 5, 9)),
        ("𝄞 über", "𝄞 über", (1, 4, 6)),
        ("", "", (1, 3, 1)),
    ],
)
def test_a_scalar_is_the_text_as_written_with_its_place(
    written: str, text: str, place: tuple[int, int, int], parser: Parser
) -> None:
    node, reported = read(f"x: {written}" if written else "x:", parser)
    assert reported == []
    (scalar,) = scalars(node)
    assert scalar.text == text
    assert (scalar.span.line, scalar.span.column, scalar.span.length) == place


@both_parsers
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["1:1 empty-file"]),
        (b" \n\n", ["1:1 empty-file"]),
        (b"\xef\xbb\xbf", ["1:1 empty-file"]),
        ("title: Größe\n".encode("cp1252"), ["1:10 not-utf8"]),
        ("title: ä\nslides: ".encode() + b"\xff", ["2:9 not-utf8"]),
        ("title: x".encode("utf-16"), ["1:1 not-utf8"]),
        ("title: x".encode("utf-16-be"), ["1:1 not-utf8"]),
        ("title: x".encode("utf-32"), ["1:1 not-utf8"]),
        (b"PK\x03\x04rest", ["1:1 not-text"]),
        (b"%PDF-1.7", ["1:1 not-text"]),
        (b"<!doctype html>\n<title>A talk</title>", ["1:1 not-text"]),
        (b"<html lang='en'>", ["1:1 not-text"]),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ["1:1 not-text"]),
        (b"<?xml version='1.0'?>", ["1:1 not-text"]),
        (b"# nothing but this\n", ["1:1 empty-file"]),
    ],
)
def test_files_that_are_not_outlines(data: bytes, expected: list[str], parser: Parser) -> None:
    assert read(data, parser) == (None, expected)


@both_parsers
def test_a_byte_order_mark_and_any_line_end_are_accepted(parser: Parser) -> None:
    node, reported = read(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n", parser)
    assert reported == []
    assert [(scalar.text, scalar.span.line) for scalar in scalars(node)] == [
        ("1", 1),
        ("2", 2),
        ("3", 3),
    ]


@both_parsers
def test_control_characters_are_removed_and_columns_are_those_of_the_file(parser: Parser) -> None:
    node, reported = read("a: x\x07y\x0bz\x00 #1\n", parser)
    assert reported == [
        "1:5 control-character",
        "1:7 control-character",
        "1:9 control-character",
        "1:11 hash-swallows-text",
    ]
    assert [scalar.text for scalar in scalars(node)] == ["xy z"]


@both_parsers
def test_many_control_characters_are_counted_after_the_first(parser: Parser) -> None:
    _, reported = read("a: " + "\x01" * 1000, parser)
    assert len(reported) == MOST_OF_A_KIND + 1


def stairs(levels: int, key: str = "a:") -> str:
    return "".join(" " * (len(key) - 1) * level + key + "\n" for level in range(levels))


@both_parsers
@pytest.mark.parametrize(
    ("text", "place"),
    sampled(
        [
            ("[" * 10_000, "1:65"),
            ("{a: " * 10_000, "1:257"),
            ("- " * 10_000, "1:129"),
            (stairs(2_000), "65:65"),
            (stairs(500, "- a:"), "33:97"),
            ("[" * 65 + "]" * 65, "1:65"),
            ("- " * 30 + "[" * 1_000, "1:95"),
            ("a: [\n" + " [\n" * 1_000, "64:2"),
            ('["]", ' * 1_000, "1:385"),
            ("text: |\n" + "  (a] [\n" * 40 + "b: " + "[" * 2_000, "42:67"),
        ],
        every=4,
    ),
)
def test_thousands_of_levels_are_an_error_at_once(text: str, place: str, parser: Parser) -> None:
    started = time.process_time()
    node, reported = read(text, parser)
    assert node is None
    assert reported == [f"{place} too-deep"]
    assert time.process_time() - started < 5


@both_parsers
@pytest.mark.parametrize(
    "text",
    ["[" * 64 + "]" * 64, stairs(63), "a: |\n" + " [{- - - -\n" * 100, "a: |\n" + " " * 90 + "b"],
)
def test_text_that_only_looks_deep_is_read(text: str, parser: Parser) -> None:
    node, reported = read(text, parser)
    assert node is not None
    assert reported == []


@both_parsers
def test_an_alias_bomb_is_refused(parser: Parser) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    node, reported = read("\n".join(lines), parser)
    assert node is None
    assert [place.split()[1] for place in reported] == ["alias-bomb"]


@both_parsers
@pytest.mark.parametrize(("levels", "expected"), [(61, []), (63, ["2:5 too-deep"])])
def test_what_an_alias_repeats_counts_from_where_it_stands(
    levels: int, expected: list[str], parser: Parser
) -> None:
    assert read(f"a: &b {'[' * levels}{']' * levels}\nc: [*b]\n", parser)[1] == expected


@both_parsers
def test_an_alias_repeats_a_node(parser: Parser) -> None:
    node, reported = read("a: &wort Hallo\nb: *wort\n", parser)
    assert reported == []
    assert [scalar.text for scalar in scalars(node)] == ["Hallo", "Hallo"]


@both_parsers
def test_tabs_throughout_are_reported_once(parser: Parser) -> None:
    _, reported = read("a:\n" + "\t- x\n" * 50, parser)
    assert reported == ["2:1 tab-indentation"]


@example("a:\u00a0#")
@given(st.text(alphabet=st.sampled_from("ab:- \n\t#'\"[]{}*&!|>%@`,?$\\ä\u00a0"), max_size=60))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    for parser in PARSERS:
        node, reported = read(text, parser)
        assert node is not None or reported, "what cannot be read is reported"


@both_parsers
@pytest.mark.parametrize("blank", ["\u200b", "\u00a0", "  \u3000 ", "\u2060", "\u00ad", "\u2800"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: T\n@\nslides: [cover]\n", 2),
        ("@\ntitle: T\nslides: [cover]\n", 1),
        ("title: T\nslides:\n  - text: |\n      a\n@\n      b\n    title: S\n", 5),
        ("title: T\nslides:\n  - title: S\n    bullets:\n      - a\n@\n      - b\n", 6),
    ],
)
def test_an_invisible_line_is_reported_and_skipped(
    text: str, line: int, blank: str, parser: Parser
) -> None:
    node, reported = read(text.replace("@", blank), parser)
    assert [place.split(":")[0] + place[-10:] for place in reported] == [f"{line} odd-blank"]
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.pairs] == ["title", "slides"]
