"""What a template lacks: layouts, placeholders at the foot, alternative texts, languages, fonts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from deckgen.support.diagnostics import counted, names_in_words
from deckgen.template.doctor import safe_changes
from deckgen.template.doctor.finding import DoctorFinding
from deckgen.template.inspect.template_facts import TemplateFacts
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.package.kept_parts import part_label
from deckgen.template.template import Template

WANTED_LAYOUTS: Mapping[TemplateRole, tuple[str, str, str]] = {
    "cover": ("the cover", "Title Slide", "a title, and a text for speaker, place and date"),
    "section": ("section pages", "Section Header", "a large title and one line of text"),
    "bullets": ("bullets", "Title and Content", "a title, and below it one text as wide as it"),
    "question": ("questions", "Question", "a short text above the title, and a text for answers"),
    "questions": ("lists of questions", "Agenda", "a title, and a text with numbers for bullets"),
    "text": ("running text", "Title and Text", "a title, and a text without bullets"),
    "quote": ("quotations", "Quote", "a large title, and a small text for who said it"),
    "closing": ("the last page", "Closing", "a title, and a text for name and address"),
    "two-contents": ("two columns", "Two Content", "a title, and two contents of one width"),
    "three-contents": ("three columns", "Three Content", "a title, and three contents"),
    "bleed": ("pictures from edge to edge", "Full Picture", "a picture on the whole slide"),
}
"""For each role: what slides it is for, a name that deckgen knows, what stands on it."""
_NEEDED = frozenset({"cover", "bullets", "section"})
_MOST_NAMED = 4


def missing_findings(template: Template, facts: TemplateFacts) -> Iterator[DoctorFinding]:
    """Yield what is missing."""
    yield from _layouts(facts)
    yield from _footers(safe_changes.footer_gaps(template, facts.matches))
    yield from _alternative_texts(template)
    yield from _languages(template)
    yield from _fonts(facts)


def _layouts(facts: TemplateFacts) -> Iterator[DoctorFinding]:
    for match in facts.matches:
        wanted = WANTED_LAYOUTS.get(match.role)
        words = facts.compositions.get(match.role)
        if wanted is None or not (match.is_substitute or words):
            continue
        what, name, holds = wanted
        if not match.is_substitute:
            yield DoctorFinding(
                "missing",
                "composed-page",
                "advice",
                f"“{match.layout.name}”, the layout for {what}, has another place for their "
                f"text; {words}.",
                f"View > Slide Master > Insert Layout: {holds}.",
                match.layout.part_name,
                role=match.role,
            )
            continue
        yield DoctorFinding(
            "missing",
            "missing-layout",
            "fault" if match.role in _NEEDED else "advice",
            f"There is no layout for {what}; such slides are set on “{match.layout.name}”"
            f"{f'; {words}' if words else ''}.",
            f"View > Slide Master > Insert Layout: {holds}. Then right-click it, Rename Layout: "
            f"“{name}”.",
            match.layout.part_name,
            role=match.role,
        )


def _footers(gaps: Sequence[safe_changes.FooterGap]) -> Iterator[DoctorFinding]:
    for part, group in groupby(gaps, key=lambda gap: gap.layout.part_name):
        own = [*group]
        name = own[0].layout.name
        what = names_in_words([safe_changes.PLACEHOLDERS_AT_FOOT[gap.type] for gap in own])
        advice = f"View > Slide Master, click the layout “{name}”, Slide Master > tick Footers."
        if absent := [
            safe_changes.PLACEHOLDERS_AT_FOOT[gap.type] for gap in own if not gap.in_master
        ]:
            advice = (
                f"View > Slide Master, click the master, Slide Master > Master Layout: tick "
                f"{names_in_words(absent)}. Then click “{name}”, and tick Footers."
            )
        yield DoctorFinding(
            "missing",
            "missing-footer",
            "fault" if any(gap.type == "sldNum" for gap in own) else "advice",
            f"The layout “{name}” has no placeholder for {what}, so slides on it show none.",
            advice,
            part,
            any(gap.is_safe for gap in own),
        )


def _alternative_texts(template: Template) -> Iterator[DoctorFinding]:
    for name in safe_changes.layout_and_master_parts(template):
        part = template.opened.package.parts[name]
        pictures = safe_changes.undescribed_pictures(part.root)
        if not pictures:
            continue
        names = [f"“{picture.name}”" for picture in pictures[:_MOST_NAMED] if picture.name]
        more = " and others" if len(pictures) > _MOST_NAMED else ""
        listed = f": {', '.join(names)}{more}" if names else ""
        yield DoctorFinding(
            "missing",
            "missing-alt",
            "fault",
            f"On {part_label(part)}, {counted(len(pictures), 'picture')} "
            f"{'has' if len(pictures) == 1 else 'have'} no alternative text{listed}.",
            "View > Slide Master, right-click the picture > View Alt Text: say what a logo is; "
            "tick “Mark as decorative” for all else.",
            name,
            mendable=True,
        )


def _languages(template: Template) -> Iterator[DoctorFinding]:
    counts = safe_changes.text_languages(template)
    unmarked, marked = counts.pop("", 0), counts.most_common()
    way = (
        "View > Slide Master, on each master and layout select all (Ctrl+A), then Review > "
        "Language > Set Proofing Language. Or let deckgen do it: --mend --lang de-DE."
    )
    if len({lang.partition("-")[0].lower() for lang, _ in marked}) > 1:
        listed = names_in_words([f"{lang} ({count})" for lang, count in marked])
        yield DoctorFinding(
            "missing",
            "mixed-languages",
            "advice",
            f"The sample texts are marked with several languages: {listed}. Slides that are typed "
            "by hand are read aloud, and their spelling is checked, in these.",
            way,
        )
    if unmarked:
        yield DoctorFinding(
            "missing",
            "missing-language",
            "advice",
            f"{counted(unmarked, 'sample text')} of masters and layouts "
            f"{'has' if unmarked == 1 else 'have'} no language.",
            way,
            mendable=bool(marked),
        )


def _fonts(facts: TemplateFacts) -> Iterator[DoctorFinding]:
    for font in facts.fonts:
        if font.venue == "unknown" and not font.embedded:
            yield DoctorFinding(
                "missing",
                "missing-font",
                "fault",
                f"The font “{font.name}” ({', '.join(font.uses[:2])}) comes neither with Office "
                "nor with the file; elsewhere another font is shown.",
                "File > Options > Save > Embed fonts in the file; or take a font that comes with "
                "Office: View > Slide Master > Fonts > Customize Fonts.",
            )
