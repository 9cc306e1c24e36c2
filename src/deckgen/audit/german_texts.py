"""The words of each rule in German, by its code, as `german_texts.txt` has them."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from deckgen.audit.finding import RuleText


def _rules(table: str) -> Iterator[tuple[str, RuleText]]:
    """Yield the code and the words of each rule: what it leaves out is as in the rule above it."""
    words = RuleText("", "", "", "")
    for rule in re.split(r"^(?=[a-z])", table, flags=re.MULTILINE)[1:]:
        first, *others = rule.splitlines()
        code, _, name = first.partition(": ")
        own = [name, *map(str.strip, others)]
        words = RuleText(*own, *words[len(own) :])
        yield code, words


GERMAN_TEXTS: Mapping[str, RuleText] = dict(
    _rules(files("deckgen.audit").joinpath("german_texts.txt").read_text(encoding="utf-8"))
)
