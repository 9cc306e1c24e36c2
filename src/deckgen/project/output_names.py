"""Where decks go: names that every system takes, made from a pattern and the words of a town."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from deckgen.files.workspace import with_slashes
from deckgen.support.file_names import comparable_name, folder_from_here

LONGEST = 100
"""Characters that a town may add to a file's name …"""
_LONGEST_TITLE = 60
"""… and a title."""
_MOST_BYTES = 150
"""Bytes in UTF-8 of such a part; systems take 255 bytes in all."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_UNSEEN = {0xAD: None, 0x200D: None}
"""Signs within words that are not seen: the soft hyphen, and what joins letters."""
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{sign}" for port in ("com", "lpt") for sign in "0123456789¹²³"
}
"""Names of devices, which Windows opens instead of files, whatever their ending."""


def pattern_fields(pattern: str) -> tuple[str, ...]:
    """Return the names between braces, in order."""
    return tuple(match[1].strip() for match in _FIELD.finditer(pattern))


def output_name(pattern: str, words: Mapping[str, str]) -> str:
    """Return the pattern with the words for its fields, each as a safe part of a file's name.

    Raises KeyError for a field without words.
    """
    return unreserved(_FIELD.sub(lambda match: safe_name(words[match[1].strip()]), pattern))


def safe_name(text: str, otherwise: str = "town") -> str:
    """Return words as a part of a file's name: small letters and digits, joined by hyphens.

    Umlauts and accents of Latin and Greek letters are written out, so that a name survives mail,
    zip files and other systems; letters of other scripts stay as they are, with their marks, and
    composed. Nothing but letters, marks, digits and hyphens is left, so no name leads to another
    folder. `otherwise` where no letter is left.
    """
    small = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    plain = _without_accents(small.translate(_UNSEEN)).lower()
    hyphened = "".join(
        sign if sign.isalnum() or unicodedata.category(sign)[0] == "M" else "-" for sign in plain
    )
    return _cut(re.sub("-+", "-", hyphened).strip("-"), LONGEST) or otherwise


def title_name(title: str) -> str:
    """Return the title of a talk as a part of a file's name, not cut within a word."""
    name = safe_name(title, "deck")
    if len(name) <= _LONGEST_TITLE:
        return name
    return name[: _LONGEST_TITLE + 1].rpartition("-")[0] or name[:_LONGEST_TITLE]


def outline_prefix(outline: str) -> str:
    """Return what an outline adds to the names of what is made of it, so that no two are the same.

    That is the folders that lead to it from the current one (of an outline elsewhere, its own
    folder), and its own name, unless it is called `slides.yaml`, as most are.
    """
    folder, _, file = with_slashes(outline).rpartition("/")
    stem = file.rpartition(".")[0]
    parts = [folder_from_here(folder), "" if comparable_name(stem) == "slides" else stem]
    name = "-".join(filter(None, parts))
    return f"{safe_name(name, 'talk')}-" if name else ""


def version_suffix(tags: Iterable[str], words: Iterable[tuple[str, str]]) -> str:
    """Return what tags, and variables with their words, add to the name of that version."""
    parts = [*sorted(tags), *(f"{name} {value}" for name, value in sorted(words))]
    name = "-".join(safe_name(part, "x") for part in parts)
    whole = "\n".join(parts)
    if len(whole) > _LONGEST_TITLE:
        name = f"{_cut(name, _LONGEST_TITLE)}-{zlib.crc32(whole.encode()):08x}"
    return name and f"-{name}"


def unreserved(name: str) -> str:
    """Return a path, each part of it changed if Windows keeps it for a device."""
    parts = (part.partition(".") for part in name.split("/"))
    return "/".join(
        f"{stem}{'_' * (stem.strip().lower() in _RESERVED)}{dot}{ending}"
        for stem, dot, ending in parts
    )


def _without_accents(text: str) -> str:
    """Return composed text with Latin and Greek letters as they are without accents."""
    plain: list[str] = []
    for sign in text:
        if sign.isascii():
            plain.append(sign)
            continue
        spread = unicodedata.normalize("NFKD", sign)
        if _is_latin_or_greek(spread[0]):
            plain += (part for part in spread if not unicodedata.combining(part))
        elif not (unicodedata.combining(sign) and plain and _is_latin_or_greek(plain[-1])):
            plain.append(sign)
    return unicodedata.normalize("NFC", "".join(plain))


def _is_latin_or_greek(sign: str) -> bool:
    return sign.isascii() or "\u0370" <= sign <= "\u03ff"


def _cut(name: str, most: int) -> str:
    """Return the beginning of a name that takes at most so many signs, and bytes in UTF-8."""
    kept = name[:most].encode()[:_MOST_BYTES].decode(errors="ignore")
    return kept.rstrip("-")


def pattern_folder(pattern: str) -> str:
    """Return the folder that all decks of a pattern lie in or below; empty: the current one."""
    return pattern.partition("{")[0].rpartition("/")[0]


def collisions(names: Iterable[str]) -> frozenset[str]:
    """Return the names that several decks would have if capitals made no difference."""
    every = list(names)
    counts = Counter(map(comparable_name, every))
    return frozenset(name for name in every if counts[comparable_name(name)] > 1)
