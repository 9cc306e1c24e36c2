"""Words as an author would type them so that they are shown as they are: escaped where needed."""

import re

from deckgen.deck.text_body import UNMARKED
from deckgen.outline.syntax.nodes import Mapping
from deckgen.roundtrip.source_text.shown_words import LINE_BREAK, canonical
from deckgen.roundtrip.source_text.text_reading import shown_signs
from deckgen.support.diagnostics import Span

_SIGN = re.compile(r"\$\$+\{?|\$\{|[\\*_`~^$\[\]<>@&{}=|#:!]")
NO_VARIABLES = Mapping((), Span("", 1, 1))


def literal_text(words: str) -> str:
    """Return words of a line with backslashes only where a sign would be taken for markup."""
    pieces = _pieces(words)
    groups: dict[str, set[int]] = {}
    for at, (sign, is_sign) in enumerate(pieces):
        if is_sign:
            groups.setdefault(sign, set()).add(at)
    escaped = {at for group in groups.values() for at in group}
    # A closing bracket first: the opening one decides.
    for sign in sorted(groups, key=lambda sign: sign not in "]>"):
        if _reads_as(_joined(pieces, escaped - groups[sign]), words):
            escaped -= groups[sign]
    return _joined(pieces, escaped)


def escaped_text(words: str) -> str:
    """Return words of a line with a backslash before each sign that may be markup."""
    pieces = _pieces(words)
    return _joined(pieces, {at for at, (_, is_sign) in enumerate(pieces) if is_sign})


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


def _joined(pieces: list[tuple[str, bool]], escaped: set[int]) -> str:
    return "".join("\\" + text if at in escaped else text for at, (text, _) in enumerate(pieces))


def _reads_as(written: str, words: str) -> bool:
    signs = shown_signs(f"x {written} x", "line", NO_VARIABLES)
    shown = "".join(each.sign for each in signs)
    return shown == canonical(f"x {words} x") and all(each.look == UNMARKED for each in signs)


def literal_lines(words: str, *, breaks: str) -> str:
    """Return words with `breaks` for each line break."""
    return breaks.join(literal_text(line) for line in words.split(LINE_BREAK))
