"""Addresses of web pages and of mail: bare ones in a text, and the targets of links."""

import re
from typing import NamedTuple

_UNSPACED = r"\u2e80-\uffff"
"""Letters of scripts that part no words: in a text, an address ends where they begin."""
_REST = r"(?:[/?#:][^\s<>\"„“”«»‹›‚‘’`{}|\\^\[\]—\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef]*)?"
"""What may follow a host; brackets, quotation marks and an em dash end it."""
_TRAILING = ".,:;!?'*_~…–"
"""Punctuation at the end of an address that belongs to the text (GFM, 6.9)."""
_TIP = re.compile(r"\s+(?:\"([^\"]*)\"|'([^']*)'|[“„]([^“”„]*)[“”]|«([^«»]*)»)\s*\Z")
_PAGE = re.compile(
    r"(?i:https?)://(?:[^\s/?#@]*@)?(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\])"
    r"(?::(?P<port>\d{1,5}))?(?=[/?#]|\Z)"
)
_HIGHEST_PORT = 65_535
_MAILBOXES = re.compile(r"(?i:mailto:)(?:[^\s@,;]+@[^\s@,;]+(?:[,;] ?(?!\Z)|\Z))*")
_FORBIDDEN = re.compile(r"[\s\"<>\\^`{|}]")


class Address(NamedTuple):
    """A bare address: its place in the text, and the URL that it stands for."""

    start: int
    end: int
    url: str


class LinkTarget(NamedTuple):
    """The target of a link."""

    typed: str
    """As the author typed it, without the tip."""
    url: str | None
    """The URL as a relationship holds it; None if it is no page and no mail address."""
    tip: str
    """What PowerPoint shows beside the pointer."""


def may_hold_addresses(raw: str) -> bool:
    """Return whether a text may hold a bare address; a quick test."""
    return "@" in raw or "://" in raw or "www." in raw or "WWW." in raw


def find_addresses(raw: str) -> list[Address]:
    """Return the addresses of a text, in order; punctuation at their ends does not belong to them.

    `https://…`, `http://…`, `www.…`, `mailto:…` and `name@town.example` are addresses.
    """
    found = []
    for match in re.finditer(_bare_address(_excluded(raw)), raw):
        said = _without_trailing(match[0])
        url = web_address(said)
        if url is not None:
            found.append(Address(match.start(), match.start() + len(said), url))
    return found


def _excluded(text: str) -> str:
    """Return the letters that end an address; none if the text has none of them.

    A class with them takes 30 times as long to compile as one without.
    """
    return _UNSPACED if max(text, default="") >= "\u2e80" else ""


def _mail_address(excluded: str) -> str:
    letter = rf"[^\W_{excluded}]"
    return (
        rf"\w[\w.+'-]{{0,63}}@(?![23]x\.)(?:{letter}|-){{1,63}}(?:\.(?:{letter}|-){{1,63}}){{0,8}}"
        r"\.[^\W\d_]{2,24}(?![\w@-])"
    )


def _bare_address(excluded: str) -> str:
    letter, mail = rf"[^\W_{excluded}]", _mail_address(excluded)
    return (
        rf"(?<![^\W{excluded}])(?<![./@:+-])(?<!\w')(?:"
        rf"(?P<page>(?i:https?://)(?=\w)(?:{letter}|[.-]){{1,253}}{_REST})"
        rf"|(?P<www>(?i:www)(?:\.(?:{letter}|-){{1,63}}){{2,8}}{_REST})"
        rf"|(?P<mailto>(?i:mailto:){mail}(?:\?[\w%&=.,+-]*)?)"
        rf"|(?P<mail>{mail}(?!:\w)))"
    )


def _without_trailing(said: str) -> str:
    """Return an address without the punctuation at its end; a pair of parentheses stays."""
    end = len(said)
    closed = said.count(")") - said.count("(")
    while end and (said[end - 1] in _TRAILING or (said[end - 1] == ")" and closed > 0)):
        closed -= said[end - 1] == ")"
        end -= 1
    return said[:end]


def read_target(said: str) -> LinkTarget:
    """Read what stands between the parentheses of a link: `https://… "a tip"`, `<https://…>`."""
    tip = _TIP.search(said)
    place = (said[: tip.start()] if tip else said).strip()
    if place.startswith("<") and place.endswith(">"):
        place = place[1:-1].strip()
    words = next((words for words in tip.groups() if words is not None), "") if tip else ""
    return LinkTarget(place, web_address(place), words)


def web_address(said: str) -> str | None:
    """Return an address of a page or of mail as packages hold it; None if it is none.

    What no address may hold, blanks above all, is written as RFC 3986 has it: `%20`.
    """
    small = said[:8].lower()
    if small.startswith("www."):
        said = f"https://{said}"
    elif "@" in said and re.fullmatch(_mail_address(_excluded(said)), said):
        said = f"mailto:{said}"
    if small.startswith("mailto:"):
        to, _, query = said.partition("?")
        known = bool(query or to[7:]) and _MAILBOXES.fullmatch(to) is not None
    else:
        page = _PAGE.match(said)
        known = said.startswith("mailto:") or (
            page is not None and int(page["port"] or 0) <= _HIGHEST_PORT
        )
    return _FORBIDDEN.sub(_encoded, said) if known else None


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
