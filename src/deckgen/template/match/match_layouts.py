"""Which layout of a template serves which role, in any language, and why.

Asked in this order: what the brand.yaml says; the type that the layout itself states
(ECMA-376 Part 1, 19.7.15); what stands on it; what it is called. What a template lacks is composed
on the nearest of its own layouts, never on one of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, get_args

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.match.layout_contents import LayoutContents, layout_contents
from deckgen.template.match.layout_names import TemplateRole, roles_named
from deckgen.template.match.layout_score import placeholder_score
from deckgen.template.match.placeholder_roles import PLACES
from deckgen.template.template import Master, Template, TemplateLayout

SLIDE_ROLES: tuple[LayoutRole, ...] = get_args(LayoutRole)
"""The roles that slides have; each of them needs a layout."""
HAND_ROLES: tuple[TemplateRole, ...] = (
    "comparison",
    "picture",
    "title-only",
    "blank",
)
"""The roles that are shown, but that no slide has yet."""
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
_NEAREST: Mapping[LayoutRole, tuple[TemplateRole, ...]] = {
    "cover": ("section", "bullets"),
    "section": ("cover", "bullets"),
    "bullets": ("cover", "section"),
    "questions": ("bullets",),
    "question": ("bullets",),
    "text": ("bullets",),
    "quote": ("bullets",),
    "closing": ("cover", "section", "bullets"),
    "two-contents": ("bullets",),
    "three-contents": ("two-contents", "bullets"),
    "bleed": ("title-only", "bullets"),
}
"""Whose layout serves a role that has none of its own."""


class LayoutMatch(NamedTuple):
    """The layout for a role."""

    role: TemplateRole
    layout: TemplateLayout
    places: Mapping[PlaceholderRole, Placeholder]
    reason: str
    """Why this one: “PowerPoint marks it so (obj)”."""
    composed: bool
    """Whether the layout is another role's, for want of one."""


class NamedLayout(NamedTuple):
    """A layout that the brand.yaml names for a role."""

    name: str
    span: Span


def role_key(role: TemplateRole) -> str:
    """Return how a brand.yaml calls a role below `layouts:`."""
    return role.replace("-", "_")


def match_layouts(
    template: Template, wanted: Mapping[str, NamedLayout], diagnostics: Diagnostics
) -> tuple[LayoutMatch, ...] | None:
    """Return the layout for every role of a slide, and for those by hand where there is one.

    None, with an error that says what to add, when no layout of the template can hold text.
    """
    master = _main_master(template)
    if master is None:
        diagnostics.error(
            "no-text-placeholder",
            f"No layout of {template.opened.file} has a placeholder for text, so no word of a talk "
            "can stand on it.",
            None,
            "In PowerPoint, open View > Slide Master, choose Insert Layout, and leave Title and "
            "Footers ticked; then Insert Placeholder > Text. Save, and build again.",
        )
        return None
    own = _named(template, master, wanted, diagnostics)
    for role in (*SLIDE_ROLES, *HAND_ROLES):
        if role not in own and (found := _own(role, master, template)):
            own[role] = found
    choices = {role: own[role] for role in own}
    for role in SLIDE_ROLES:
        if role not in choices:
            choices[role] = _composed(role, own, master, template)
    return tuple(choices[role] for role in (*SLIDE_ROLES, *HAND_ROLES) if role in choices)


def _named(
    template: Template, main: Master, wanted: Mapping[str, NamedLayout], diagnostics: Diagnostics
) -> dict[TemplateRole, LayoutMatch]:
    """Return the layouts that the brand.yaml names; report names that the template has not.

    Where several masters have a layout of one name, it is that of the main one.
    """
    masters = (main, *(master for master in template.masters if master is not main))
    layouts = {
        one.layout.name: one for master in reversed(masters) for one in reversed(master.layouts)
    }
    chosen: dict[TemplateRole, LayoutMatch] = {}
    for role in (*SLIDE_ROLES, *HAND_ROLES):
        asked = wanted.get(role)
        if asked is None:
            continue
        found = layouts.get(asked.name)
        if found is None:
            _report_unknown(asked, list(layouts), diagnostics)
            continue
        places = PLACES[role](_signature(found, template))
        if not places:
            diagnostics.error(
                "layout-without-place",
                f"The layout “{asked.name}” has no placeholder that a {role} slide could fill.",
                asked.span,
                "Name another layout, or leave the line out and deckgen chooses one.",
            )
            continue
        chosen[role] = LayoutMatch(role, found, places, "the brand.yaml says so", composed=False)
    return chosen


def _report_unknown(asked: NamedLayout, names: list[str], diagnostics: Diagnostics) -> None:
    from difflib import get_close_matches

    near = get_close_matches(asked.name, names, 1)
    shown = ", ".join(f"“{name}”" for name in names[:20])
    diagnostics.error(
        "unknown-layout",
        f"The template has no layout called “{asked.name}”.",
        asked.span,
        f"Did you mean “{near[0]}”?" if near else f"It has {shown}.",
    )


def _main_master(template: Template) -> Master | None:
    """Return the master whose layouts a deck is made of: the first that can hold bullets.

    A deck on several masters would look like several decks; the first is the one that PowerPoint
    takes for new slides too.
    """
    for needed in ("bullets", "cover"):
        for master in template.masters:
            if _own(needed, master, template):
                return master
    for master in template.masters:
        if any(_signature(one, template).texts for one in master.layouts):
            return master
    return None


def _own(role: TemplateRole, master: Master, template: Template) -> LayoutMatch | None:
    """Return the layout that a master has for a role itself: by its type, its look, its name."""
    best: tuple[float, LayoutMatch] | None = None
    for one in master.layouts:
        seen = _signature(one, template)
        places = PLACES[role](seen)
        if not places and role != "blank":
            continue
        score, reason = _score(role, one, seen)
        if score > 0 and (best is None or score > best[0]):
            best = (score, LayoutMatch(role, one, places, reason, composed=False))
    return best[1] if best else None


def _score(role: TemplateRole, layout: TemplateLayout, seen: LayoutContents) -> tuple[float, str]:
    """Return how well a layout suits a role, 0 for not at all, and what speaks for it."""
    name = roles_named(layout.layout.name)
    own_type = layout.type in _TYPES.get(role, ())
    stands = placeholder_score(role, seen)
    if own_type and stands >= 0:
        return 10 + stands - _TYPES[role].index(
            layout.type
        ), f"PowerPoint marks it so ({layout.type})"
    if stands < 0 or (layout.type in _FIXED and not own_type and not name.get(role)):
        return 0, ""
    if name.get(role) == 2 or (name.get(role) and len(name) == 1):
        return 6 + name[role] + stands, "it is called so"
    if stands > 0 and not name:
        return 3 + stands, "its placeholders are such"
    if stands > 0 and not set(name) - {role, "text", "bullets"}:
        return 2 + stands, "its placeholders are such"
    return 0, ""


_FIXED = {kind for kinds in _TYPES.values() for kind in kinds} | {
    "objTx",
    "vertTx",
    "vertTitleAndTx",
}
"""Types that say what a layout is for; another role takes it only by its name."""


def _composed(
    role: LayoutRole,
    own: Mapping[TemplateRole, LayoutMatch],
    master: Master,
    template: Template,
) -> LayoutMatch:
    """Return the nearest layout for a role that the template has none for."""
    for near in _NEAREST[role]:
        if near in own:
            found = own[near].layout
            places = PLACES[role](_signature(found, template))
            if places:
                reason = f"it has no {role_key(role)} layout; that for {role_key(near)} is nearest"
                return LayoutMatch(role, found, places, reason, composed=True)
    # Whatever can hold a text: reading made sure that there is one.
    layouts = [(one, _signature(one, template)) for one in master.layouts]
    found, seen = max(
        ((one, seen) for one, seen in layouts if seen.texts or seen.title),
        key=lambda pair: (len(pair[1].texts) > 0, pair[1].title is not None),
    )
    places = PLACES[role](seen) or PLACES["bullets"](seen)
    return LayoutMatch(role, found, places, "no other layout holds text", composed=True)


def _signature(layout: TemplateLayout, template: Template) -> LayoutContents:
    return layout_contents(layout.layout, template.opened.width, template.opened.height)
