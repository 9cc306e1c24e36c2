"""The report of an audit becomes a protocol, in words."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from deckgen import __version__
from deckgen.audit.audit import RULES
from deckgen.audit.finding import AuditReport, Finding, Rule, RuleText, ShapePlace
from deckgen.audit.protocol import (
    MANUAL_CHECKS,
    ManualCheck,
    Outcome,
    ProtocolLine,
    protocol_lines,
)
from deckgen.audit.rules import GERMAN_TEXTS
from deckgen.export.protocol.protocol_values import (
    AuditProtocol,
    MarkedBox,
    ProtocolCheck,
    ProtocolLanguage,
    ProtocolPlace,
    ProtocolRule,
    ProtocolSlide,
    protocol_phrases,
)
from deckgen.language.number_formats import group_digits, separators
from deckgen.language.phrases import long_date
from deckgen.render.renderer import SlideImage
from deckgen.support.diagnostics import Severity
from deckgen.support.grouped_values import grouped
from deckgen.support.terminal_text import visible

MOST_PICTURES = 100
"""Slides that are shown; further ones are named."""
_MEASURES = frozenset({"ratio", "needed", "spacing", "size", "over", "readable", "seconds"})
"""Values that are numbers with decimals."""
_DATES: Mapping[ProtocolLanguage, str] = {"en": "en-GB", "de": "de"}
_MOST_PLACES = 40
"""Places of a slide that are listed one by one."""


def slides_to_show(report: AuditReport) -> tuple[int, ...]:
    """Return the numbers of the slides with something to see, those of faults first chosen."""
    on_slides = [each for each in report.findings if each.slide is not None]
    numbers = dict.fromkeys(
        each.slide or 0 for each in sorted(on_slides, key=lambda each: _is_judged(each.rule))
    )
    return tuple(sorted([*numbers][:MOST_PICTURES]))


def audit_protocol(
    report: AuditReport,
    data: bytes,
    images: Mapping[int, SlideImage],
    remark: str,
    lang: ProtocolLanguage,
    day: date,
) -> AuditProtocol:
    """Return the protocol of a report on the file `data`.

    `images` are pictures of `slides_to_show`, `remark` a sentence about them in `lang`.
    """
    words = protocol_phrases(lang)
    lines = protocol_lines(report, RULES)
    counts = Counter(line.outcome for line in lines)
    shown = slides_to_show(report)
    with_faults = {each.slide for each in report.findings if each.slide is not None}
    name = report.file.rpartition("/")[2]
    return AuditProtocol(
        lang,
        report.facts.language,
        visible(report.facts.title or name),
        tuple(_facts(report, data, lang, day)),
        _verdict(report, lines, counts, lang),
        counts,
        _groups(report, lines, lang),
        tuple(_check(check, report, lang) for check in MANUAL_CHECKS),
        tuple(_place(each, 0, lang) for each in report.findings if each.slide is None),
        tuple(_slide(number, report, images, lang) for number in shown),
        len(with_faults) - len(shown),
        words["method-text"].format(remark=remark).strip(),
    )


def clause_line(clauses: Iterable[str]) -> str:
    """Return clauses by their norm: “EN 301 549 10.1.3.1, 10.2.4.6 · WCAG 1.3.1, 2.4.6”."""
    parted = (each.rpartition(" ") for pair in clauses for each in pair.split(", "))
    norms = grouped((norm, number) for norm, _, number in parted)
    return " · ".join(f"{norm} {', '.join(numbers)}" for norm, numbers in norms.items())


def _facts(
    report: AuditReport, data: bytes, lang: ProtocolLanguage, day: date
) -> Iterator[tuple[str, str]]:
    words, facts = protocol_phrases(lang), report.facts
    hidden = sum(slide.hidden for slide in report.slides)
    slides = f"{len(report.slides)}" + (f" ({hidden} {words['hidden']})" if hidden else "")
    yield words["file"], visible(report.file.rpartition("/")[2])
    yield words["title"], visible(facts.title) or words["none"]
    yield words["author"], visible(facts.author) or words["none"]
    yield words["language"], visible(facts.language) or words["none"]
    yield words["slides"], slides
    yield words["program"], visible(facts.program) or words["none"]
    yield words["size"], f"{group_digits(str(max(len(data) // 1000, 1)), lang)}\u00a0kB"
    yield words["checksum"], hashlib.sha256(data).hexdigest()
    yield words["date"], long_date(day, _DATES[lang])
    yield words["basis"], words["basis-text"]
    yield words["made-by"], f"deckgen {__version__}"


def _verdict(
    report: AuditReport,
    lines: Sequence[ProtocolLine],
    counts: Mapping[Outcome, int],
    lang: ProtocolLanguage,
) -> str:
    words = protocol_phrases(lang)
    if not report.subjects:
        return words["unreadable"]
    failed = [line.rule.group for line in lines if line.outcome == "failed"]
    failures = words["failed-rules"].format(
        failed=len(failed),
        all=len(lines) - counts.get("not-applicable", 0),
        barriers=failed.count("accessibility"),
    )
    return f"{failures if failed else words['nothing-failed']} {words['person-decides']}"


def _groups(
    report: AuditReport, lines: Iterable[ProtocolLine], lang: ProtocolLanguage
) -> dict[str, list[ProtocolRule]]:
    first = {finding.rule.code: finding for finding in reversed(report.findings)}
    return grouped(
        (line.rule.group, _rule(line, first.get(line.rule.code), lang)) for line in lines
    )


def _rule(line: ProtocolLine, first: Finding | None, lang: ProtocolLanguage) -> ProtocolRule:
    text, own = _text(line.rule, lang)
    words = protocol_phrases(lang)
    places = words["place" if line.places == 1 else "places"]
    where = f"{group_digits(str(line.places), lang)}\u00a0{places}"
    return ProtocolRule(
        line.rule.code,
        text.name,
        clause_line(line.rule.clauses),
        line.outcome,
        where if line.places else "",
        line.slides,
        text.why if first else "",
        _filled(first, text.remedy, own) if first else "",
        own,
    )


def _check(check: ManualCheck, report: AuditReport, lang: ProtocolLanguage) -> ProtocolCheck:
    german = check.german_name, check.german_how
    name, how = german if lang == "de" else (check.name, check.how)
    applies = check.subject in report.subjects
    return ProtocolCheck(check.code, name, how, clause_line(check.clauses), applies)


def _slide(
    number: int, report: AuditReport, images: Mapping[int, SlideImage], lang: ProtocolLanguage
) -> ProtocolSlide:
    title = next((slide.title for slide in report.slides if slide.number == number), "")
    found = sorted((each for each in report.findings if each.slide == number), key=_top)
    boxes: dict[ShapePlace, MarkedBox] = {}
    for each in found[:_MOST_PLACES]:
        if each.shape is not None and each.shape not in boxes:
            box = _marked(each.shape, len(boxes) + 1, report)
            if box is not None:
                boxes[each.shape] = box
    return ProtocolSlide(
        number,
        visible(title) or protocol_phrases(lang)["without-title"],
        not title,
        tuple(
            _place(each, boxes[each.shape].mark if each.shape in boxes else 0, lang)
            for each in found[:_MOST_PLACES]
        ),
        max(len(found) - _MOST_PLACES, 0),
        tuple(boxes.values()),
        images.get(number),
    )


def _top(finding: Finding) -> tuple[int, int]:
    """Return the key that sorts the places of a slide: from the top, then from the left."""
    box = None if finding.shape is None else finding.shape.box
    return (-1, -1) if box is None else (max(box.y, 0), max(box.x, 0))


def _marked(shape: ShapePlace, mark: int, report: AuditReport) -> MarkedBox | None:
    """Return the place of a shape in the picture of its slide; None if it is not on the slide."""
    box, width, height = shape.box, report.facts.width, report.facts.height
    if box is None or not width or not height:
        return None
    left, right = (min(max(x / width, 0), 1) for x in (box.x, box.x + box.cx))
    top, bottom = (min(max(y / height, 0), 1) for y in (box.y, box.y + box.cy))
    is_outside = box.x >= width or box.y >= height or box.x + box.cx < 0 or box.y + box.cy < 0
    return None if is_outside else MarkedBox(mark, left, top, right - left, bottom - top)


def _place(finding: Finding, mark: int, lang: ProtocolLanguage) -> ProtocolPlace:
    text, own = _text(finding.rule, lang)
    in_words: ProtocolLanguage = "en" if finding.rule.group == "validity" else own
    return ProtocolPlace(
        mark,
        "person" if _is_judged(finding.rule) else "failed",
        finding.rule.code,
        _filled(finding, text.message, own),
        in_words,
    )


def _filled(finding: Finding, words: str, lang: ProtocolLanguage) -> str:
    """Return words of a rule with the values of a finding, its measures as `lang` writes them."""
    point, _ = separators(lang)
    values = {
        name: value.replace(".", point) if name in _MEASURES and isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return visible(finding._replace(values=values).filled(words))


def _is_judged(rule: Rule) -> bool:
    """Return whether a person judges what a rule finds."""
    return rule.needs_person or rule.severity is Severity.NOTE


def _text(rule: Rule, lang: ProtocolLanguage) -> tuple[RuleText, ProtocolLanguage]:
    """Return the words of a rule, and their language: English where there are no others."""
    german = GERMAN_TEXTS.get(rule.code) if lang == "de" else None
    if german is not None:
        return german, "de"
    return RuleText(rule.name, rule.message, rule.why, rule.remedy), "en"
