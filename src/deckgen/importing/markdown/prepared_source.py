"""Markdown before it is parsed: front matter apart, signs of talks made into CommonMark.

Fenced divs (`::: notes`), pauses (`. . .`), slots (`::right::`), targets of links (`<a id=…>`) and
the keys of a single slide (Slidev) become comments; `$$` on lines of its own becomes a fence. No
line is added or removed, so that line numbers stay those of the file.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

OPEN, CLOSE, PAUSE, SLOT, KEY, ANCHOR = "open", "close", "pause", "slot", "key", "anchor"
MATH = "deckgen-math"
"""The language of a fence that holds a formula."""
MARK = re.compile(r"<!--deckgen:(\w+) ?((?:(?!--).)*)-->")

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DIV = re.compile(r" {0,3}:{3,}\s*(.*?)\s*:*\s*$")
_SLOT = re.compile(r"::(\w+)::\s*$")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_ANCHOR = re.compile(r"""\s*<a\s+(?:id|name)=["']#?([\w.-]+)["']\s*>\s*</a>\s*$""", re.IGNORECASE)
_PAUSE = re.compile(r"\s*\. ?\. ?\.\s*$")
_KEY = re.compile(r"[A-Za-z][\w-]*:(\s|$)")
_SETTING = re.compile(r"([A-Za-z][\w. -]*?)\s*:(?:\s(.*))?")
_RULE = re.compile(r"---+\s*$")
_DOLLARS = re.compile(r"\s*\$\$\s*$")


class PreparedSource(NamedTuple):
    """A Markdown file, ready to be parsed."""

    text: str
    front_matter: str
    """YAML; empty if there is none."""
    settings: Mapping[str, str]
    """The lines before the first blank one, where there is no front matter; keys in lower case."""


def prepared_source(text: str) -> PreparedSource:
    """Return the source of a talk with its front matter apart."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
    end = _front_matter_end(lines)
    front = "\n".join(lines[1:end]) if end else ""
    settings = {} if end else _settings(lines)
    begins = end + 1 if end else len(settings)
    body = [*[""] * begins, *lines[begins:]]
    return PreparedSource("\n".join(_marked(body)) + "\n", front, settings)


def _settings(lines: list[str]) -> dict[str, str]:
    """Return the settings before the first blank line (MultiMarkdown, md2pptx); else nothing."""
    settings: dict[str, str] = {}
    for line in lines:
        found = _SETTING.fullmatch(line)
        if not line.strip():
            return settings
        if found is None or found[1].lower() in settings:
            break
        settings[found[1].lower()] = found[2].strip()
    return {}


def _front_matter_end(lines: list[str]) -> int:
    """Return the index of the line that ends the front matter; 0 without one."""
    if not lines or not re.fullmatch(r"---\s*", lines[0]):
        return 0
    ends = (at for at, line in enumerate(lines) if at and re.fullmatch(r"(---|\.\.\.)\s*", line))
    return next(ends, 0)


def _marked(lines: list[str]) -> Iterator[str]:
    fence, in_formula = "", False
    keys_until = -1
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence or found:
            if found and not fence:
                fence = found[1]
            elif found and found[1].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            yield line
        elif at <= keys_until:
            yield "" if _RULE.match(line) else _mark(KEY, line)
        elif _DOLLARS.match(line):
            in_formula = not in_formula
            yield f"```{MATH}" if in_formula else "```"
        elif in_formula:
            yield line
        else:
            if _RULE.match(line):
                keys_until = _keys_end(lines, at)
            yield _marked_line(line)


def _keys_end(lines: list[str], rule: int) -> int:
    """Return the index of the rule that ends the keys of a slide below a rule; -1 without keys."""
    at = rule + 1
    while at < len(lines) and (_KEY.match(lines[at]) or lines[at].startswith("  ")):
        at += 1
    return at if at > rule + 1 and at < len(lines) and _RULE.match(lines[at]) else -1


def _marked_line(line: str) -> str:
    if div := _DIV.fullmatch(line):
        return _mark(OPEN, div[1]) if div[1] else _mark(CLOSE, "")
    if _BREAK.fullmatch(line):
        return ""  # what follows would be HTML up to the next blank line
    if slot := _SLOT.fullmatch(line):
        return _mark(SLOT, slot[1])
    if anchor := _ANCHOR.fullmatch(line):
        return _mark(ANCHOR, anchor[1])
    return _mark(PAUSE, "") if _PAUSE.fullmatch(line) else line


def _mark(kind: str, words: str) -> str:
    return f"<!--deckgen:{kind} {words.replace('--', '- -')}-->"
