"""A finding about a template: what is wrong, and what its designer does in PowerPoint."""

from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.template.match.choosing.layout_match import TemplateRole

FindingGroup: TypeAlias = Literal[
    "damaged",
    "missing",
    "unreadable",
    "too small",
    "in the way",
    "duplicated",
    "badly named",
    "unused",
]
FINDING_GROUPS: tuple[FindingGroup, ...] = get_args(FindingGroup)
"""The groups of findings, in the order in which they are told."""

Weight: TypeAlias = Literal["fault", "advice"]
"""A fault shows on slides or is met by readers; advice makes the work easier."""


class DoctorFinding(NamedTuple):
    """Something that the designer of a template should change."""

    group: FindingGroup
    code: str
    """Stable and kebab-case."""
    weight: Weight
    message: str
    advice: str
    """What to do in PowerPoint, with the path in its menus."""
    part: str = ""
    """The part name of the layout or master; empty for the whole template."""
    mendable: bool = False
    """Whether `mend_template` does it."""
    role: TemplateRole | Literal[""] = ""
    """The role of the slides that it shows on; empty for all on the layout."""
