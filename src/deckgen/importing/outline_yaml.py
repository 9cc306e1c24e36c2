"""What an import makes: an outline before it is YAML, as YAML, and a report.

The YAML is as a person would type it: short lines, quotation marks only where needed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from deckgen.support.yaml_text import double_quoted, single_quoted

OUTLINE = "slides.yaml"
_BESIDE_KINDS = frozenset({"id", "title", "notes", "hidden", "chapter", "kicker", "lang", "reveal"})
_STEP = "  "
_SPREAD = frozenset({"layouts"})
"""Keys whose mappings take a line for each key."""
_FLOW_WIDTH = 92
"""Characters up to which a mapping of scalars is written on one line."""


class LiteralBlock(NamedTuple):
    """A text of several lines or paragraphs, for a `|` of YAML."""

    text: str


class Rows(NamedTuple):
    """The rows of a table, a line each."""

    rows: tuple[tuple[str, ...], ...]


class Flow(NamedTuple):
    """Words between brackets, on one line."""

    words: tuple[str, ...]


class Item(NamedTuple):
    """A bullet with its markup, and the bullets below it."""

    text: str
    children: tuple["Item", ...] = ()


Items: TypeAlias = tuple[Item, ...]

Scalar: TypeAlias = str | bool | int
Value: TypeAlias = "Scalar | LiteralBlock | Flow | Rows | Items | Mapping[str, Value] | Mappings"
Mappings: TypeAlias = "tuple[Mapping[str, Value], ...]"
Keys: TypeAlias = dict[str, Value]


class OutlineEntry(NamedTuple):
    """An entry of `slides:`."""

    keys: Mapping[str, Value]
    """The keys in the order in which they are written; the first is the kind or the title."""
    slide: int
    """The slide of the presentation that it comes from, from 1."""
    comments: tuple[str, ...] = ()
    """Lines above the entry."""


class SlideReport(NamedTuple):
    """What became of a slide."""

    number: int
    kind: str
    """Its kind; `include` if it stays as it is."""
    lost: tuple[str, ...] = ()
    """Words that the new deck does not show."""
    lost_pictures: tuple[str, ...] = ()
    """Files with pictures that the new deck does not show."""


class ImportedTalk(NamedTuple):
    """A talk as a folder of files."""

    files: Mapping[str, bytes]
    """The files by their names within the folder; `slides.yaml` is the outline."""
    slides: tuple[SlideReport, ...]
    words: int
    """The words of the presentation."""
    pictures: int = 0


def with_values(keys: Mapping[str, Value]) -> Keys:
    """Return the keys that have a value: no empty text or list, no `False`."""
    return {key: value for key, value in keys.items() if value}


def kind_of(entry: OutlineEntry) -> str:
    """Return the kind of an entry by its keys."""
    return next((key for key in entry.keys if key not in _BESIDE_KINDS), "title")


def outline_yaml(head: Mapping[str, Value], entries: Iterable[OutlineEntry]) -> str:
    """Return an outline, ending in a line feed."""
    lines = [*_pairs(head, ""), "", "slides:"]
    for entry in entries:
        lines += (f"{_STEP}# {line}" for line in entry.comments)
        lines += _listed(_pairs(entry.keys, _STEP * 2), _STEP)
    return "\n".join(lines) + "\n"


def mapping_yaml(keys: Mapping[str, Value]) -> str:
    """Return a file of keys, ending in a line feed."""
    return "\n".join(_pairs(keys, "")) + "\n"


def _listed(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Yield the lines of a mapping as an item of a list, its dash at `indent`."""
    for number, line in enumerate(lines):
        yield line if number else f"{indent}- {line.lstrip()}"


def _pairs(keys: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in keys.items():
        yield from _pair(key, value, indent)


def _pair(key: str, value: Value, indent: str) -> Iterator[str]:
    start = f"{indent}{key}:"
    below = indent + _STEP
    if isinstance(value, LiteralBlock):
        yield from _block(start, value.text, below)
    elif isinstance(value, Flow):
        yield f"{start} {flow_list(value.words)}"
    elif isinstance(value, Rows):
        yield start
        yield from (f"{below}- {flow_list(row)}" for row in value.rows)
    elif isinstance(value, Mapping):
        short = _flow(value) if key not in _SPREAD else ""
        if short and len(start) + len(short) < _FLOW_WIDTH:
            yield f"{start} {short}"
        else:
            yield start
            yield from _pairs(value, below)
    elif isinstance(value, tuple):
        yield start
        for item in value:
            if isinstance(item, Item):
                yield from _bullet(item, below)
            elif len(item) > 1 and (short := _flow(item)) and len(below) + len(short) < _FLOW_WIDTH:
                yield f"{below}- {short}"
            else:
                yield from _listed(_pairs(item, below + _STEP), below)
    else:
        yield f"{start} {_scalar(value)}".rstrip()


def flow_list(words: Iterable[str]) -> str:
    """Return words as a list on one line."""
    return f"[{', '.join(map(_cell, words))}]"


def _block(start: str, text: str, indent: str) -> Iterator[str]:
    """Yield a literal block without blanks at line ends; text that it cannot hold is quoted.

    If the first line begins with a blank, the block states its indentation.
    """
    lines = text.split("\n")
    if any(_needs_escapes(line.replace("\t", " ")) for line in lines):
        yield f"{start} {double_quoted(text)}"
        return
    first = next((line for line in lines if line.strip()), "")
    yield f"{start} |{len(_STEP)}" if first[:1] in {" ", "\t"} else f"{start} |"
    yield from (f"{indent}{line}".rstrip() for line in lines)


def _bullet(item: Item, indent: str) -> Iterator[str]:
    if not item.children:
        yield f"{indent}- {_scalar(item.text)}"
        return
    yield f"{indent}- {_scalar(item.text)}:"
    for child in item.children:
        yield from _bullet(child, indent + _STEP * 2)


def _flow(value: Mapping[str, Value]) -> str:
    """Return a mapping of short scalars on one line; empty for other values."""
    if not all(isinstance(each, str | bool | int) for each in value.values()):
        return ""
    pairs = (
        f"{key}: {_cell(each) if isinstance(each, str) else _plain(each)}"
        for key, each in value.items()
    )
    return "{" + ", ".join(pairs) + "}"


def _plain(value: Value) -> str:
    """Return a number or a truth value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _scalar(value: Value) -> str:
    if not isinstance(value, str):
        return _plain(value)
    if _needs_escapes(value) or not value:
        return double_quoted(value)
    return value if _is_plain(value) else single_quoted(value)


def _cell(text: str) -> str:
    """Return a scalar between the brackets of a list or mapping on one line."""
    if not text or _needs_escapes(text):
        return double_quoted(text)
    is_number = _NUMBER.fullmatch(text) is not None and text[-1] != ":"
    if is_number or (_is_plain(text) and not _FLOW_SIGNS.search(text)):
        return text
    return single_quoted(text)


def _is_plain(text: str) -> bool:
    """Return whether a text is the same text to YAML without quotation marks."""
    return not (
        text != text.strip()
        or text.casefold() in _WORDS
        or _NUMBER.fullmatch(text)
        or _FIRST.match(text)
        or _INSIDE.search(text)
    )


_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "~"})
_NUMBER = re.compile(r"[+-]?\.?[0-9][0-9.:_xa-fA-F-]*")
"""What may be a number, a time or a date."""
_FIRST = re.compile(r"[-?:](\s|$)|[\[\]{},#&*!|>'\"%@`=<]|---|\.\.\.|\$\{")
"""What cannot begin a text without quotation marks."""
_INSIDE = re.compile(r":(\s|$)|\s#|[\n\u2028\u2029]")
_FLOW_SIGNS = re.compile(r"^[?:]|[\[\]{},]|:(?=[^/\s])|:$")


def _needs_escapes(text: str) -> bool:
    return any(sign != "\n" and not sign.isprintable() and sign != "\u00a0" for sign in text)
