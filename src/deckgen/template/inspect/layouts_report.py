"""The layouts of a template with their placeholders, in words."""

from collections.abc import Iterator, Sequence

from deckgen.deck.layout import EMU_PER_CM, TextStyle
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.support.terminal_text import (
    display_width,
    indented_lines,
    table_lines,
    visible,
    wrapped_lines,
)
from deckgen.template.inspect.template_facts import LayoutFact, PlaceholderFact, TemplateFacts
from deckgen.template.match.choosing.layout_match import SLIDE_ROLES
from deckgen.template.resolve.placeholders import TEXTS

_LEVELS = 5
"""The levels whose sizes are listed."""
_AT_FOOT = {"dt": "date", "ftr": "footer", "sldNum": "number"}
_HOLDS = {
    "pic": "picture",
    "tbl": "table",
    "chart": "chart",
    "dgm": "SmartArt",
    "media": "video, sound",
    "clipArt": "picture",
}


def layouts_report(facts: TemplateFacts, width: int) -> list[str]:
    """Return all layouts with their placeholders as lines of at most `width` columns."""
    lines = ["The layouts, with their placeholders", *indented_lines(_LEGEND, width)]
    for master, layouts in facts.masters:
        if len(facts.masters) > 1:
            lines += ["", *wrapped_lines(f"Master “{visible(master.name)}”", width)]
        for layout in layouts:
            lines += ["", *_layout(layout, width)]
    return lines


_LEGEND = (
    "Type: what PowerPoint itself says that a layout is for (cust: nothing). Box: width × height "
    "in centimetres, and how far from the left and from the top. Sizes: points, for each level of "
    "a list. Fits: how many letters stand in a line × how many lines, in the first size. What is "
    "in brackets is there for you; deckgen leaves it alone."
)


def _layout(fact: LayoutFact, width: int) -> Iterator[str]:
    layout = fact.layout
    properties = [
        f"type {visible(layout.type)}",
        f"background {layout.background or 'of several colours'}",
    ]
    roles = [role for role in fact.roles if role in SLIDE_ROLES]
    if roles:
        properties.append(f"serves {', '.join(roles)}")
    yield from indented_lines(f"“{visible(layout.name)}”: {'; '.join(properties)}", width)
    rows: list[tuple[str, ...]] = [("PLACE", "BOX", "AT", "SIZES", "FITS", "NAME")]
    rows += [_placeholder(each) for each in fact.placeholders]
    if len(rows) > 1:
        yield from _placeholders(rows, width)
    else:
        yield "    no placeholders"


def _placeholders(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """Yield the table of placeholders, without their names on a narrow terminal."""
    natural = sum(
        max(display_width(cell) for cell in column) + 2 for column in zip(*rows, strict=True)
    )
    if natural + 4 > width:
        rows = [row[:-1] for row in rows]
    yield from table_lines(rows, width, indent=4)


def _placeholder(fact: PlaceholderFact) -> tuple[str, ...]:
    placeholder = fact.placeholder
    by_hand = _HOLDS.get(placeholder.type, "title" if placeholder.type in TITLE_TYPES else "text")
    places = _AT_FOOT.get(placeholder.type) or ", ".join(fact.places) or f"({by_hand})"
    holds = ""
    if fact.capacity:
        letters, lines = fact.capacity
        holds = f"{letters} × {lines}" if letters and lines else "too small"
    levels = placeholder.level_styles if placeholder.type in TEXTS else placeholder.level_styles[:1]
    sizes = _sizes(levels) if fact.capacity else ""
    x, y, cx, cy = (f"{side / EMU_PER_CM:.1f}" for side in placeholder.box)
    return places, f"{cx} × {cy}", f"{x}, {y}", sizes, holds, visible(placeholder.name)


def _sizes(levels: Sequence[TextStyle]) -> str:
    """Return the sizes of the levels, without repetitions at the end."""
    sizes = [level.size for level in levels[:_LEVELS]]
    while len(sizes) > 1 and sizes[-1] == sizes[-2]:
        sizes.pop()
    return "/".join(map(str, sizes))
