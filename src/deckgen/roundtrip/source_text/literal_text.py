"""Words as an author would type them so that they are shown as they are: escaped where needed."""

import re

from deckgen.deck.text_body import UNMARKED
from deckgen.outline.markup.fewest_backslashes import fewest_backslashes
from deckgen.outline.syntax.nodes import Mapping
from deckgen.roundtrip.source_text.shown_words import LINE_BREAK, canonical
from deckgen.roundtrip.source_text.text_reading import shown_signs
from deckgen.support.diagnostics import Span

_SIGN = re.compile(r"\$\$+\{?|\$\{|[\\*_`~^$\[\]<>@&{}=|#:!]")
NO_VARIABLES = Mapping((), Span("", 1, 1))


def literal_text(words: str) -> str:
    """Return words of a line with backslashes only where a sign would be taken for markup."""
    return fewest_backslashes(_pieces(words), lambda written: _reads_as(written, words))


def escaped_text(words: str) -> str:
    """Return words of a line with a backslash before each sign that may be markup."""
    return "".join("\\" + text if is_sign else text for text, is_sign in _pieces(words))


def _pieces(words: str) -> list[tuple[str, bool]]:
    """Return the words in pieces, and whether each is a sign that a backslash makes literal.

    Where a variable might be meant, the dollar sign is doubled (docs/towns.md).
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in _SIGN.finditer(words):
        pieces.append((words[at : match.start()], False))
        sign = match[0]
        is_variable = len(sign) > 1
        pieces.append((sign.replace("$", "$$") if is_variable else sign, not is_variable))
        at = match.end()
    return [*pieces, (words[at:], False)]


def _reads_as(written: str, words: str) -> bool:
    signs = shown_signs(f"x {written} x", "line", NO_VARIABLES)
    shown = "".join(each.sign for each in signs)
    return shown == canonical(f"x {words} x") and all(each.look == UNMARKED for each in signs)


def literal_lines(words: str, *, breaks: str) -> str:
    """Return words with `breaks` for each line break."""
    return breaks.join(literal_text(line) for line in words.split(LINE_BREAK))
