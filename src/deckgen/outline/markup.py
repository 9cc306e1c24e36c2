"""Markup → runs: **bold**, *italic*, `code`, ~~strike~~, ^sup^, ~sub~, links, $formulas$.

What is not markup stays text: `2 * 3`, `snake_case`, `Bürger*innen`, `ca. ~5`. No letter is ever
lost, whatever the input; and the time grows with its length only.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from deckgen.deck.model import Formula, Inline, LineBreak, Run, SlideLink, WebLink
from deckgen.outline.inline import SPECIAL
from deckgen.outline.links import linked
from deckgen.outline.nodes import within

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostics
    from deckgen.outline.fields import Text

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE_FENCE = re.compile(r"`+")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_SUPERSCRIPT = re.compile(r"\^([^\s^~]{1,200})\^")
_SUBSCRIPT = re.compile(r"~([^\s^~]{1,200})~(?!~)")
_TARGET = re.compile(r"\(((?:[^\s()]|\([^\s()]*\)){0,2000})\)")
_MARKS = re.compile(r"\*+|_+|~~(?!~)|~+")
_WEB = ("http://", "https://", "mailto:")

Piece: TypeAlias = "Inline | _Mark"


class _Mark:
    """A row of `*`, `_` or `~~` that may begin or end emphasis; what is left over is text."""

    def __init__(self, sign: str, count: int, *, opens: bool, closes: bool) -> None:
        self.sign = sign
        self.count = count
        self.opens = opens
        self.closes = closes


def parse_markup(text: "Text", raw: str, diagnostics: "Diagnostics") -> tuple[Inline, ...]:
    """Parse one paragraph; `raw` is its text without the line feeds at its end."""
    return _merged(_Markup(text, raw, diagnostics).parse(0, len(raw), links=True))


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

    def parse(self, start: int, end: int, *, links: bool) -> list[Inline]:
        """Parse `raw[start:end]`; the words of a link hold no further link."""
        pieces: list[Piece] = []
        at = start
        while at < end:
            special = SPECIAL.search(self._raw, at, end)
            if special is None:
                pieces.append(Run(self._raw[at:end]))
                break
            if special.start() > at:
                pieces.append(Run(self._raw[at : special.start()]))
            at = self._special(special.start(), end, pieces, links=links)
        return _emphasised(pieces)

    def _special(self, at: int, end: int, pieces: list[Piece], *, links: bool) -> int:
        """Take what begins at the special character at `at`; the index behind it."""
        sign = self._raw[at]
        if sign == "\n":
            pieces.append(LineBreak())
        elif sign < " ":
            pieces.append(Run(" " if sign == "\t" else ""))
        elif escaped := _ESCAPED.match(self._raw, at, end):
            pieces.append(Run(escaped[1]))
            return escaped.end()
        elif sign == "`":
            return self._code(at, end, pieces)
        elif sign == "$":
            return self._formula(at, end, pieces)
        elif sign in "[<" and links:
            take = self._link if sign == "[" else self._autolink
            return take(at, end, pieces)
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
        same = self._fences.get(width, [])
        following = bisect_left(same, at + width)
        if following == len(same) or same[following] + width > end:
            pieces.append(Run("`" * width))
            return at + width
        code = self._raw[at + width : same[following]].replace("\n", " ").replace("\t", " ")
        if len(code) > 2 and code[0] == code[-1] == " " and code.strip():
            code = code[1:-1]
        pieces.append(Run(code, code=True))
        return same[following] + width

    def _formula(self, at: int, end: int, pieces: list[Piece]) -> int:
        from deckgen.outline.formulas import read_formula

        found = read_formula(self._text, at, end, self._diagnostics)
        if found is None:
            return self._literal(at, pieces)
        pieces.append(found[0])
        return found[1]

    def _autolink(self, at: int, end: int, pieces: list[Piece]) -> int:
        match = _AUTOLINK.match(self._raw, at, end)
        if match is None:
            return self._literal(at, pieces)
        pieces.append(Run(match[1].removeprefix("mailto:"), link=WebLink(match[1])))
        return match.end()

    def _link(self, at: int, end: int, pieces: list[Piece]) -> int:
        close = self._brackets.get(at, end)
        target = _TARGET.match(self._raw, close + 1, end) if close < end else None
        if target is None:
            return self._literal(at, pieces)
        link = self._destination(target)
        words = self.parse(at + 1, close, links=False) or [Run(target[1])]
        pieces += linked(words, link)
        return target.end()

    def _destination(self, target: re.Match[str]) -> WebLink | SlideLink | None:
        url = target[1]
        place = within(self._raw, self._text.span, target.start(1), len(url))
        if url.startswith("#") and len(url) > 1:
            return SlideLink(url[1:], place)
        if url.lower().startswith(_WEB) and url.lower() not in _WEB:
            return WebLink(url)
        self._diagnostics.error(
            "bad-link",
            f"A link cannot lead to “{url}”." if url else "This link leads nowhere.",
            place,
            "A link leads to a page (https://…), to a mail address (mailto:…) or to a slide "
            r"(#its-id). If no link is meant, type \[ for the bracket.",
        )
        return None

    def _mark(self, at: int, end: int, pieces: list[Piece]) -> int:
        sign = self._raw[at]
        raised = (_SUPERSCRIPT if sign == "^" else _SUBSCRIPT).match(self._raw, at, end)
        if sign in "^~" and raised:
            pieces.append(
                Run(
                    _ESCAPED.sub(r"\1", raised[1]),
                    baseline="superscript" if sign == "^" else "subscript",
                )
            )
            return raised.end()
        row = _MARKS.match(self._raw, at, end)
        if row is None or (sign == "~" and row[0] != "~~"):
            width = len(row[0]) if row else 1
            pieces.append(Run(self._raw[at : at + width]))
            return at + width
        before = self._raw[at - 1] if at else " "
        behind = self._raw[row.end()] if row.end() < len(self._raw) else " "
        left = _leans(before, behind)
        right = _leans(behind, before)
        inside_word = before.isalnum() and behind.isalnum()
        # Bürger*innen, snake_case: one sign inside a word is a letter of that word.
        if inside_word and (sign == "_" or len(row[0]) == 1):
            left = right = False
        count = 1 if sign == "~" else len(row[0])
        pieces.append(_Mark(row[0] if sign == "~" else sign, count, opens=left, closes=right))
        return row.end()


def _leans(outside: str, inside: str) -> bool:
    """Whether a mark between the two stands at the edge of what is `inside`."""
    if inside.isspace():
        return False
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _matching_brackets(raw: str) -> dict[int, int]:
    """For each `[` its `]`; brackets behind a backslash do not count."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for bracket in re.finditer(r"\\.|[\[\]]", raw):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif bracket[0] == "]" and opened:
            found[opened.pop()] = bracket.start()
    return found


def _emphasised(pieces: list[Piece]) -> list[Inline]:
    """Pair the marks from the inside out, and set the runs between them."""
    changes: dict[int, Counter[str]] = {}
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    for index, piece in enumerate(pieces):
        if not isinstance(piece, _Mark):
            continue
        while piece.closes and piece.count and waiting[piece.sign]:
            opener = pieces[opened[-1]]
            if not isinstance(opener, _Mark) or opener.sign != piece.sign:
                waiting[opener.sign if isinstance(opener, _Mark) else ""] -= 1
                opened.pop()
                continue
            width = 2 if min(piece.count, opener.count) > 1 else 1
            style = _style(piece.sign, width)
            changes.setdefault(opened[-1], Counter())[style] += 1
            changes.setdefault(index, Counter())[style] -= 1
            opener.count -= width
            piece.count -= width
            if not opener.count:
                waiting[piece.sign] -= 1
                opened.pop()
        if piece.opens and piece.count:
            opened.append(index)
            waiting[piece.sign] += 1
    return _styled(pieces, changes)


def _style(sign: str, width: int) -> str:
    if sign == "~~":
        return "strike"
    return "bold" if width == 2 else "italic"


def _styled(pieces: list[Piece], changes: dict[int, Counter[str]]) -> list[Inline]:
    depth: Counter[str] = Counter()
    out: list[Inline] = []
    for index, piece in enumerate(pieces):
        if index in changes:
            depth.update(changes[index])
        if isinstance(piece, LineBreak):
            out.append(piece)
            continue
        if isinstance(piece, Formula) and not depth["strike"]:
            out.append(piece._replace(bold=depth["bold"] > 0))
            continue
        run = Run(piece.sign * piece.count) if isinstance(piece, _Mark) else _words(piece)
        if run.text:
            out.append(
                run._replace(
                    bold=run.bold or depth["bold"] > 0,
                    italic=run.italic or depth["italic"] > 0,
                    strike=run.strike or depth["strike"] > 0,
                )
            )
    return out


def _words(piece: Run | Formula) -> Run:
    return piece if isinstance(piece, Run) else piece.run


def _merged(runs: list[Inline]) -> tuple[Inline, ...]:
    """Join neighbours that are set alike; one stretch of text is one run."""
    out: list[Inline] = []
    texts: list[list[str]] = []
    for run in runs:
        last = out[-1] if out else None
        if isinstance(run, Run) and isinstance(last, Run) and run._replace(text="") == last:
            texts[-1].append(run.text)
        elif isinstance(run, Run):
            out.append(run._replace(text=""))
            texts.append([run.text])
        else:
            out.append(run)
            texts.append([])
    return tuple(
        run._replace(text="".join(text)) if isinstance(run, Run) else run
        for run, text in zip(out, texts, strict=True)
    )
