"""Runs become markup that parses to the same runs again."""

import pytest

from deckgen.importing.marked_text import SourceRun as Run
from deckgen.importing.marked_text import marked_text

CASES = {
    "plain": ([Run("Die Stadt")], "Die Stadt"),
    "bold": ([Run("Die "), Run("Stadt ", bold=True), Run("plant")], "Die **Stadt** plant"),
    "within a word": ([Run("half"), Run("bold", bold=True)], "half**bold**"),
    "raised": ([Run("m"), Run("2", raised=True)], "m^2^"),
    "lowered": ([Run("CO"), Run("2", lowered=True)], "CO~2~"),
    "signs that mark nothing": ([Run("2 * 3 = 6")], "2 * 3 = 6"),
    "signs that would mark": ([Run("*alle*")], r"\*alle\*"),
    "one sign of several": ([Run("Part 1: Eva <eva@a.example>")], r"Part 1: Eva <eva\@a.example>"),
    "an address that is no link": ([Run("See www.a.example: all")], r"See www.a.example\: all"),
    "signs beside markup": ([Run("2 * 3 "), Run("x*", bold=True)], r"2 \* 3 **x\***"),
    "a headline of others": ([Run("# Titel")], r"\# Titel"),
    "a link": ([Run("more", link="https://a.example/x")], "[more](https://a.example/x)"),
    "brackets": ([Run("more", link="https://a.example/(x)")], "[more](<https://a.example/(x)>)"),
    "an address": ([Run("https://a.example", link="https://a.example")], "https://a.example"),
    "a slide": ([Run("costs", link="#costs")], "[costs](#costs)"),
    "a line break": ([Run("a\nb")], "a<br>b"),
    "a formula": ([Run("so "), Run("x2", latex="x^2")], "so $x^2$"),
    "a variable": ([Run("${town}")], "$${town}"),
    "money": ([Run("5 $ and 10 $")], "5 $ and 10 $"),
}


@pytest.mark.parametrize("name", CASES)
def test_runs_as_markup(name: str) -> None:
    runs, expected = CASES[name]
    assert marked_text(runs) == expected
