"""Which layout of a template serves which role, and why.

For each role, in this order: the layout that the brand.yaml names; the layout with the highest
`layout_score` on the masters of one design; the layout of the nearest role that has one.
"""

from collections.abc import Mapping, Sequence

from deckgen.brand.brand import report_unknown_layout
from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PAGES, LayoutChoice, LayoutRole, PlaceholderRole
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.layout_match import (
    ALL_ROLES,
    SLIDE_ROLES,
    LayoutMatch,
    TemplateRole,
    role_key,
)
from deckgen.template.match.choosing.layout_names import roles_named
from deckgen.template.match.choosing.layout_score import (
    SPECIAL_ROLES,
    believed_type,
    is_stated,
    layout_score,
    looks_like_cover,
    masters_of_design,
    named_master_score,
    named_roles,
    sample_score,
)
from deckgen.template.match.choosing.placeholder_roles import (
    LayoutContents,
    PlaceholderMap,
    assign_placeholders,
    layout_contents,
)
from deckgen.template.resolve.drawn_shapes import crossed_share
from deckgen.template.template import Master, Template, TemplateLayout

_NEAREST: Mapping[LayoutRole, tuple[TemplateRole, ...]] = {
    "cover": ("section", "bullets"),
    "section": ("cover", "bullets"),
    "bullets": ("questions", "cover", "section"),
    "questions": ("bullets",),
    "question": ("bullets",),
    "text": ("bullets",),
    "quote": ("bullets",),
    "closing": ("cover", "section", "bullets"),
    "two-contents": ("bullets",),
    "three-contents": ("two-contents", "bullets"),
    "bleed": ("title-only", "bullets"),
}
"""The roles whose layout serves a role that has none of its own, the nearest first."""
_TITLE_AND_BODY: tuple[PlaceholderRole, ...] = ("title", "body")
_LISTS = frozenset({"obj", "tx"})
"""The types of layouts for a headline and a list."""
_CROSSED = 0.5
"""Taken from the score of a layout that draws something across the whole place for its list."""
_NARROW = 0.5
"""The share of the slide's width below which a text is narrow for bullets."""


def match_layouts(
    template: Template, named: Mapping[str, LayoutChoice], diagnostics: Diagnostics
) -> tuple[LayoutMatch, ...] | None:
    """Return a layout for every role of a slide, and for roles by hand those that exist.

    `named` are the layouts that the brand.yaml names, by role. None, with an error, if no layout of
    the template can hold text below a headline.
    """
    main = _main_master(template)
    if main is None:
        _report_no_text(template, diagnostics)
        return None
    own = _named_matches(template, main, named, diagnostics)
    design = masters_of_design(main, template)
    for role in ALL_ROLES:
        if role not in own and (match := _match_in_design(role, design, template)):
            own[role] = match
    if wider := _bullets_on_columns(own, template):
        own["bullets"] = wider
    own |= _lists_on_clear_layout(own, template)
    if "bullets" not in own:
        own["bullets"] = _substitute("bullets", own, main, template)
    matches = dict(own)
    for slide_role in SLIDE_ROLES:
        if slide_role not in own:
            matches[slide_role] = _substitute(slide_role, own, main, template)
    if not matches["bullets"].placeholders:
        _report_no_text(template, diagnostics)
        return None
    title = matches["bullets"].placeholders.get("title")
    return tuple(
        match._replace(is_copy=match.has_headline_of(title))
        for role in ALL_ROLES
        if (match := matches.get(role))
    )


def _bullets_on_columns(
    own: Mapping[TemplateRole, LayoutMatch], template: Template
) -> LayoutMatch | None:
    """Return the layout of two columns for bullets, if only a narrow text was found for them.

    Both columns together are then their place. Google Slides leaves such a template: it drops
    layouts on which no slide stands. A text beside its headline is narrow too, if columns have
    their headline above them, and no type says that it is for lists.
    """
    narrow, columns = own.get("bullets"), own.get("two-contents")
    if narrow is None or columns is None or narrow.is_named:
        return None
    is_beside = _is_beside(narrow) and not _is_beside(columns)
    if narrow.is_stated and not (is_beside and narrow.layout.type not in _LISTS):
        return None
    body = narrow.placeholders.get("body")
    if body is None or (body.box.cx >= template.opened.width * _NARROW and not is_beside):
        return None
    placeholders = placeholders_for("bullets", columns.layout, template)
    reason = f"its columns together are wider than the text of “{narrow.layout.name}”"
    return LayoutMatch("bullets", columns.layout, placeholders, reason) if placeholders else None


def _lists_on_clear_layout(
    own: Mapping[TemplateRole, LayoutMatch], template: Template
) -> dict[TemplateRole, LayoutMatch]:
    """Return the layouts for covers and lists, exchanged if only that for covers suits a list.

    Nothing is drawn across a list there. PowerPoint may mark only Office's own layout as a cover.
    """
    lists, cover = own.get("bullets"), own.get("cover")
    if lists is None or cover is None or lists.is_stated or lists.is_named or cover.is_named:
        return {}
    clear = placeholders_for("bullets", cover.layout, template)
    is_crossed = _crossed(lists.placeholders, lists.layout) > _crossed(clear, cover.layout)
    if lists.placeholders["body"].type != "subTitle" or not is_crossed:
        return {}
    leading = placeholders_for("cover", lists.layout, template)
    reason = "it draws something across a list, the layout for lists does not"
    return {
        "bullets": LayoutMatch("bullets", cover.layout, clear, "it is clear for a list"),
        "cover": LayoutMatch("cover", lists.layout, leading, reason),
    }


def _crossed(placeholders: Mapping[PlaceholderRole, Placeholder], layout: TemplateLayout) -> float:
    body = placeholders.get("body")
    return crossed_share(body.inner_box, layout.drawn) if body and body.inner_box.area else 0


def _is_beside(match: LayoutMatch) -> bool:
    """Return whether a text begins at the right of its headline."""
    title, body = (match.placeholders.get(role) for role in _TITLE_AND_BODY)
    return bool(title and body and body.box.x >= title.box.right)


def _report_no_text(template: Template, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "no-text-placeholder",
        f"No layout of {template.opened.file} has a placeholder for text below a headline, so the "
        "words of a talk cannot stand on it.",
        None,
        "In PowerPoint, open View > Slide Master, choose Insert Layout, and leave Title and "
        "Footers ticked; then Insert Placeholder > Text. Save, and build again.",
    )


def _main_master(template: Template) -> Master | None:
    """Return the master for bullets: the first that says that a layout is for them.

    Masters with sample slides come before others, masters whose layouts only look so come next,
    those named for special pages come last. PowerPoint, too, begins with the first master.
    """
    roles: tuple[TemplateRole, ...] = ("bullets", "cover")
    for role in roles:
        able = [master for master in template.masters if _best_match(role, master, template)]
        if able:
            return max(able, key=lambda master: _rank(role, master, template))
    for master in template.masters:
        if any(_contents(layout, template).texts for layout in master.layouts):
            return master
    return None


def _rank(role: TemplateRole, master: Master, template: Template) -> tuple[bool, bool, bool]:
    best = _best_match(role, master, template)
    is_usual = not named_roles(master) & SPECIAL_ROLES
    sampled = template.opened.sampled_layouts
    is_sampled = any(layout.part_name in sampled for layout in master.layouts)
    return is_usual, is_sampled, best is not None and best.is_stated


def _match_in_design(
    role: TemplateRole, design: Sequence[Master], template: Template
) -> LayoutMatch | None:
    """Return the best layout for a role on the masters of one design, of which the first is main.

    Special pages come from a master that is named for them; next from one that has no layout for
    bullets, and so exists for such pages; then from the main master and the others.
    """
    if role in SPECIAL_ROLES:
        named = [master for master in design if role in named_roles(master)]
        for master in named if len(design) > 1 else []:
            if match := _best_match(role, master, template, is_named_so=True):
                return match
        for master in design[1:]:
            match = _best_match(role, master, template)
            if match and match.is_stated and not _best_match("bullets", master, template):
                return match
    for master in design:
        if match := _best_match(role, master, template):
            return match
    return _first_as_cover(design[0], template) if role == "cover" else None


def _first_as_cover(master: Master, template: Template) -> LayoutMatch | None:
    """Return the layout of the first sample slide, or else the first of a master, as the cover.

    It has a title and a short text; that of a slide may have the title alone.
    """
    first = template.opened.sampled_layouts[:1]
    shown = [layout for layout in master.layouts if layout.part_name in first]
    for layout in (*shown, *master.layouts[:1]):
        contents = _contents(layout, template)
        is_title = layout in shown and contents.title is not None and not contents.texts
        if (is_title or looks_like_cover(contents)) and not roles_named(layout.name):
            placeholders = assign_placeholders("cover", contents)
            reason = "it is the first, with a title and a short text"
            return LayoutMatch("cover", layout, placeholders, reason)
    return None


def placeholders_for(
    role: TemplateRole, layout: TemplateLayout, template: Template
) -> PlaceholderMap:
    """Return the placeholder for each content of a role; empty if the layout cannot serve it."""
    return assign_placeholders(role, _contents(layout, template))


def _named_matches(
    template: Template, main: Master, named: Mapping[str, LayoutChoice], diagnostics: Diagnostics
) -> dict[TemplateRole, LayoutMatch]:
    """Return the layouts that the brand.yaml names; report names that no layout has."""
    layouts = layouts_by_name(template, main)
    matches: dict[TemplateRole, LayoutMatch] = {}
    for role in ALL_ROLES:
        if (wish := named.get(role)) is None:
            continue
        if (layout := layouts.get(wish.name)) is None:
            report_unknown_layout(wish, layouts, "The template", diagnostics)
        elif placeholders := placeholders_for(role, layout, template):
            reason = "the brand.yaml says so"
            matches[role] = LayoutMatch(role, layout, placeholders, reason, is_named=True)
        else:
            diagnostics.error(
                "layout-without-place",
                f"The layout “{wish.name}” has no placeholder that a {role} slide could fill.",
                wish.span,
                "Name another layout, or leave the line out and deckgen chooses one.",
            )
    return matches


def layouts_by_name(template: Template, main: Master) -> dict[str, TemplateLayout]:
    """Return all layouts by name; the main master's first; of one name, the first."""
    masters = (main, *(master for master in template.masters if master is not main))
    layouts = [layout for master in masters for layout in master.layouts]
    first = {layout.name: layout for layout in reversed(layouts)}
    return dict(reversed(first.items()))


def _best_match(
    role: TemplateRole, master: Master, template: Template, *, is_named_so: bool = False
) -> LayoutMatch | None:
    """Return the layout of a master with the highest score for a role, the first of equals.

    `is_named_so`: the name of the master speaks of the role.
    """
    best_score, best = 0.0, None
    for layout in master.layouts:
        contents = _contents(layout, template)
        placeholders = assign_placeholders(role, contents)
        if not placeholders and role != "blank":
            continue
        type_ = believed_type(layout, master)
        score, reason = layout_score(role, layout.name, type_, contents)
        if not reason and is_named_so:
            score, reason = named_master_score(role, contents)
        if (stated := is_stated(score)) or (score and role == "bullets"):
            score += sample_score(role, layout.part_name, template.opened.sampled_layouts)
        if role in PAGES:
            score -= _CROSSED * _crossed(placeholders, layout)
        if score > best_score:
            match = LayoutMatch(role, layout, placeholders, reason, is_stated=stated)
            best_score, best = score, match
    return best


def _substitute(
    role: LayoutRole, own: Mapping[TemplateRole, LayoutMatch], master: Master, template: Template
) -> LayoutMatch:
    """Return the layout of the nearest role; without such a layout, the first that holds text."""
    for near in _NEAREST[role]:
        if near in own:
            layout = own[near].layout
            if placeholders := placeholders_for(role, layout, template):
                reason = f"it has no {role_key(role)} layout; that for {role_key(near)} is nearest"
                return LayoutMatch(role, layout, placeholders, reason, is_substitute=True)
    # There is such a layout: the main master has one that can hold text.
    layout, contents = max(
        ((layout, _contents(layout, template)) for layout in master.layouts),
        key=lambda pair: (len(pair[1].texts) > 0, pair[1].title is not None),
    )
    placeholders = assign_placeholders(role, contents) or assign_placeholders("bullets", contents)
    return LayoutMatch(role, layout, placeholders, "no other layout holds text", is_substitute=True)


def _contents(layout: TemplateLayout, template: Template) -> LayoutContents:
    return layout_contents(layout.layout, template.opened.width, template.opened.height)
