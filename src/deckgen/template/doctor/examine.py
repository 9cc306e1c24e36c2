"""All that is found in a template, by the rules of this room."""

from collections.abc import Iterable

from deckgen.template.doctor.finding import FINDING_GROUPS, DoctorFinding
from deckgen.template.doctor.missing import missing_findings
from deckgen.template.doctor.names import name_findings
from deckgen.template.doctor.readable import readable_findings
from deckgen.template.inspect.template_facts import template_facts
from deckgen.template.match.choosing.layout_match import LayoutMatch
from deckgen.template.template import Template


def examine_template(
    template: Template, matches: tuple[LayoutMatch, ...]
) -> tuple[DoctorFinding, ...]:
    """Return the findings about a template, by group; of one group, faults come first."""
    facts = template_facts(template, matches)
    findings = (
        *missing_findings(template, facts),
        *readable_findings(facts),
        *name_findings(template, facts),
    )
    return in_order(dict.fromkeys(findings))


def in_order(findings: Iterable[DoctorFinding]) -> tuple[DoctorFinding, ...]:
    """Return findings by group; of one group, faults come first."""
    return tuple(
        sorted(
            findings,
            key=lambda finding: (FINDING_GROUPS.index(finding.group), finding.weight != "fault"),
        )
    )
