"""Where YAML trips people who are not programmers: what happened, and what to type instead.

YAML's own messages speak of tokens and block mappings. Here each line is looked at as its author
meant it. A found trap comes with a repaired line, so that the rest of the file can be read on and
everything wrong is told in one run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.outline.syntax.indentation import IndentationLevels, bad_indentation
from deckgen.outline.syntax.pitfall import (
    BULLET_SIGNS,
    Pitfall,
    excerpt,
    in_yaml_quotes,
    quoted_excerpt,
    reserved_sign_message,
)
from deckgen.outline.syntax.pitfall_cells import refused_cell
from deckgen.outline.syntax.source_lines import (
    BLOCK_HEADER,
    KEY_WITHOUT_BLANK,
    SourceLine,
    bracket_end,
    key_without_colon,
    quote_end,
    split_line,
    structural_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SECOND_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"[ \t]#.*$")
_ANCHOR = re.compile(r"(?<!\S)&([A-Za-z0-9_-]+)(?!\S)")
_INSIDE = re.compile(r",|:\s")
_SIGNS = "*@%[{&!`|>],}"


def find_pitfalls(lines: Sequence[str]) -> Iterator[Pitfall]:
    """Every trap in the file, at most one a line, from top to bottom."""
    anchors = frozenset(name for line in lines for name in _ANCHOR.findall(line))
    levels = IndentationLevels()
    for row in structural_lines(lines):
        found = _blanks(row)
        if found is None and not row.content:
            found = (
                _continued(row, levels) if row.continues is not None else _begun(row, levels, lines)
            )
            if found is None and row.continues is None and not row.runs_on:
                found = _value(row, anchors)
        if found is not None:
            yield found


def _begun(row: SourceLine, levels: IndentationLevels, lines: Sequence[str]) -> Pitfall | None:
    """Find what is wrong with where a row begins, before its value is looked at."""
    found = _missing_colon(row, lines) or _bullet_sign(row) or _missing_blank(row)
    meant = row if found is None else split_line(row.number, found.repaired)
    misplaced = levels.misplaced(meant)
    return found or misplaced


def _continued(row: SourceLine, levels: IndentationLevels) -> Pitfall | None:
    found = _continuation(row)
    if found is not None and row.is_keyed:
        levels.misplaced(split_line(row.number, found.repaired))
    return found


def _blanks(row: SourceLine) -> Pitfall | None:
    """Tabs, and blanks that only look like one, in the indentation or behind a dash."""
    odd = next((at for at, blank in enumerate(row.blanks) if blank != " "), None)
    if odd is None:
        return None
    length = len(row.blanks) - odd
    straight = "".join("  " if blank == "\t" else " " for blank in row.blanks)
    repaired = straight + row.line[len(row.blanks) :]
    if "\t" in row.blanks:
        return Pitfall(
            row.number,
            odd,
            length,
            "tab-indentation",
            "This line is indented with a tab; an outline is indented with blanks only.",
            "Replace the tab by two blanks for each level. Most editors can do that for the whole "
            "file: “Convert indentation to spaces”.",
            repaired,
            guessed=True,
        )
    return Pitfall(
        row.number,
        odd,
        length,
        "odd-blank",
        f"This line is indented with a special blank (U+{ord(row.blanks[odd]):04X}), "
        "which only looks like one.",
        "Delete the blanks at the start of the line and type them anew. They often come along "
        "when text is copied from a web page or from Word.",
        repaired,
    )


def _continuation(row: SourceLine) -> Pitfall | None:
    """Find a line that continues the text above, but looks like a key or has a colon."""
    text = row.line.strip()
    colon = _SECOND_COLON.search(_COMMENT.sub("", text))
    if colon is None:
        return None
    if row.is_keyed:
        return bad_indentation(row, row.continues or 0)
    at = len(row.blanks) + colon.start()
    return Pitfall(
        row.number,
        at,
        1,
        "second-colon",
        "This line continues the text above, and a colon with a blank behind it would begin a new "
        "key in the middle of that text.",
        "Put the whole text in quotation marks, from its first line to its last.",
        row.line[:at] + ";" + row.line[at + 1 :],
    )


def _value(row: SourceLine, anchors: frozenset[str]) -> Pitfall | None:
    if not row.value or row.value.startswith("#"):
        return None
    if row.key is None and not row.dashes:
        return _lonely(row)
    for check in (_sign, _quotes, _colon):
        if found := check(row, anchors):
            return found
    return None


def _missing_colon(row: SourceLine, lines: Sequence[str]) -> Pitfall | None:
    """`slides` alone on a line, `title My talk`."""
    key = key_without_colon(row, lines)
    if key is None:
        return None
    wanted = f"{key}: {row.value[len(key) :].strip()}".rstrip()
    return Pitfall(
        row.number,
        row.start,
        len(key),
        "missing-colon",
        f"Behind the key `{key}` a colon is missing.",
        f"Type it with a colon: `{excerpt(wanted)}`",
        row.line[: row.start] + wanted,
    )


def _bullet_sign(row: SourceLine) -> Pitfall | None:
    """`• Point` for `- Point`, as it looks on a slide."""
    start = row.line[row.start :].rstrip()
    if row.dashes or start[:1] not in BULLET_SIGNS or not start[1:2].isspace():
        return None
    wanted = f"- {start[1:].strip()}"
    return Pitfall(
        row.number,
        row.start,
        1,
        "bullet-sign",
        f"A bullet begins with a dash and a blank, not with “{start[0]}”.",
        f"Type `{excerpt(wanted)}`, below a key such as `bullets:`.",
        row.line[: row.start] + wanted,
        guessed=True,
    )


def _missing_blank(row: SourceLine) -> Pitfall | None:
    """`-Point` for `- Point`, `title:Words` for `title: Words`."""
    start = row.line[row.start :].rstrip()
    if start.startswith("-") and not row.dashes and not start.startswith("---"):
        wanted, column, behind = f"- {start[1:].strip()}", row.start + 1, "dash"
    elif row.key is None and (joined := KEY_WITHOUT_BLANK.match(start)):
        wanted = f"{joined[1]}: {start[joined.end() :].strip()}"
        column, behind = row.start + len(joined[1]) + 1, "colon"
    else:
        return None
    return Pitfall(
        row.number,
        column,
        1,
        "missing-blank",
        f"Behind the {behind} a blank is missing.",
        f"Type it with an ordinary blank: {excerpt(wanted)}",
        row.line[: row.start] + wanted,
    )


def _lonely(row: SourceLine) -> Pitfall | None:
    if row.value[0] in "\"'[{":
        return None
    return Pitfall(
        row.number,
        row.start,
        len(row.value),
        "line-without-key",
        "This line has neither a key nor a dash, and no text above that it could continue.",
        f"Make it a list item (`- {excerpt(row.value)}`), or indent it below the text that it "
        "belongs to.",
        row.line[: row.start] + "# " + row.value,
    )


def _quote_all(row: SourceLine, code: str, message: str, hint: str, at: tuple[int, int]) -> Pitfall:
    repaired = row.line[: row.column] + in_yaml_quotes(row.value)
    return Pitfall(row.number, at[0], at[1], code, message, hint, repaired)


def _sign(row: SourceLine, anchors: frozenset[str]) -> Pitfall | None:
    value = row.value
    first = value[0]
    if first not in _SIGNS and not value.startswith(("? ", "- ")):
        return None
    text = _COMMENT.sub("", value)
    fine = (
        (first in "|>" and BLOCK_HEADER.match(value))
        or (first == "*" and text[1:] in anchors)
        or (first == "&" and _ANCHOR.match(value))
        or (first in "[{" and _closed(value, bracket_end))
    )
    if fine:
        return refused_cell(row, anchors) if first == "[" else None
    if (
        row.key is not None
        and first in "[{"
        and bracket_end(value) is None
        and _INSIDE.search(value)
    ):
        return _unclosed_bracket(row, text)
    message, hint = reserved_sign_message(text)
    if first == "{" and re.fullmatch(r"\{\{[^{}]*\}\}.*", text):
        hint = "A variable is inserted with ${name}. " + hint
    return _quote_all(row, "text-starts-with-sign", message, hint, (row.column, 1))


def _unclosed_bracket(row: SourceLine, text: str) -> Pitfall:
    closing = "]" if text[0] == "[" else "}"
    return Pitfall(
        row.number,
        row.column,
        1,
        "unclosed-bracket",
        f"The bracket {text[0]} opens here, and nothing closes it.",
        f"Close it: {excerpt(text)}{closing}",
        row.line[: row.column] + text + closing,
    )


def _closed(value: str, find_end: Callable[[str], int | None]) -> bool:
    """Whether nothing but a comment, or the colon of a key, stands behind the closing mark."""
    end = find_end(value)
    if end is None:
        return False
    rest = value[end:].strip()
    return not rest or rest.startswith("#") or bool(re.match(r":(\s|$)", rest))


def _quotes(row: SourceLine, _: frozenset[str]) -> Pitfall | None:
    value = row.value
    if value[0] not in "\"'" or _closed(value, quote_end):
        return None
    end = quote_end(value)
    if end is None:
        return _quote_all(
            row,
            "unclosed-quote",
            f"The quotation mark {value[0]} opens here, and nothing closes it.",
            "Close it at the end of the text; or, if it belongs to the text: "
            f"{quoted_excerpt(value)}",
            (row.column, 1),
        )
    at = end + len(value[end:]) - len(value[end:].lstrip())
    return _quote_all(
        row,
        "text-after-quote",
        f"The text goes on behind the closing {value[0]}; a text that begins with a quotation mark "
        "must also end with it.",
        f"Put other quotation marks around the whole: {quoted_excerpt(value)}; or type „…“ or “…”.",
        (row.column + at, len(value) - at),
    )


def _colon(row: SourceLine, _: frozenset[str]) -> Pitfall | None:
    text = _COMMENT.sub("", row.value)
    if row.key is None or text[0] in "[{&*\"'|>":
        return None
    colon = _SECOND_COLON.search(text)
    if colon is None:
        return None
    return _quote_all(
        row,
        "second-colon",
        "A second colon with a blank behind it: the file format takes each for the end of a key.",
        f"Put the text in quotation marks: {row.key}: {quoted_excerpt(text)}",
        (row.column + colon.start(), 1),
    )
