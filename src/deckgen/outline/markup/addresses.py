"""Addresses of web pages and of mail: bare ones in a text, and the targets of links."""

import re
from typing import NamedTuple

_UNSPACED = r"\u2e80-\uffff"
"""Letters of scripts without spaces between words: a bare address ends where they begin."""
_REST = r"(?:[/?#:][^\s<>\"„“”«»‹›‚‘’`{}|\\^\[\]—\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef]*)?"
"""What may follow a host; brackets, quotation marks and an em dash end it."""
_TRAILING = ".,:;!?'*_~…–"
"""Punctuation at the end of an address that belongs to the text (GFM, 6.9)."""
_TIP = r"\s+(?:\"([^\"]*)\"|'([^']*)'|[“„]([^“”„]*)[“”]|«([^«»]*)»)\s*\Z"
_PAGE = (
    r"(?i:https?)://(?:[^\s/?#@]*@)?(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\])"
    r"(?::(?P<port>\d{1,5}))?(?=[/?#]|\Z)"
)
_HIGHEST_PORT = 65_535
_MAILBOXES = r"(?i:mailto:)(?:[^\s@,;]+@[^\s@,;]+(?:[,;] ?(?!\Z)|\Z))*"
_FORBIDDEN = re.compile(r"[\s\"<>\\^`{|}]")


class Address(NamedTuple):
    """A bare address: its place in the text, and the URL that it stands for."""

    start: int
    end: int
    url: str


class LinkTarget(NamedTuple):
    """The target of a link."""

    typed: str
    """The address as the author typed it, without the tip."""
    url: str | None
    """The URL as a relationship holds it; None if it is no page and no mail address."""
    tip: str
    """What PowerPoint shows beside the pointer."""


def may_hold_addresses(raw: str) -> bool:
    """Return whether a text may hold a bare address; a quick test."""
    return "@" in raw or "://" in raw or "www." in raw or "WWW." in raw


def find_addresses(raw: str) -> list[Address]:
    """Return the bare addresses of a text, in order, without the punctuation that follows them.

    They begin with `https://`, `http://`, `www.` or `mailto:`, or look like `name@town.example`.
    """
    addresses = []
    for match in re.finditer(_bare_address(_excluded(raw)), raw):
        typed = _without_trailing(match[0])
        url = web_address(typed)
        if url is not None:
            addresses.append(Address(match.start(), match.start() + len(typed), url))
    return addresses


def _excluded(text: str) -> str:
    """Return the letters that end an address, as a range of a class; empty if the text has none.

    A pattern with them takes 30 times as long to compile.
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


def _without_trailing(typed: str) -> str:
    """Return an address without the punctuation at its end; paired parentheses stay."""
    end = len(typed)
    closed = typed.count(")") - typed.count("(")
    while end and (typed[end - 1] in _TRAILING or (typed[end - 1] == ")" and closed > 0)):
        closed -= typed[end - 1] == ")"
        end -= 1
    return typed[:end]


def read_target(inside: str) -> LinkTarget:
    """Read what the parentheses of a link hold: `https://… "a tip"`, `<https://…>`."""
    tip = re.search(_TIP, inside) if len(inside.split()) > 1 else None
    typed = (inside[: tip.start()] if tip else inside).strip()
    if typed.startswith("<") and typed.endswith(">"):
        typed = typed[1:-1].strip()
    words = next((words for words in tip.groups() if words is not None), "") if tip else ""
    return LinkTarget(typed, web_address(typed), words)


def web_address(typed: str) -> str | None:
    """Return the URL of a page or of mail; None if it is neither.

    Characters that a URL may not hold, such as spaces, are percent-encoded (RFC 3986, 2.1).
    """
    scheme = typed[:8].lower()
    if scheme.startswith("www."):
        typed = f"https://{typed}"
    elif "@" in typed and re.fullmatch(_mail_address(_excluded(typed)), typed):
        typed = f"mailto:{typed}"
    if scheme.startswith("mailto:"):
        to, _, query = typed.partition("?")
        is_address = bool(query or to[7:]) and re.fullmatch(_MAILBOXES, to) is not None
    else:
        page = re.match(_PAGE, typed)
        is_address = typed.startswith("mailto:") or (
            page is not None and int(page["port"] or 0) <= _HIGHEST_PORT
        )
    if not is_address:
        return None
    return _FORBIDDEN.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), typed)
