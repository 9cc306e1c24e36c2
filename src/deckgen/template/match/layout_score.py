"""How well what stands on a layout suits a role."""

from __future__ import annotations

from itertools import pairwise

from deckgen.deck.layout import Placeholder
from deckgen.template.match.layout_contents import LayoutContents
from deckgen.template.match.layout_names import TemplateRole

UNFIT = -1.0
_COLUMNS: dict[TemplateRole, int] = {"two-contents": 2, "comparison": 2, "three-contents": 3}


def placeholder_score(role: TemplateRole, seen: LayoutContents) -> float:
    """Return how well a layout's placeholders suit a role.

    Above 0 they speak for it, at 0 they do not speak against it, and `UNFIT` says that they do.
    """
    if role in {"blank", "title-only"}:
        titled = seen.title is not None
        empty = not seen.bodies and not seen.pictures
        return 0.0 if empty and titled == (role == "title-only") else UNFIT
    if seen.title is None or role == "bleed" or (role == "picture" and not seen.pictures):
        return UNFIT
    if role == "picture":
        return 0.0
    if role in _COLUMNS:
        return _columns(seen, _COLUMNS[role])
    if role in {"cover", "section", "quote", "closing"}:
        return _page_of_its_own(role, seen)
    return _one_body(seen, role)


def _one_body(seen: LayoutContents, role: TemplateRole) -> float:
    """Judge a headline with one text below it that has most of the page."""
    main, title = seen.main, seen.title
    if main is None or title is None or seen.pictures:
        return UNFIT
    if seen.share(main) < _LEAST_BODY:
        return UNFIT
    if any(seen.share(one) > seen.share(main) / 2 for one in seen.bodies if one is not main):
        return UNFIT
    if title.type == "ctrTitle":
        return 0.0
    below = title.box.y + title.box.cy / 2 < main.box.y + main.box.cy / 2
    score = seen.share(main) - 0.1 * len(seen.bodies[1:]) + (0.1 if below else 0)
    # Questions and quotations are told by their names alone: they look like bullets.
    return score if role == "bullets" else 0.0


_LEAST_BODY = 0.15


def _columns(seen: LayoutContents, count: int) -> float:
    """Judge texts of one width beside each other."""
    bodies = sorted(seen.bodies, key=lambda one: one.box.x)
    if len(bodies) != count:
        return UNFIT
    beside = (
        second.box.x >= first.box.x + first.box.cx * 0.9 and _alike(first, second)
        for first, second in pairwise(bodies)
    )
    return 0.2 if all(beside) else UNFIT


def _alike(first: Placeholder, second: Placeholder) -> bool:
    return abs(first.box.cx - second.box.cx) <= max(first.box.cx, second.box.cx) / 10


def _page_of_its_own(role: TemplateRole, seen: LayoutContents) -> float:
    """Judge a page with few words: cover, section, quotation, closing."""
    title, main = seen.title, seen.main
    if title is None or seen.pictures or len(seen.bodies) > _FEW:
        return UNFIT
    if role == "cover":
        told = title.type == "ctrTitle" and main is not None and main.type == "subTitle"
        return 0.5 if told else 0.0
    if role == "section":
        tall = title.box.cy >= seen.height / 4 or title.box.y >= seen.height / 4
        plain = main is not None and main.type == "body" and title.type == "title"
        return 0.2 if tall and plain and len(seen.texts) == 1 else 0.0
    return 0.0


_FEW = 2
