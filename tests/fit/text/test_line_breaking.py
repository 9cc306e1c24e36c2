"""Where lines break, told with a font of squares in a frame that is ten squares wide."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import LineBreak, Paragraph, Run
from deckgen.fit.text.text_height import block_extent, measured_paragraphs, text_frame
from tests.fit.set_lines import paragraph_lines
from tests.fit.square import FONTS, LINE, bullet, placeholder, style

SIZE = 10
TEN_SQUARES = 10 * SIZE * EMU_PER_POINT

CASES = {
    "one line": ("aaaa bbbbb", ["aaaa bbbbb"]),
    "a blank at the end hangs over": ("aaaaaaaaaa bbb", ["aaaaaaaaaa", "bbb"]),
    "a word too many goes on": ("aaaa bbbbbb", ["aaaa", "bbbbbb"]),
    "two blanks are two": ("aaaa  bbbb c", ["aaaa  bbbb", "c"]),
    "a long word breaks anywhere, on a line of its own": (
        "aa bbbbbbbbbbbb cc",
        ["aa", "bbbbbbbbbb", "bb cc"],
    ),
    "after a hyphen": ("aaaaaa-bbbbb", ["aaaaaa-", "bbbbb"]),
    "a hyphen never begins a line": ("aaaaaaaaaa-bbb", ["aaaaaaaaaa", "-bbb"]),
    "not inside a negative number": ("aaaaaaaa -5 b", ["aaaaaaaa", "-5 b"]),
    "after a hyphen between numbers": ("aaaa 2025-2026", ["aaaa 2025-", "2026"]),
    "after a dash": ("aaaaaa–bbbbb", ["aaaaaa–", "bbbbb"]),
    "on either side of a long dash": ("aaaaaaaaaa—bbb", ["aaaaaaaaaa", "—bbb"]),
    "an address goes to a line of its own": ("aaaa bb/ccc/dd", ["aaaa", "bb/ccc/dd"]),
    "a long address breaks anywhere, too": ("a bbbbb/cccc/dddd", ["a", "bbbbb/cccc", "/dddd"]),
    "at the beginning it breaks after a slash": ("bbbbb/cccc/dddd", ["bbbbb/", "cccc/dddd"]),
    "not after a slash before a number": ("aaaaaaa 24/7", ["aaaaaaa", "24/7"]),
    "after a question mark": ("aaaaaaa?bbbb", ["aaaaaaa?", "bbbb"]),
    "a closing sign stays with its word": ("aaaaaaa (bbb)", ["aaaaaaa", "(bbb)"]),
    "not at a non-breaking space": ("aaaaaaa bb\u00a0c", ["aaaaaaa", "bb\u00a0c"]),
    "not at a non-breaking hyphen": ("aaaaaa bb\u2011ccc", ["aaaaaa", "bb\u2011ccc"]),
    "at a zero width space": ("aaaaaaa\u200bbbbb", ["aaaaaaa\u200b", "bbbb"]),
    "at a soft hyphen": ("aaaaaaa\u00adbbbb", ["aaaaaaa\u00ad", "bbbb"]),
    "between Chinese characters": ("aaaaaa 日本語文字列", ["aaaaaa 日本語", "文字列"]),
    "no Chinese full stop begins a line": (
        "日本語日本語日本語日。",
        ["日本語日本語日本語", "日。"],
    ),
    "no Chinese bracket ends a line": (
        "日本語日本語日本語「日」",
        ["日本語日本語日本語", "「日」"],
    ),
    "an emoji is like a Chinese character": ("aaaaaaaaa🚀🚀", ["aaaaaaaaa🚀", "🚀"]),
    "joined emoji are one": ("aaaaaaaaa👩‍🔬👍🏽", ["aaaaaaaaa👩‍🔬", "👍🏽"]),
    "a flag is one": ("aaaaaaaaa🇩🇪🇫🇷", ["aaaaaaaaa🇩🇪", "🇫🇷"]),
    "accents take no room": ("e\u0301" * 10 + " b", ["e\u0301" * 10, "b"]),
    "a broken word keeps its accents": ("e\u0301" * 12, ["e\u0301" * 10, "e\u0301" * 2]),
    "nothing": ("", [""]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_lines_break(text: str, expected: list[str]) -> None:
    found = paragraph_lines(bullet(text), style(SIZE), SIZE, TEN_SQUARES, FONTS)
    assert [line.text for line in found] == expected


RUNS: dict[str, tuple[tuple[Run | LineBreak, ...], list[str]]] = {
    "a forced break": ((Run("aa"), LineBreak(), Run("bb")), ["aa", "bb"]),
    "a break at the end makes an empty line": ((Run("aa"), LineBreak()), ["aa", ""]),
    "the end of a run is no place to break": (
        (Run("aaaaaa "), Run("bb", bold=True), Run("ccc")),
        ["aaaaaa", "bbccc"],
    ),
    "a blank may stand in a run of its own": (
        (Run("aaaaaa", bold=True), Run(" "), Run("bbbb")),
        ["aaaaaa", "bbbb"],
    ),
    "a superscript is two thirds wide": (
        (Run("aaaaaaaa "), Run("b"), Run("2", baseline="superscript"), Run("c")),
        ["aaaaaaaa", "b2c"],
    ),
    "three subscripts take two squares": (
        (Run("aaaaaaaa"), Run("222", baseline="subscript")),
        ["aaaaaaaa222"],
    ),
}


@pytest.mark.parametrize(("runs", "expected"), RUNS.values(), ids=RUNS)
def test_runs_make_lines_together(runs: tuple[Run | LineBreak, ...], expected: list[str]) -> None:
    found = paragraph_lines(Paragraph(runs), style(SIZE), SIZE, TEN_SQUARES, FONTS)
    assert [line.text for line in found] == expected


def test_a_line_is_as_wide_as_its_squares_without_the_last_blank() -> None:
    found = paragraph_lines(bullet("aaaa bbbb cccc"), style(SIZE), SIZE, TEN_SQUARES, FONTS)
    assert [line.width for line in found] == pytest.approx([90, 40])


INDENTS = {
    "a margin is lost to every line": (20, 0, "none", ["aa bb", "cc dd"], 80),
    "a hanging mark leaves the first line alike": (20, -20, "square", ["aa bb", "cc dd"], 80),
    "without a mark the first line begins further left": (40, -40, "none", ["aa bb cc", "dd"], 100),
    "the first line may be indented": (0, 40, "none", ["aa bb", "cc dd"], 90),
}


@pytest.mark.parametrize(
    ("margin", "indent", "mark", "expected", "wide"), INDENTS.values(), ids=INDENTS
)
def test_indents(margin: int, indent: int, mark: str, expected: list[str], wide: int) -> None:
    level = TextStyle(
        SIZE,
        "dk1",
        margin=margin * EMU_PER_POINT,
        indent=indent * EMU_PER_POINT,
        mark="square" if mark == "square" else "none",
    )
    found = paragraph_lines(bullet("aa bb cc dd"), level, SIZE, wide * EMU_PER_POINT, FONTS)
    assert [line.text for line in found] == expected


def test_heights_add_lines_spacing_and_the_space_between_paragraphs() -> None:
    level = TextStyle(SIZE, "dk1", line_spacing=150, space_before=7)
    place = text_frame(placeholder("body", 100, 100, level), SIZE, FONTS)
    block = measured_paragraphs([bullet("aaaa bbbbbb"), bullet("cc")], place, FONTS)
    assert block_extent(block, (SIZE,)).height == pytest.approx(3 * SIZE * LINE * 1.5 + 7)


def test_a_level_beyond_the_last_is_set_like_it() -> None:
    place = text_frame(placeholder("body", 100, 100, style(20), style(10)), 10, FONTS)
    block = measured_paragraphs([bullet("aaaa", level=4)], place, FONTS)
    assert block_extent(block, (20, 10)).height == pytest.approx(10 * LINE)
