"""What cannot be read: weak colours, small text, what stands in the way, too little room."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from deckgen.brand.contrast import MIDDLE_LUMINANCE, luminance, shown_ratio
from deckgen.deck.box import Box
from deckgen.deck.slide import PlaceholderRole
from deckgen.support.diagnostics import names_in_words
from deckgen.template.doctor.finding import DoctorFinding
from deckgen.template.inspect.template_facts import LayoutFact, PlaceholderFact, TemplateFacts
from deckgen.template.inspect.text_contrast import TextContrast
from deckgen.template.match.choosing.layout_match import SLIDE_ROLES
from deckgen.template.match.text.readable_sizes import SMALL_ROLES
from deckgen.template.template import DrawnShape

_READABLE, _LEAST = 18, 14
"""Points: read from the last row; below, hardly from the middle."""
_LARGE_PICTURE = 0.4
"""Share of the slide from which a picture is a background."""
_TOUCHED = 0.03
"""Share of a placeholder, or of a drawn shape, from which one stands in the other's way."""
_FEW_LINES, _FEW_LETTERS = 6, 25
_SHORT_TITLE = 40
"""Letters that a title holds at least: seven words."""
_WORDS: Mapping[PlaceholderRole, str] = {
    "title": "the title",
    "body": "the text",
    "second": "the second column",
    "third": "the third column",
    "kicker": "the line above the title",
    "progress": "the progress",
    "subtitle": "the subtitle",
    "by": "who said it",
    "date": "the date",
}


def readable_findings(facts: TemplateFacts) -> Iterator[DoctorFinding]:
    """Yield what cannot be read on the layouts that serve slides."""
    yield from _contrasts(facts)
    slide = facts.width * facts.height
    for _, layouts in facts.masters:
        for fact in layouts:
            if set(fact.roles) & {*SLIDE_ROLES}:
                yield from _sizes(fact)
                yield from _room(fact)
                yield from _in_the_way(fact, slide)


def _contrasts(facts: TemplateFacts) -> Iterator[DoctorFinding]:
    parts = {
        match.layout.name: match.layout.part_name
        for match in reversed(facts.matches)
        if match.role in SLIDE_ROLES
    }
    unknown: dict[str, list[str]] = {}
    for contrast in facts.contrasts:
        if contrast.ratio is None:
            unknown.setdefault(contrast.layout, []).extend(
                _WORDS[place] for place in contrast.places
            )
        elif contrast.fails:
            yield _weak(contrast, contrast.ratio, parts.get(contrast.layout, ""))
    for layout, places in unknown.items():
        yield DoctorFinding(
            "unreadable",
            "unknown-contrast",
            "advice",
            f"On “{layout}”, a picture or several colours lie behind "
            f"{names_in_words(list(dict.fromkeys(places)))}, where no contrast can be calculated.",
            "Look at it on a slide. If in doubt: View > Slide Master, Shape Format > Shape Fill "
            "behind the text, or a quieter picture.",
            parts.get(layout, ""),
        )


def _weak(text: TextContrast, ratio: float, part: str) -> DoctorFinding:
    what = names_in_words([_WORDS[place] for place in text.places])
    has = "has" if len(text.places) == 1 else "have"
    darker = "darker" if luminance(text.background or "FFFFFF") > MIDDLE_LUMINANCE else "lighter"
    return DoctorFinding(
        "unreadable",
        "weak-contrast",
        "fault",
        f"On “{text.layout}”, {what} in {text.color} on {text.background} {has} a contrast of "
        f"{shown_ratio(ratio)}:1; it needs {text.needed:g}:1.",
        "View > Slide Master, click the layout and the placeholder, Home > Font Color: "
        f"a {darker} colour of the theme.",
        part,
    )


def _used(fact: LayoutFact) -> list[PlaceholderFact]:
    return [each for each in fact.placeholders if each.places]


def _sizes(fact: LayoutFact) -> Iterator[DoctorFinding]:
    name, part = fact.layout.name, fact.layout.part_name
    sizes: dict[PlaceholderRole, int] = {}
    for place in _used(fact):
        size, what = place.placeholder.level_styles[0].size, _WORDS[place.places[0]]
        sizes.update(dict.fromkeys(place.places, size))
        if size < (_LEAST if set(place.places) <= SMALL_ROLES else _READABLE):
            yield DoctorFinding(
                "too small",
                "small-text",
                "fault" if size < _LEAST else "advice",
                f"On “{name}”, {what} has {size} points; from {_READABLE} on, it is read from the "
                "last row.",
                "View > Slide Master, click the layout and the placeholder, Home > Font Size: "
                f"{_READABLE} or more.",
                part,
            )
    largest = max(sizes.get("body", 0), sizes.get("second", 0))
    if sizes.get("title", largest) < largest:
        yield DoctorFinding(
            "too small",
            "title-below-text",
            "advice",
            f"On “{name}”, the title ({sizes['title']} points) is smaller than the text below it "
            f"({largest} points).",
            "View > Slide Master, click the title, Home > Font Size: larger than the text.",
            part,
        )


def _room(fact: LayoutFact) -> Iterator[DoctorFinding]:
    name, part = fact.layout.name, fact.layout.part_name
    for place in _used(fact):
        if place.capacity is None:
            continue
        letters, lines = place.capacity
        is_title = place.places == ("title",)
        if "bullets" in fact.roles and "body" in place.places:
            little = lines < _FEW_LINES or letters < _FEW_LETTERS
        else:
            little = is_title and letters * lines < _SHORT_TITLE
        if little:
            yield DoctorFinding(
                "too small",
                "short-title" if is_title else "little-room",
                "advice",
                f"On “{name}”, {_WORDS[place.places[0]]} takes {lines} × {letters} letters at "
                f"its own size of {place.placeholder.level_styles[0].size} points; "
                "more is set smaller.",
                "View > Slide Master, click the layout, enlarge the placeholder.",
                part,
            )


def _in_the_way(fact: LayoutFact, slide: int) -> Iterator[DoctorFinding]:
    name, part = fact.layout.name, fact.layout.part_name
    used = _used(fact)
    for place in used:
        for shape in fact.layout.drawn:
            if _covers_text(shape, place.placeholder.box, slide):
                noun = {"picture": "a picture", "line": "a line"}.get(shape.kind, "a text")
                called = f" (“{shape.name}”)" if shape.name else ""
                yield DoctorFinding(
                    "in the way",
                    "drawn-over",
                    "advice",
                    f"On “{name}”, {noun}{called} stands in the box of {_WORDS[place.places[0]]}.",
                    "View > Slide Master, click the layout, make the placeholder end before it.",
                    part,
                )
    for first, second in combinations(used, 2):
        area = first.placeholder.box.shared_area(second.placeholder.box)
        if area > _TOUCHED * min(first.placeholder.box.area, second.placeholder.box.area):
            yield DoctorFinding(
                "in the way",
                "overlapping-placeholders",
                "fault",
                f"On “{name}”, {_WORDS[first.places[0]]} and {_WORDS[second.places[0]]} overlap.",
                "View > Slide Master, click the layout, move them apart.",
                part,
            )


def _covers_text(shape: DrawnShape, box: Box, slide: int) -> bool:
    """Return whether a shape stands in a box, where text may come; a background does not."""
    x, y, cx, cy = shape.box
    if shape.kind == "fill":
        return False
    if shape.kind == "line":
        # A rule at the edge of a placeholder belongs to it; a frame around it has an area.
        if cx and cy:
            return False
        within = box._replace(
            x=box.x + box.cx // 10, y=box.y + box.cy // 10, cx=box.cx * 8 // 10, cy=box.cy * 8 // 10
        )
        return Box(x, y, max(cx, 1), max(cy, 1)).shared_area(within) > 0
    if cx * cy >= _LARGE_PICTURE * slide:
        return False
    area = shape.box.shared_area(box)
    return area > 0 and area > _TOUCHED * min(box.area, shape.box.area)
