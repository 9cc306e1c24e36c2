"""What runs and paragraphs of DrawingML set themselves (ECMA-376 Part 1, 21.1.2)."""

import re
from typing import Literal, NamedTuple

from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import attribute
from deckgen.opc.xml_parser import Element

_STRIKES = frozenset({"sngStrike", "dblStrike"})
_LEVELS = frozenset("012345678")
_STARTS = re.compile("[1-9][0-9]{0,4}")
"""The numbers that a list may begin with (20.1.10.67: up to 32767)."""


class RunFormat(NamedTuple):
    """The format of a run that markup can express."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    baseline: Literal["normal", "superscript", "subscript"] = "normal"


def run_format(properties: Element | None) -> RunFormat:
    """Return the format that an `a:rPr` sets; what it inherits does not count."""
    if properties is None:
        return RunFormat()
    shift = properties.get("baseline", "").rstrip("%")
    shifted: Literal["superscript", "subscript"]
    shifted = "subscript" if shift.startswith("-") else "superscript"
    return RunFormat(
        bool(parse_flag(properties.get("b"))),
        bool(parse_flag(properties.get("i"))),
        properties.get("strike") in _STRIKES,
        shifted if shift.strip("-+0.") else "normal",
    )


def paragraph_level(paragraph: Element) -> int:
    """Return the level of an `a:p` in its list, from 0; 0 for one that cannot be."""
    level = attribute(paragraph, "a:pPr", "lvl")
    return int(level) if level in _LEVELS else 0


def first_list_number(paragraph: Element) -> int:
    """Return the number that the list of an `a:p` begins with; 1 for one that cannot be."""
    start = attribute(paragraph, "a:pPr/a:buAutoNum", "startAt")
    return int(start) if _STARTS.fullmatch(start) else 1
