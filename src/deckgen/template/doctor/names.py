"""What is there twice, badly named, without its type, or not used."""

import re
from collections import Counter
from collections.abc import Iterator

from deckgen.support.diagnostics import names_in_words
from deckgen.template.doctor.finding import DoctorFinding
from deckgen.template.doctor.safe_changes import sure_layout_types, unused_masters
from deckgen.template.inspect.template_facts import TemplateFacts
from deckgen.template.template import Template

_UNCLEAR = re.compile(
    r"\d+_.*|.*\b(copy|kopie|copie|copia|cópia|kopia)\b.*|layout \d+"
    r"|(custom layout|benutzerdefiniertes layout|disposition personnalisée|diseño personalizado"
    r"|layout personalizzato|layout personalizado|aangepaste indeling|anpassad layout)\b.*",
    re.IGNORECASE,
)
"""Names that PowerPoint gives to copies and to new layouts."""
_RENAME = "View > Slide Master, right-click the layout > Rename Layout."
_MOST_LISTED = 8


def name_findings(template: Template, facts: TemplateFacts) -> Iterator[DoctorFinding]:
    """Yield what is duplicated, badly named, without type, or unused."""
    yield from _duplicate_names(template)
    yield from _duplicate_layouts(template)
    yield from _duplicate_masters(template)
    yield from _unclear_names(template)
    yield from _untyped(template, facts)
    yield from _unused(template, facts)


def _duplicate_names(template: Template) -> Iterator[DoctorFinding]:
    by_name: dict[str, list[str]] = {}
    for each in template.layouts:
        by_name.setdefault(each.name, []).append(each.part_name)
    for name, parts in by_name.items():
        if len(parts) > 1:
            yield DoctorFinding(
                "duplicated",
                "duplicate-name",
                "fault",
                f"{len(parts)} layouts are called “{name}”: nobody can tell them apart, and "
                "`layout:` cannot name them.",
                f"{_RENAME} Say what is different about each, such as “{name}, dark”.",
                parts[0],
                mendable=True,
            )


def _duplicate_layouts(template: Template) -> Iterator[DoctorFinding]:
    for master in template.masters:
        seen: dict[object, str] = {}
        for layout in master.layouts:
            look = (
                tuple(
                    (each.type, each.box, each.level_styles) for each in layout.layout.placeholders
                ),
                layout.drawn,
                layout.paper,
            )
            first = seen.setdefault(look, layout.name)
            if first != layout.name and layout.layout.placeholders:
                yield DoctorFinding(
                    "duplicated",
                    "duplicate-layout",
                    "advice",
                    f"The layouts “{first}” and “{layout.name}” show the same.",
                    "View > Slide Master, right-click the one that no slide needs > Delete Layout.",
                    layout.part_name,
                )


def _duplicate_masters(template: Template) -> Iterator[DoctorFinding]:
    seen: dict[object, str] = {}
    for master in template.masters:
        theme = master.theme
        look = tuple(theme.colors.items()), theme.heading, theme.body
        first = seen.setdefault(look, master.part_name)
        if first == master.part_name:
            continue
        yield DoctorFinding(
            "duplicated",
            "duplicate-master",
            "advice",
            f"The master “{master.name}” has the same colours and fonts as another one.",
            "View > Slide Master, drag its layouts to the first master; then right-click it > "
            "Delete Master.",
            master.part_name,
        )


def _unclear_names(template: Template) -> Iterator[DoctorFinding]:
    for layout in (each.layout for each in template.layouts):
        if _UNCLEAR.fullmatch(layout.name):
            yield DoctorFinding(
                "badly named",
                "unclear-name",
                "advice",
                f"The name “{layout.name}” does not say what the layout is for.",
                f"{_RENAME} Say what stands on it: “Title and Content”, “Quote”.",
                layout.part_name,
            )
        names = Counter(each.name for each in layout.placeholders if each.name)
        if twice := [f"“{name}”" for name, count in names.items() if count > 1]:
            yield DoctorFinding(
                "badly named",
                "duplicate-placeholder-name",
                "advice",
                f"On “{layout.name}”, several placeholders are called {names_in_words(twice)}: "
                "screen readers and the selection pane cannot tell them apart.",
                "View > Slide Master, click the layout, Home > Arrange > Selection Pane: "
                "double-click the name.",
                layout.part_name,
            )


def _untyped(template: Template, facts: TemplateFacts) -> Iterator[DoctorFinding]:
    names = {each.part_name: each.name for each in template.layouts}
    for part, type_ in sure_layout_types(template, facts.matches).items():
        yield DoctorFinding(
            "badly named",
            "missing-type",
            "advice",
            f"The layout “{names[part]}” does not say what it is for (type “{type_}”), so programs "
            "have to guess.",
            "PowerPoint has no command for it; only its own layouts, which come with View > Slide "
            "Master > Insert Slide Master, have one.",
            part,
            mendable=True,
        )


def _unused(template: Template, facts: TemplateFacts) -> Iterator[DoctorFinding]:
    idle = unused_masters(template, facts.matches)
    for master in idle:
        yield DoctorFinding(
            "unused",
            "unused-master",
            "advice",
            f"No slide of a talk stands on a layout of the master “{master.name}”.",
            "If nobody needs it: View > Slide Master, right-click it > Delete Master; or --mend "
            "--drop-unused.",
            master.part_name,
        )
    used = {match.layout.part_name for match in facts.matches}
    names = [
        f"“{layout.name}”"
        for master in template.masters
        if master not in idle
        for layout in master.layouts
        if layout.part_name not in used
    ]
    if names:
        listed = names[:_MOST_LISTED]
        more = f" and {len(names) - len(listed)} more" if len(names) > len(listed) else ""
        yield DoctorFinding(
            "unused",
            "unused-layouts",
            "advice",
            f"No slide of a talk stands on {', '.join(listed)}{more}, unless `layout:` names it.",
            "Layouts that nobody needs are in the way of those who choose one: View > Slide "
            "Master, right-click > Delete Layout.",
        )
