"""Where decks go: names that every system takes, made from a pattern and the words of a town."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from deckgen.file_names import folded

LONGEST = 100
"""Characters that a town may add to a file's name; systems take 255 bytes in all."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{sign}" for port in ("com", "lpt") for sign in "0123456789¹²³"
}
"""Names of devices, which Windows opens instead of files, whatever their ending."""


def fields(pattern: str) -> tuple[str, ...]:
    """Return the names between braces, in order."""
    return tuple(match[1].strip() for match in _FIELD.finditer(pattern))


def output_name(pattern: str, words: Mapping[str, str]) -> str:
    """Return the pattern with the words for its fields, each as a safe part of a file's name.

    Raises KeyError for a field without words.
    """
    name = _FIELD.sub(lambda match: file_name(words[match[1].strip()]), pattern)
    folder, slash, file = name.rpartition("/")
    parts = [_unreserved(part) for part in folder.split("/")] if slash else []
    return "/".join([*parts, _unreserved(file)])


def file_name(text: str) -> str:
    """Return words as a part of a file's name: small letters and digits, joined by hyphens.

    Umlauts and accents are written out, so that a name survives mail, zip files and other systems;
    letters without an ASCII form (Greek, Cyrillic …) stay. Nothing but letters, digits and hyphens
    is left, so no name leads to another folder. “town” where no letter is left.
    """
    small = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign)
    )
    hyphened = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain.lower())).strip("-")
    return hyphened[:LONGEST].rstrip("-") or "town"


def folder_of(pattern: str) -> str:
    """Return the folder that all decks of a pattern lie in or below; empty: the current one."""
    return pattern.partition("{")[0].rpartition("/")[0]


def collisions(names: Iterable[str]) -> frozenset[str]:
    """Return the names that more than one deck would have, on a disk that knows no capitals."""
    seen: set[str] = set()
    twice: set[str] = set()
    kept = list(names)
    for name in kept:
        alike = folded(name)
        (twice if alike in seen else seen).add(alike)
    return frozenset(name for name in kept if folded(name) in twice)


def _unreserved(part: str) -> str:
    """Return one part of a path, changed if Windows keeps it for a device or cuts its end."""
    stem, dot, ending = part.partition(".")
    return f"{stem}_{dot}{ending}" if stem.strip().lower() in _RESERVED else part
