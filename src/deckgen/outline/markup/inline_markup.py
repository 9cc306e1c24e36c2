"""Markup → runs: **bold**, *italic*, `code`, ~~strike~~, ^sup^, ~sub~, links, $formulas$, <br>.

All else stays text: `2 * 3`, `snake_case`, `Bürger*innen`, `ca. ~5`. No letter of any input is
lost, and the time is linear in its length. docs/markup.md is the manual.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run, SlideLink, WebLink, with_link
from deckgen.outline.markup.addresses import (
    Address,
    LinkTarget,
    find_addresses,
    may_hold_addresses,
    read_target,
)
from deckgen.outline.markup.emphasis import Piece, apply_emphasis, read_delimiter, unpaired_bold
from deckgen.outline.syntax.nodes import span_within

if TYPE_CHECKING:
    from deckgen.outline.schema.fields import Text
    from deckgen.support.diagnostics import Diagnostics, Span

_SIGN = re.compile(r"[*_`~^$\[<\\\x00-\x1f]")
"""What may begin or end markup."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE_FENCE = re.compile(r"`+")
_IN_ANGLES = r"<([^\s<>]{1,2000})>"
_LINE_BREAK = r"(?i:<br\s{0,9}/?>)"
_SUPERSCRIPT = r"\^([^\s^~]{1,200})\^"
_SUBSCRIPT = r"~([^\s^~]{1,200})~(?!~)"
_TARGET = r"\(((?:[^()\n]|\([^()\n]*\)){0,2000})\)"
_FILE = r"(?:\.{0,2}[/\\]|file:|[A-Za-z]:[/\\]).*|.*\.\w{2,5}"
_PICTURE = r"(?i:.*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?))(?:\?.*)?"
_OTHER = re.compile(
    r"[<&\[{=|!]|:[a-z][a-z0-9_+-]+:|\\[A-Za-z(]|^[#>]|^[-_*=]{3}|^(?:`{3}|~{3})", re.MULTILINE
)
"""The beginnings of what may be markup of another system."""


def parse_markup(text: "Text", raw: str, diagnostics: "Diagnostics") -> tuple[Inline, ...]:
    """Parse one paragraph; `raw` is its text without the line feeds at its end.

    Markup of other systems stays text, with a warning.
    """
    parser = _Markup(text, raw, diagnostics)
    runs = _merged(parser.parse(0, len(raw), links=True))
    others = any(not parser.is_taken(match.start()) for match in _OTHER.finditer(raw))
    if others or parser.unpaired or "```" in raw or r"\(" in raw:
        from deckgen.outline.markup.other_markup import warn_of_other_markup

        warn_of_other_markup(text, raw, parser.is_taken, parser.unpaired, diagnostics)
    return runs


class _Markup:
    """One pass over one text."""

    def __init__(self, text: "Text", raw: str, diagnostics: "Diagnostics") -> None:
        self._text = text
        self._raw = raw
        self._diagnostics = diagnostics
        self._fences: dict[int, list[int]] = {}
        for fence in _CODE_FENCE.finditer(raw):
            self._fences.setdefault(len(fence[0]), []).append(fence.start())
        self._brackets = _matching_brackets(raw)
        self._addresses = find_addresses(raw) if may_hold_addresses(raw) else []
        self._next_address = 0
        self._taken: list[tuple[int, int]] = []
        """Start and end of what was read as markup, in order."""
        self.unpaired: list[int] = []
        """Indexes of `**` that look as if they opened bold text, but have no partner."""

    def parse(self, start: int, end: int, *, links: bool) -> list[Inline]:
        """Parse `raw[start:end]`; the words of a link hold no further link."""
        pieces: list[Piece] = []
        at, sign = start, -1
        while at < end:
            if sign < at:
                match = _SIGN.search(self._raw, at, end)
                sign = match.start() if match else end
            address = self._address(at, sign, end) if links and self._addresses else None
            stop = address.start if address else sign
            if stop > at:
                pieces.append(Run(self._raw[at:stop]))
            at = stop
            if address is not None:
                words = self._raw[at : address.end]
                pieces.append(Run(words, link=WebLink(address.url)))
                at = self._take(at, address.end)
            elif at < end:
                at = self._special(at, end, pieces, links=links)
        runs = apply_emphasis(pieces)
        self.unpaired += unpaired_bold(pieces)
        return runs

    def is_taken(self, at: int) -> bool:
        """Return whether the character there was read as markup, or as part of an address."""
        index = bisect_right(self._taken, (at, len(self._raw))) - 1
        return index >= 0 and at < self._taken[index][1]

    def _take(self, start: int, end: int) -> int:
        self._taken.append((start, end))
        return end

    def _address(self, at: int, stop: int, end: int) -> Address | None:
        """Return the next address from `at` on that begins by `stop` and ends by `end`."""
        while self._next_address < len(self._addresses):
            address = self._addresses[self._next_address]
            if address.start > stop:
                return None
            if address.start >= at and address.end <= end:
                return address
            self._next_address += 1
        return None

    def _special(self, at: int, end: int, pieces: list[Piece], *, links: bool) -> int:
        """Add what begins with the special character at `at`; return the index behind it."""
        sign = self._raw[at]
        if sign == "\n":
            pieces.append(LineBreak())
        elif sign < " ":
            pieces.append(Run(" " if sign == "\t" else ""))
        elif escaped := _ESCAPED.match(self._raw, at, end):
            pieces.append(Run(escaped[1]))
            return self._take(at, escaped.end())
        elif sign in "`$":
            take = self._code if sign == "`" else self._formula
            return take(at, end, pieces)
        elif sign == "<":
            return self._in_angles(at, end, pieces, links=links)
        elif sign == "[" and links:
            return self._link(at, end, pieces)
        elif sign in "*_~^":
            return self._mark(at, end, pieces)
        else:
            pieces.append(Run(sign))
        return at + 1

    def _literal(self, at: int, pieces: list[Piece]) -> int:
        pieces.append(Run(self._raw[at]))
        return at + 1

    def _code(self, at: int, end: int, pieces: list[Piece]) -> int:
        fence = _CODE_FENCE.match(self._raw, at, end)
        width = len(fence[0]) if fence else 1
        fences = self._fences.get(width, [])
        following = bisect_left(fences, at + width)
        if following == len(fences) or fences[following] + width > end:
            pieces.append(Run("`" * width))
            return at + width
        close = fences[following]
        code = self._raw[at + width : close].replace("\n", " ").replace("\t", " ")
        if len(code) > 2 and code[0] == code[-1] == " " and code.strip():
            code = code[1:-1]
        pieces.append(Run(code, code=True))
        return self._take(at, close + width)

    def _formula(self, at: int, end: int, pieces: list[Piece]) -> int:
        from deckgen.outline.markup.formulas import read_formula

        formula = read_formula(self._text, at, end, self._diagnostics)
        if formula is None:
            return self._literal(at, pieces)
        pieces.append(formula[0])
        return self._take(at, formula[1])

    def _in_angles(self, at: int, end: int, pieces: list[Piece], *, links: bool) -> int:
        """Add a line break of HTML, `<br>`, or an address in angle brackets."""
        if match := re.compile(_LINE_BREAK).match(self._raw, at, end):
            pieces.append(LineBreak())
            return self._take(at, match.end())
        match = re.compile(_IN_ANGLES).match(self._raw, at, end) if links else None
        link = read_target(match[1]) if match else None
        if match is None or link is None or link.url is None:
            return self._literal(at, pieces)
        pieces.append(Run(match[1].removeprefix("mailto:"), link=WebLink(link.url)))
        return self._take(at, match.end())

    def _link(self, at: int, end: int, pieces: list[Piece]) -> int:
        close = self._brackets.get(at, end)
        match = re.compile(_TARGET).match(self._raw, close + 1, end) if close < end else None
        if match is None:
            return self._literal(at, pieces)
        link = read_target(match[1])
        picture = at > 0 and self._raw[at - 1] == "!" and not self.is_taken(at - 1)
        if (picture and re.fullmatch(_PICTURE, link.typed)) or not _leads_somewhere(link):
            return self._literal(at, pieces)
        self._take(at, at + 1)
        words = self.parse(at + 1, close, links=False) or [Run(link.typed)]
        self._judge_words(words, at, close)
        place = span_within(self._raw, self._text.span, match.start(1), len(match[1]))
        pieces += with_link(words, self._destination(link, place))
        return self._take(close, match.end())

    def _judge_words(self, words: list[Inline], at: int, close: int) -> None:
        """Warn of a link whose words, from `at` to `close`, do not say where it leads."""
        from deckgen.language.descriptive_words import leads_nowhere

        shown = Paragraph(tuple(words)).text
        if leads_nowhere(shown):
            self._diagnostics.warning(
                "link-says-nothing",
                f"“{shown}” does not say where this link leads.",
                span_within(self._raw, self._text.span, at, close + 1 - at),
                "People who hear the slide jump from link to link: name the page that it leads to.",
            )

    def _destination(self, link: LinkTarget, place: "Span") -> WebLink | SlideLink | None:
        if link.url is not None:
            return WebLink(link.url, link.tip)
        if link.typed.startswith("#") and len(link.typed) > 1:
            return SlideLink(link.typed[1:], place, link.tip)
        self._diagnostics.error(
            "bad-link",
            f"A link cannot lead to “{link.typed}”." if link.typed else "This link leads nowhere.",
            place,
            "A link leads to a page (https://…), to a mail address (mailto:…) or to a slide "
            r"(#its-id). If no link is meant, type \[ for the bracket.",
        )
        return None

    def _mark(self, at: int, end: int, pieces: list[Piece]) -> int:
        sign = self._raw[at]
        if sign in "^~":
            pattern = re.compile(_SUPERSCRIPT if sign == "^" else _SUBSCRIPT)
            if raised := pattern.match(self._raw, at, end):
                words = _ESCAPED.sub(r"\1", raised[1])
                pieces.append(Run(words, baseline="superscript" if sign == "^" else "subscript"))
                return self._take(at, raised.end())
        piece, behind = read_delimiter(self._raw, at, end)
        pieces.append(piece)
        return behind


def _leads_somewhere(link: LinkTarget) -> bool:
    """Return whether the words in parentheses are meant as the target of a link.

    One word is; several are if they name a page, a slide or a file: `f[a](b, c)` is text.
    """
    return (
        re.search(r"\s", link.typed) is None
        or link.url is not None
        or bool(re.match(r"#|\w+://", link.typed))
        or re.fullmatch(_FILE, link.typed) is not None
    )


def _matching_brackets(raw: str) -> dict[int, int]:
    """Return for each `[` its `]`, by index; brackets behind a backslash do not count."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for bracket in re.finditer(r"\\.|[\[\]]", raw):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            pairs[opened.pop()] = bracket.start()
    return pairs


def _merged(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the runs, those joined that stand side by side and are set alike."""
    merged: list[Inline] = []
    for look, group in groupby(runs, lambda run: run[1:] if isinstance(run, Run) else None):
        if look is None:
            merged += group
            continue
        texts = [run for run in group if isinstance(run, Run)]
        merged.append(texts[0]._replace(text="".join([run.text for run in texts])))
    return tuple(merged)
