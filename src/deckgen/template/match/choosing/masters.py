"""Which masters of a template are one design, and what each of them is for.

docs/decisions/templates.md says why.
"""

import re
from collections import Counter

from deckgen.template.match.choosing.layout_names import roles_named
from deckgen.template.match.roles import TemplateRole
from deckgen.template.template import Master, Template, TemplateLayout, Theme

SPECIAL_ROLES: frozenset[TemplateRole] = frozenset(
    {"cover", "section", "questions", "quote", "closing"}
)
"""The roles of pages that a design may give a master of their own."""
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_SHARED = 3
"""The number of layouts from which a type may be one that most layouts share."""


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
