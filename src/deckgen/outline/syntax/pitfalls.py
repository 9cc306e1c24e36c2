"""Where YAML trips people who are not programmers: what happened, and what to type instead.

YAML's own messages speak of tokens and block mappings. Here each line is looked at as its author
meant it. A pitfall trap comes with a repaired line, so that the rest of the file can be read on and
everything wrong is told in one run.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from deckgen.outline.syntax.indentation import (
    IndentationLevels,
    bad_indentation,
    beside_its_key,
    tab_width,
)
from deckgen.outline.syntax.pitfall import (
    Pitfall,
    comma_behind,
    excerpt,
    hint_without_key,
    in_yaml_quotes,
    quoted_excerpt,
    refused_cell,
    reserved_sign_message,
)
from deckgen.outline.syntax.source_lines import (
    BLOCK_HEADER,
    BULLET_SIGNS,
    KEY_WITHOUT_BLANK,
    SourceLine,
    bracket_end,
    key_without_colon,
    quote_end,
    split_line,
    structural_lines,
)

_SECOND_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"[ \t]#.*$")
_ANCHOR = re.compile(r"(?<!\S)&([A-Za-z0-9_-]+)(?!\S)")
_INSIDE = re.compile(r",|:\s")
_VERSIONS = re.compile(r"(<{7}|={7}|>{7})( |$)")
"""Marks of git, where two people have changed the same lines."""
_SIGNS = "*@%[{&!`|>],}"


def find_pitfalls(lines: Sequence[str]) -> Iterator[tuple[int, Pitfall]]:
    """Yield each pitfall with its line (from 0), from top to bottom, at most one for a line."""
    anchors = frozenset(name for line in lines for name in _ANCHOR.findall(line))
    levels, tab = IndentationLevels(), " " * tab_width(lines)
    for line in structural_lines(lines, tab):
        pitfall = _blanks(line, tab)
        if pitfall is not None and not line.content:
            misplaced = levels.misplaced(split_line(line.number, pitfall.repaired))
            if misplaced is not None:
                pitfall = pitfall._replace(repaired=misplaced.repaired)
        elif not line.content:
            if line.continues is not None:
                pitfall = _continuation(line, levels)
            else:
                pitfall = _beginning(line, levels, lines)
                if pitfall is None and not line.runs_on:
                    below = "".join(lines[line.number + 1 : line.number + 2])
                    pitfall = _value(line, anchors, split_line(0, below))
        if pitfall is not None:
            yield line.number, pitfall


def _beginning(line: SourceLine, levels: IndentationLevels, lines: Sequence[str]) -> Pitfall | None:
    """Return what is wrong with the start of a line, before its value."""
    astray = beside_its_key(line, lines) or _two_versions(line)
    if astray is not None:
        return astray
    pitfall = _missing_colon(line, lines) or _bullet_sign(line) or _missing_blank(line)
    meant = line if pitfall is None else split_line(line.number, pitfall.repaired)
    misplaced = levels.misplaced(meant)
    return pitfall or misplaced


def _two_versions(line: SourceLine) -> Pitfall | None:
    """`<<<<<<< HEAD`, then one version, `=======`, the other version and `>>>>>>> theirs`."""
    if line.start or not _VERSIONS.match(line.text):
        return None
    message = "Two people have changed the same lines; both versions stand in this file."
    hint = "Keep what is right; delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    return Pitfall(0, 7, "two-versions", message, hint, "# " + line.text, guessed=True)


def _blanks(line: SourceLine, tab: str) -> Pitfall | None:
    """Return the pitfall of a tab or an odd blank in the indentation or after a dash."""
    odd = next((at for at, blank in enumerate(line.blanks) if blank != " "), None)
    if odd is None:
        return None
    length = len(line.blanks) - odd
    straight = "".join(tab if blank == "\t" else " " for blank in line.blanks)
    repaired = straight + line.text[len(line.blanks) :]
    code = "odd-blank"
    message = (
        f"This line is indented with a special blank (U+{ord(line.blanks[odd]):04X}), which only "
        "looks like one."
    )
    hint = (
        "Delete the blanks at the start of the line and type them anew. They often come along "
        "when text is copied from a web page or from Word."
    )
    if "\t" in line.blanks:
        code = "tab-indentation"
        message = "This line is indented with a tab; an outline is indented with blanks only."
        hint = (
            "Replace the tab by two blanks for each level. Most editors can do that for the whole "
            "file: “Convert indentation to spaces”."
        )
    return Pitfall(odd, length, code, message, hint, repaired, guessed="\t" in line.blanks)


def _continuation(line: SourceLine, levels: IndentationLevels) -> Pitfall | None:
    """Return what is wrong with a line that continues the text above: a key, or a colon in it."""
    colon = _SECOND_COLON.search(_COMMENT.sub("", line.text.strip()))
    if colon is None:
        return None
    if sign := _bullet_sign(line):
        return sign
    if line.is_keyed:
        pitfall = bad_indentation(line, line.continues or 0)
        levels.misplaced(split_line(line.number, pitfall.repaired))
        return pitfall
    at = len(line.blanks) + colon.start()
    return Pitfall(
        at,
        1,
        "second-colon",
        "This line continues the text above; a colon with a blank would begin a new key in it.",
        "Move its dash into the column of the dash above."
        if line.text.lstrip().startswith("- ")
        else "Put the whole text in quotation marks, from its first line to its last.",
        line.text[:at] + ";" + line.text[at + 1 :],
    )


def _value(line: SourceLine, anchors: frozenset[str], below: SourceLine) -> Pitfall | None:
    if not line.value or line.value.startswith("#"):
        return None
    if line.key is None and not line.dashes:
        return _without_key(line)
    return _sign(line, anchors) or _quotes(line) or _colon(line, below)


def _missing_colon(line: SourceLine, lines: Sequence[str]) -> Pitfall | None:
    """`slides` alone on a line, `title My talk`."""
    key = key_without_colon(line, lines)
    if key is None:
        return None
    meant = f"{key}: {line.value[len(key) :].strip()}".rstrip()
    return Pitfall(
        line.start,
        len(key),
        "missing-colon",
        f"Behind the key `{key}` a colon is missing.",
        f"Type it with a colon: `{excerpt(meant)}`",
        line.text[: line.start] + meant,
    )


def _bullet_sign(line: SourceLine) -> Pitfall | None:
    """`• Point` for `- Point`, as it looks on a slide."""
    start = line.text[line.start :].rstrip()
    if line.dashes or start[:1] not in BULLET_SIGNS or not start[1:2].isspace():
        return None
    meant = f"- {start[1:].strip()}"
    return Pitfall(
        line.start,
        1,
        "bullet-sign",
        f"A bullet begins with a dash and a blank, not with “{start[0]}”.",
        f"Type `{excerpt(meant)}`, below a key such as `slides:` or `bullets:`.",
        line.text[: line.start] + meant,
        guessed=True,
    )


def _missing_blank(line: SourceLine) -> Pitfall | None:
    """`-Point` for `- Point`, `title:Words` for `title: Words`."""
    start = line.text[line.start :].rstrip(" \t")
    if start.startswith("-") and not line.dashes and not start.startswith("---"):
        meant, column, behind = f"- {start[1:].strip()}", line.start + 1, "dash"
    elif line.key is None and (joined := KEY_WITHOUT_BLANK.match(start)):
        meant = f"{joined[1]}: {start[joined.end() :].strip()}".rstrip()
        column, behind = line.start + len(joined[1]) + 1, "colon"
    else:
        return None
    return Pitfall(
        column,
        1,
        "missing-blank",
        f"Behind the {behind} a blank is missing.",
        f"Type it with an ordinary blank: {excerpt(meant)}",
        line.text[: line.start] + meant,
    )


def _without_key(line: SourceLine) -> Pitfall | None:
    if line.value[0] in "\"'[{":
        return None
    return Pitfall(
        line.start,
        len(line.value),
        "line-without-key",
        "This line has neither a key nor a dash, and no text above that it could continue.",
        hint_without_key(line),
        line.text[: line.start] + "# " + line.value,
    )


def _unquoted(line: SourceLine, code: str, message: str, hint: str, at: tuple[int, int]) -> Pitfall:
    repaired = line.text[: line.column] + in_yaml_quotes(line.value)
    return Pitfall(at[0], at[1], code, message, hint, repaired)


def _sign(line: SourceLine, anchors: frozenset[str]) -> Pitfall | None:
    value = line.value
    first = value[0]
    if first not in _SIGNS and not f"{value} ".startswith(("? ", "- ")):
        return None
    text = _COMMENT.sub("", value)
    is_valid = (
        (first in "|>" and BLOCK_HEADER.match(value))
        or (first == "*" and text[1:] in anchors)
        or (first == "&" and _ANCHOR.match(value))
        or (first in "[{" and _closed(value, bracket_end))
    )
    if is_valid:
        return refused_cell(line, anchors) if first == "[" else None
    if first in "[{" and (comma := comma_behind(line, bracket_end(value), "text-after-bracket")):
        return comma
    if (
        (line.key is not None or line.dashes)
        and first in "[{"
        and bracket_end(value) is None
        and _INSIDE.search(value)
    ):
        return _unclosed_bracket(line, text)
    message, hint = reserved_sign_message(text)
    if first == "{" and re.fullmatch(r"\{\{[^{}]*\}\}.*", text):
        hint = "A variable is inserted with ${name}. " + hint
    return _unquoted(line, "text-starts-with-sign", message, hint, (line.column, 1))


def _unclosed_bracket(line: SourceLine, text: str) -> Pitfall:
    closing = "]" if text[0] == "[" else "}"
    return Pitfall(
        line.column,
        1,
        "unclosed-bracket",
        f"The bracket {text[0]} opens here, and nothing closes it.",
        f"Close it: {excerpt(text)}{closing}",
        line.text[: line.column] + text + closing,
    )


def _closed(value: str, find_end: Callable[[str], int | None]) -> bool:
    """Return whether a value ends with its closing mark, a comment or a colon aside."""
    end = find_end(value)
    if end is None:
        return False
    rest = value[end:].strip()
    return not rest or rest.startswith("#") or bool(re.match(r":(\s|$)", rest))


def _quotes(line: SourceLine) -> Pitfall | None:
    value = line.value
    if value[0] not in "\"'" or _closed(value, quote_end):
        return None
    end = quote_end(value)
    if end is None:
        return _unquoted(
            line,
            "unclosed-quote",
            f"The quotation mark {value[0]} opens here, and nothing closes it.",
            "Close it at the end of the text; or, if it belongs to the text: "
            f"{quoted_excerpt(value)}",
            (line.column, 1),
        )
    if comma := comma_behind(line, end, "text-after-quote"):
        return comma
    at = end + len(value[end:]) - len(value[end:].lstrip())
    if value[0] == value[-1] and value[end].isalpha():
        sign = "apostrophe" if value[0] == "'" else "quotation mark"
        return _unquoted(
            line._replace(value=value[1:-1]),
            "text-after-quote",
            f"The {sign} within the text closes the quotation that begins with the same sign.",
            f"Put other quotation marks around it: {quoted_excerpt(value[1:-1])}",
            (line.column + end - 1, 1),
        )
    return _unquoted(
        line,
        "text-after-quote",
        f"The text goes on behind the closing {value[0]}; a text that begins with a quotation mark "
        "must also end with it.",
        f"Put other quotation marks around the whole: {quoted_excerpt(value)}; or type „…“ or “…”.",
        (line.column + at, len(value) - at),
    )


def _colon(line: SourceLine, below: SourceLine) -> Pitfall | None:
    text = _COMMENT.sub("", line.value)
    if line.key is None or text[0] in "[{&*\"'|>":
        return None
    colon = _SECOND_COLON.search(text)
    if colon is None:
        return None
    message = "A second colon with a blank: the file format takes each for the end of a key."
    hint = f"Put the text in quotation marks: {line.key}: {quoted_excerpt(text)}"
    pitfall = _unquoted(line, "second-colon", message, hint, (line.column + colon.start(), 1))
    if line.dashes or below.dashes or len(below.blanks) <= line.parent or not below.text.strip():
        return pitfall
    hint = f"Type `{line.key}: |`, and the whole text below it, indented."
    return pitfall._replace(hint=hint, repaired=f"{line.text[: line.column]}>")
