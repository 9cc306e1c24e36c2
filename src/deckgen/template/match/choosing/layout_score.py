"""How well a layout suits a role: by the type that it states, by its placeholders, by its name.

Scores are comparable for one role only. The highest score wins, a score of 0 never does. The names
and themes of masters tell which are one design (docs/decisions/templates.md).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from deckgen.deck.layout import Placeholder
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.layout_names import is_title_name, roles_named
from deckgen.template.match.choosing.placeholder_roles import LayoutContents
from deckgen.template.template import Master, Template, TemplateLayout, Theme

UNFIT = -1.0
"""The placeholder score that excludes a layout from a role."""

_TYPES: Mapping[TemplateRole, tuple[str, ...]] = {
    "cover": ("title",),
    "section": ("secHead",),
    "bullets": ("obj", "tx", "objOnly"),
    "two-contents": ("twoObj", "twoColTx"),
    "comparison": ("twoTxTwoObj",),
    "picture": ("picTx",),
    "title-only": ("titleOnly",),
    "blank": ("blank",),
}
"""The types that state a role, the best first (ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType)."""
_DECIDED_TYPES = {type_ for types in _TYPES.values() for type_ in types} | {"objTx"}
"""A layout of these types serves another role only if its name says so."""
_VERTICAL = frozenset({"vertTx", "vertTitleAndTx"})
"""Types of layouts whose lines run downwards: no slide stands on them unless it names them."""
_SEVERAL = re.compile("And|Over|four")
"""In types of layouts for several contents: a list there has a part of the page."""
_COLUMNS: Mapping[TemplateRole, int] = {"two-contents": 2, "comparison": 2, "three-contents": 3}
_LEAST_BODY = 0.15
"""Share of the slide's area that the main text of bullets covers at least."""
_MOST_BODIES = 2
"""How many bodies a page with few words has at most."""
_NAMED = 6
"""The least score of a layout whose type or name speaks for it."""
_CALLED_SO = 0.3
"""Added if the whole name speaks for one of several layouts of a type: “Dark Title and Content”."""
_FIRST = 3
"""Added for the layout of the first sample slide as a cover: more than a stated type counts."""
_LOW = 0.3
"""Share of the slide's height from which the middle of a title is low, as on covers."""
_MOST_SHORT = 0.25
"""Share of the slide's area that the text of a cover covers at most."""
_PICTURE = 0.05
"""Taken from the score of a page with few words for a picture's place, which would stay empty."""
SPECIAL_ROLES: frozenset[TemplateRole] = frozenset(
    {"cover", "section", "questions", "quote", "closing"}
)
"""The roles of pages that a design may give a master of their own."""
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_SHARED = 3
"""Layouts from which a type may be one that most layouts of a master share."""


def layout_score(
    role: TemplateRole, name: str, type_: str, contents: LayoutContents
) -> tuple[float, str]:
    """Return the score of a layout for a role, and the reason in words; 0 and "" if it is unfit.

    A stated type scores 10, a name 7 or 8, placeholders 2 or 3, plus the placeholder score.
    """
    placeholders = placeholder_score(role, contents)
    types, named = _TYPES.get(role, ()), dict(roles_named(name))
    if named.get("picture") == 1 and not contents.pictures:
        del named["picture"]  # “Content slide, no image”
    certainty = named.get(role, 0)
    if role == "bullets" and _SEVERAL.search(type_):
        certainty = 0
    if role == "cover" and is_title_name(name):
        certainty = 2 * looks_like_cover(contents)
    is_one_text = contents.title and len(contents.texts) == 1 and not contents.pictures
    if placeholders == UNFIT and certainty == 2 and role == "bullets" and is_one_text:
        placeholders = 0.0  # its list has a box for its sample text alone
    if placeholders == UNFIT or type_ in _VERTICAL:
        return 0, ""
    if type_ in types:
        called = _CALLED_SO if certainty == 2 else 0
        return 10 + placeholders + called - types.index(type_), f"PowerPoint marks it so ({type_})"
    if type_ in _DECIDED_TYPES and not certainty:
        return 0, ""
    if certainty == 2 or (certainty and len(named) == 1):
        return 6 + certainty + placeholders, "it is called so"
    if placeholders > 0 and not set(named) - {role, "text", "bullets"}:
        return (2 if named else 3) + placeholders, "its placeholders are such"
    return 0, ""


def named_master_score(role: TemplateRole, contents: LayoutContents) -> tuple[float, str]:
    """Return the score and the reason of a layout whose master is named for a role."""
    placeholders = placeholder_score(role, contents)
    return (
        (0, "") if placeholders == UNFIT else (_NAMED + 1 + placeholders, "its master is called so")
    )


def sample_score(role: TemplateRole, part_name: str, sampled: Sequence[str]) -> float:
    """Return what sample slides add to the score of a layout for a role.

    The first of them is a cover, whatever type another layout states. More of them stand on the
    layout for lists than on others. `sampled` are the part names of their layouts.
    """
    if role == "cover":
        return _FIRST if part_name in sampled[:1] else 0
    return sampled.count(part_name) / max(len(sampled), 1) if role == "bullets" else 0


def is_stated(score: float) -> bool:
    """Return whether a type or a name speaks for a layout, and not its placeholders alone."""
    return score >= _NAMED


def looks_like_cover(contents: LayoutContents) -> bool:
    """Return whether a layout has a low title with a short text, or a title with a line of text."""
    title, main = contents.title, contents.main_text
    if title is None or main is None or len(contents.bodies) > _MOST_BODIES:
        return False
    is_low = title.box.y + title.box.cy / 2 >= contents.height * _LOW
    return contents.share(main) < (_MOST_SHORT if is_low else _LEAST_BODY)


def placeholder_score(role: TemplateRole, contents: LayoutContents) -> float:
    """Return the score of the placeholders alone: above 0 match, `UNFIT` excludes."""
    if role in {"blank", "title-only"}:
        has_title = contents.title is not None
        is_empty = not contents.bodies and not contents.pictures
        return 0.0 if is_empty and has_title == (role == "title-only") else UNFIT
    if contents.title is None or role == "bleed":
        return UNFIT
    if role == "picture":
        return 0.0 if contents.pictures else UNFIT
    if role in _COLUMNS:
        return _score_columns(contents, _COLUMNS[role])
    if role in {"cover", "section", "quote", "closing"}:
        return _score_few_words(role, contents, contents.title)
    return _score_one_body(role, contents, contents.title)


def _score_one_body(role: TemplateRole, contents: LayoutContents, title: Placeholder) -> float:
    """Score a title with one text that has most of the page."""
    main = contents.main_text
    if main is None or contents.pictures or contents.share(main) < _LEAST_BODY:
        return UNFIT
    half = contents.share(main) / 2
    if any(contents.share(body) > half for body in contents.bodies if body is not main):
        return UNFIT
    # Questions and running text look like bullets: only their names tell them.
    if title.type == "ctrTitle" or role != "bullets":
        return 0.0
    below = title.box.y + title.box.cy / 2 < main.box.y + main.box.cy / 2
    return contents.share(main) - 0.1 * len(contents.bodies[1:]) + (0.1 if below else 0)


def _score_columns(contents: LayoutContents, count: int) -> float:
    """Score bodies of the same width side by side."""
    bodies = sorted(contents.bodies, key=lambda body: body.box.x)
    if len(bodies) != count:
        return UNFIT
    side_by_side = (
        right.box.x >= left.box.x + left.box.cx * 0.9
        and abs(left.box.cx - right.box.cx) <= max(left.box.cx, right.box.cx) / 10
        for left, right in pairwise(bodies)
    )
    return 0.2 if all(side_by_side) else UNFIT


def _score_few_words(role: TemplateRole, contents: LayoutContents, title: Placeholder) -> float:
    """Score a page with few words: cover, section, quotation, closing."""
    main = contents.main_text
    if len(contents.bodies) > _MOST_BODIES:
        return UNFIT
    if contents.pictures:
        return -_PICTURE
    if main is None:
        return 0.0
    if role == "cover":
        return 0.5 if (title.type, main.type) == ("ctrTitle", "subTitle") else 0.0
    if role == "section" and (title.type, main.type) == ("title", "body"):
        quarter = contents.height / 4
        is_tall_or_low = title.box.cy >= quarter or title.box.y >= quarter
        return 0.2 if is_tall_or_low and len(contents.texts) == 1 else 0.0
    return 0.0


def masters_of_design(main: Master, template: Template) -> tuple[Master, ...]:
    """Return the masters that are one design with the main master, which comes first."""
    others = (other for other in template.masters if other is not main)
    return (main, *(other for other in others if is_one_design(main.theme, other)))


def is_one_design(theme: Theme, master: Master) -> bool:
    """Return whether a master has the fonts and the accents of a theme.

    One of both is enough for a master whose name says which pages it is for.
    """
    same_fonts = (theme.heading, theme.body) == (master.theme.heading, master.theme.body)
    same_accents = _accents(theme) == _accents(master.theme)
    if named_roles(master) & SPECIAL_ROLES:
        return same_fonts or same_accents
    return same_fonts and same_accents


def named_roles(master: Master) -> frozenset[TemplateRole]:
    """Return what the name of a master, or one of its words, says that it is for."""
    texts = (master.name, *_WORDS.findall(master.name))
    certain = ({role for role, sure in roles_named(text).items() if sure == 2} for text in texts)
    return frozenset(next(filter(None, certain), ()))


def believed_type(layout: TemplateLayout, master: Master) -> str:
    """Return the type of a layout; “cust” where most layouts of its master state the same type.

    Keynote writes “tx” on all of them.
    """
    count = Counter(other.type for other in master.layouts)[layout.type]
    is_shared = count >= _LEAST_SHARED and count > len(master.layouts) / 2
    return "cust" if is_shared else layout.type


def _accents(theme: Theme) -> set[str]:
    return {theme.colors.get(name, "").upper() for name in _ACCENTS}
