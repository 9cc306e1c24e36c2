"""Text whose direction differs from that of its layout: German on an Arabic template."""

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder, TextStyle
from deckgen.deck.slide import COLUMNS, PlaceholderRole, Slide
from deckgen.deck.text_body import Direction, TextBody
from deckgen.support.word_sets import word_set

_RIGHT_TO_LEFT = word_set("ar arc ckb dv fa he iw ks ku-arab ps sd syr ug ur yi")
"""Languages written from right to left: the part of the tag that decides it."""
_HEADLINE = frozenset({"title", "kicker"})


def runs_right_to_left(lang: str) -> bool:
    """Return whether a language, given as a BCP 47 tag, is written from right to left."""
    parts = lang.lower().split("-")
    return parts[0] in _RIGHT_TO_LEFT or "-".join(parts[:2]) in _RIGHT_TO_LEFT


def has_letters_from_right(text: str) -> bool:
    """Return whether a text has letters of Hebrew, Arabic or their neighbours."""
    return any("\u0590" <= sign <= "\u08ff" for sign in text)


def is_turned(lang: str, layout: Layout) -> bool:
    """Return whether a language is read against the x axis of a layout: from its end."""
    return runs_right_to_left(lang) != layout.mirrored


def with_text_at_its_side(slide: Slide, layout: Layout) -> Slide:
    """Return a fitted slide, whose text begins at the edge of the page where its language does.

    Only text is moved that has nothing beside it, on ground of one colour, and on layouts of ours;
    beside or below graphics, only the headline is.
    """
    if not is_turned(slide.lang, layout) or layout.least_size:
        return slide
    shown = layout.with_kicker() if slide.has("kicker") else layout
    places = {each.role: each.box for each in shown.placeholders}
    areas = places | dict(layout.graphic_boxes)
    boxes = {role: text.box or places.get(role) for role, text in slide.placeholders}
    taken = [*boxes.values(), *(areas.get(role) for role, _ in slide.graphics)]
    taken += [places.get(role) for role in ("day", "footer", "number")]

    def moved(role: PlaceholderRole, text: TextBody) -> TextBody:
        box = boxes[role]
        if box is None or (slide.graphics and role not in _HEADLINE):
            return text
        if any(other and _is_beside(other, box) for other in taken):
            return text
        # In an area from the edge of the page on, it ends as far from that as it begins.
        end = max(area.right if area.x else area.right - box.x for area in areas.values())
        there = box._replace(x=max(end - box.cx, box.x))
        is_moved = there != box and layout.color_behind(there) == layout.color_behind(box)
        return text._replace(box=there) if is_moved else text

    return slide.with_texts({role: moved(role, text) for role, text in slide.placeholders})


def _is_beside(other: Box, box: Box) -> bool:
    return other.x >= box.right and other.y < box.bottom and box.y < other.bottom


def with_text_direction(slide: Slide, layout: Layout) -> Slide:
    """Return the slide with the direction on paragraphs whose layout has the other one.

    Its columns begin where its language does.
    """
    rtl = runs_right_to_left(slide.lang)
    if is_turned(slide.lang, layout):
        slide = _with_columns_turned(slide, layout)
    places = {
        each.role: each
        for each in layout.placeholders
        if any(style.rtl != rtl for style in each.level_styles)
    }
    if not places:
        return slide
    return slide.with_texts(
        {
            role: _redirected(content, places[role], rtl=rtl) if role in places else content
            for role, content in slide.placeholders
        }
    )


def _with_columns_turned(slide: Slide, layout: Layout) -> Slide:
    """Return the slide with its first column in the last place along x."""
    if slide.role not in {"two-contents", "three-contents"}:
        return slide
    boxes = {each.role: each.box for each in layout.placeholders}
    roles = [role for role in COLUMNS if role in boxes]
    there = dict(zip(roles, sorted(roles, key=lambda role: -boxes[role].x), strict=True))
    return slide._replace(
        placeholders=tuple((there.get(role, role), text) for role, text in slide.placeholders),
        graphics=tuple((there.get(role, role), graphic) for role, graphic in slide.graphics),
    )


def _redirected(content: TextBody, place: Placeholder, *, rtl: bool) -> TextBody:
    styles = place.level_styles
    return content.with_each(
        lambda each: each._replace(
            direction=_direction(styles[min(each.level, len(styles) - 1)], rtl=rtl)
        )
    )


def _direction(style: TextStyle, *, rtl: bool) -> Direction:
    """Return what a paragraph of a style says of its direction; centred text stays centred."""
    if style.rtl == rtl:
        return "layout"
    if style.align == "ctr":
        return "centred-rtl" if rtl else "centred-ltr"
    return "rtl" if rtl else "ltr"
