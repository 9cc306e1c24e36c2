"""What deckgen never gives words in a placeholder, so that somebody did it by hand.

Its own words have the colours of the theme, one size for each level, and no line below. A colour by
numbers, as link and code have it, is no sign.
"""

from collections import Counter
from collections.abc import Iterator

from deckgen.ooxml_rules.shape_queries import attribute
from deckgen.opc.xml_parser import Element, q

_PLAIN_LINES = frozenset({"", "none"})


def looks_by_hand(body: Element) -> tuple[str, ...]:
    """Return how words in the `p:txBody` of a placeholder look by hand, in plain words."""
    return tuple(dict.fromkeys(_looks(body)))


def _looks(body: Element) -> Iterator[str]:
    sizes: dict[str, Counter[str]] = {}
    for paragraph in body.iterchildren(q("a:p")):
        level = attribute(paragraph, "a:pPr", "lvl", "0")
        for run in paragraph.iterchildren(q("a:r")):
            own = run.find(q("a:rPr"))
            if own is None or not (run.findtext(q("a:t")) or "").strip():
                continue
            yield from _run_looks(own)
            if size := own.get("sz"):
                sizes.setdefault(level, Counter())[size] += 1
    usual = {each.most_common(1)[0][0] for each in sizes.values()}
    # A bullet that is indented keeps the size of its old level.
    if any(set(each) - usual for each in sizes.values()):
        yield "another size"


def _run_looks(properties: Element) -> Iterator[str]:
    if properties.get("u", "") not in _PLAIN_LINES:
        yield "a line below"
    if properties.find(q("a:highlight")) is not None:
        yield "a colour behind"
    is_own = properties.find(q("a:hlinkClick")) is None and properties.find(q("a:latin")) is None
    if is_own and properties.find(f"{q('a:solidFill')}/{q('a:srgbClr')}") is not None:
        yield "another colour"
