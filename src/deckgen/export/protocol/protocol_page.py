"""The protocol of an audit as one HTML page with pictures of the slides; it loads nothing.

What a person decides is filled in on the page, before it is printed, or on paper.
"""

from collections.abc import Iterable, Iterator

from deckgen.audit.protocol import OUTCOMES, Outcome
from deckgen.export.document_phrases import phrases
from deckgen.export.pages.html_head import export_file, page_bytes, picture_url
from deckgen.export.protocol.protocol_values import (
    AuditProtocol,
    MarkedBox,
    ProtocolLanguage,
    ProtocolPlace,
    ProtocolRule,
    ProtocolSlide,
    protocol_phrases,
)
from deckgen.render.renderer import SlideImage
from deckgen.support.xml_text import escape

OUTCOME_SIGNS: dict[Outcome, str] = {
    "failed": "✕",
    "person": "?",
    "passed": "✓",
    "not-applicable": "–",
}
MARK_COLOR, _HALO = "#b3261e", "#ffffff"
_TAG = 30
"""Pixels: the side of the field in which the number of a place stands."""


def protocol_page(protocol: AuditProtocol) -> bytes:
    """Return the page."""
    words = protocol_phrases(protocol.lang)
    parts = (
        ("result", words["result"], _result(protocol)),
        ("rules", words["rules"], _rules(protocol)),
        ("by-person", words["by-person"], _checks(protocol)),
        ("found", words["found"], _found(protocol)),
    )
    deck_lang = f' lang="{escape(protocol.deck_lang)}"' if protocol.deck_lang else ""
    body = (
        "<header>",
        f'<p class="kind">{words["protocol"]}</p>',
        f"<h1><span{deck_lang}>{escape(protocol.title)}</span></h1>",
        f'<p class="summary">{words["subtitle"]}</p>',
        f'<nav aria-label="{words["contents"]}">',
        "<ol>",
        *(f'<li><a href="#{name}">{title}</a></li>' for name, title, _ in parts),
        "</ol>",
        "</nav>",
        "</header>",
        "<main>",
        *(line for number, part in enumerate(parts, 1) for line in _section(number, *part)),
        "</main>",
        f"<footer><h2>{words['method']}</h2><p>{escape(protocol.method)}</p></footer>",
    )
    title = f"{words['protocol']}: {escape(protocol.title)}"
    style = export_file("slides_page.css") + export_file("protocol_page.css")
    return page_bytes(f'lang="{protocol.lang}"', title, style, body)


def _section(number: int, name: str, title: str, body: Iterable[str]) -> Iterator[str]:
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title"><span class="number">{number}</span> {title}</h2>'
    yield from body
    yield "</section>"


def _result(protocol: AuditProtocol) -> Iterator[str]:
    words = protocol_phrases(protocol.lang)
    yield f'<p class="verdict">{escape(protocol.verdict)}</p>'
    yield '<dl class="counts">'
    for outcome in OUTCOMES:
        name = f"{_sign(outcome)}{words[outcome]}"
        number = protocol.counts.get(outcome, 0)
        yield f'<div class="{outcome}"><dt>{name}</dt><dd>{number}</dd></div>'
    yield "</dl>"
    yield f"<h3>{words['examined']}</h3>"
    yield '<dl class="facts">'
    for label, value in protocol.facts:
        yield f"<div><dt>{label}</dt><dd>{escape(value)}</dd></div>"
    yield "</dl>"
    yield f"<h3>{words['signed']}</h3>"
    yield '<div class="signed">'
    for phrase in ("checked-by", "organisation", "checked-on", "signature"):
        yield f'<label>{words[phrase]} <input type="text" autocomplete="off"></label>'
    yield "</div>"
    choices = (words["conforming"], words["partly"], words["not-conforming"])
    yield from _choice("overall", words["overall"], choices, "overall")
    yield f'<label class="remarks">{words["remarks"]} <textarea rows="4"></textarea></label>'


def _choice(name: str, legend: str, choices: Iterable[str], look: str) -> Iterator[str]:
    """Yield a group of which one is ticked; on paper, the circles are drawn."""
    yield f'<fieldset class="{look}"><legend>{escape(legend)}</legend>'
    for each in choices:
        yield f'<label><input type="radio" name="{name}"> {each}</label>'
    yield "</fieldset>"


def _rules(protocol: AuditProtocol) -> Iterator[str]:
    lang, words = protocol.lang, protocol_phrases(protocol.lang)
    yield f"<p>{words['rules-text']}</p>"
    for group, rules in protocol.groups.items():
        yield f'<table class="{group}">'
        yield f"<caption>{words[group]}</caption>"
        yield from _columns(lang)
        for rule in rules:
            yield f'<tr id="rule-{rule.code}" class="{rule.outcome}">'
            yield f'<th scope="row"{_lang(rule.lang, lang)}>{escape(rule.name)}'
            yield _clauses(rule.clauses)
            yield from _advice(rule, lang)
            yield f"</th><td>{_sign(rule.outcome)}{words[rule.outcome]}"
            if rule.where:
                yield f'<span class="where">{rule.where}</span>'
            yield "</td></tr>"
        yield "</tbody>"
        yield "</table>"


def _columns(lang: ProtocolLanguage) -> Iterator[str]:
    """Yield the names of a table's two columns, and the beginning of its rows."""
    words = protocol_phrases(lang)
    yield (
        f'<thead><tr><th scope="col">{words["rule"]}</th>'
        f'<th scope="col">{words["outcome"]}</th></tr></thead>'
    )
    yield "<tbody>"


def _advice(rule: ProtocolRule, lang: ProtocolLanguage) -> Iterator[str]:
    if not rule.why:
        return
    words = protocol_phrases(lang)
    yield f'<span class="advice">{escape(rule.why)}</span>'
    yield (
        f'<span class="advice"><b{_lang(lang, rule.lang)}>{words["remedy"]}</b> '
        f"{escape(rule.remedy)}</span>"
    )
    if rule.slides:
        links = ", ".join(f'<a href="#slide-{number}">{number}</a>' for number in rule.slides)
        label = f"<span{_lang(lang, rule.lang)}>{words['slides']}</span>"
        yield f'<span class="advice">{label} {links}</span>'


def _checks(protocol: AuditProtocol) -> Iterator[str]:
    words = protocol_phrases(protocol.lang)
    yield f"<p>{words['by-person-text']}</p>"
    yield '<table class="checks">'
    yield f'<caption class="unseen">{words["by-person"]}</caption>'
    yield from _columns(protocol.lang)
    choices = (words["met"], words["unmet"], words["void"])
    for check in protocol.checks:
        yield f'<tr class="{"person" if check.applies else "not-applicable"}">'
        yield f'<th scope="row">{escape(check.name)}'
        yield _clauses(check.clauses)
        if check.applies:
            yield f'<span class="advice">{escape(check.how)}</span>'
            yield "</th><td>"
            yield from _choice(check.code, check.name, choices, "outcomes")
        else:
            yield "</th><td>"
            yield f"{_sign('not-applicable')}{words['void']}"
        yield "</td></tr>"
    yield "</tbody>"
    yield "</table>"


def _found(protocol: AuditProtocol) -> Iterator[str]:
    words = protocol_phrases(protocol.lang)
    if protocol.slides:
        yield f"<p>{words['found-text']}</p>"
    if protocol.whole:
        yield f"<h3>{words['whole-deck']}</h3>"
        yield from _places(protocol.whole, protocol.lang)
    for slide in protocol.slides:
        yield from _slide(slide, protocol)
    if protocol.unshown:
        yield f"<p>{words['more'].format(count=protocol.unshown)}</p>"
    if not protocol.slides and not protocol.whole:
        yield f"<p>{words['nothing-failed']}</p>"


def _slide(slide: ProtocolSlide, protocol: AuditProtocol) -> Iterator[str]:
    number = f"{phrases(protocol.lang)['slide']} {slide.number}"
    of_deck = protocol.lang if slide.is_untitled else protocol.deck_lang
    title = f'<span lang="{escape(of_deck)}">' if of_deck else "<span>"
    yield f'<article id="slide-{slide.number}" aria-labelledby="slide-{slide.number}-title">'
    yield f'<h3 id="slide-{slide.number}-title">{number} {title}{escape(slide.title)}</span></h3>'
    if slide.image is not None:
        yield from _picture(slide, slide.image, protocol.lang)
    yield from _places(slide.places, protocol.lang)
    if slide.more:
        yield f'<p class="more">+ {slide.more}</p>'
    yield "</article>"


def _places(places: Iterable[ProtocolPlace], lang: ProtocolLanguage) -> Iterator[str]:
    yield '<ul class="places">'
    for place in places:
        mark = f'<b class="mark">{place.mark}</b>' if place.mark else ""
        name = protocol_phrases(lang)[place.outcome]
        yield (
            f'<li class="{place.outcome}">{mark}<div><p{_lang(place.lang, lang)}>'
            f'{escape(place.message)}</p><p class="rule">{_sign(place.outcome)}{name} · '
            f'<a href="#rule-{place.code}">{place.code}</a></p></div></li>'
        )
    yield "</ul>"


def _picture(slide: ProtocolSlide, image: SlideImage, lang: ProtocolLanguage) -> Iterator[str]:
    """Yield the picture of a slide, with a frame around each place and its number."""
    name = picture_words(slide, lang)
    yield (
        f'<svg class="slide" role="img" aria-label="{name}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {image.width} {image.height}">'
    )
    yield f'<image width="{image.width}" height="{image.height}" href="{picture_url(image)}"/>'
    for box in slide.boxes:
        yield from _frame(box, image.width, image.height)
    tags = tag_places(slide.boxes, image.width, image.height)
    for box, (x, y) in zip(slide.boxes, tags, strict=True):
        yield (
            f'<rect x="{x:g}" y="{y:g}" width="{_TAG}" height="{_TAG}" rx="4" fill="{MARK_COLOR}" '
            f'stroke="{_HALO}" stroke-width="2"/>'
            f'<text x="{x + _TAG / 2:g}" y="{y + _TAG * 0.73:g}" fill="{_HALO}" font-size="20" '
            f'font-weight="700" text-anchor="middle">{box.mark}</text>'
        )
    yield "</svg>"


def picture_words(slide: ProtocolSlide, lang: ProtocolLanguage) -> str:
    """Return what the picture of a slide is, for people who cannot see it."""
    name = f"{phrases(lang)['slide']} {slide.number}"
    if not slide.boxes:
        return name
    marks = ", ".join(str(box.mark) for box in slide.boxes)
    return f"{name}, {protocol_phrases(lang)['marked'].format(marks=marks)}"


def tag_places(boxes: Iterable[MarkedBox], width: int, height: int) -> list[tuple[float, float]]:
    """Return where the number of each place stands: at its corner, none over another."""
    taken: list[tuple[float, float]] = []
    for box in boxes:
        x = min(max(box.x * width - _TAG / 2, 0), width - _TAG)
        y = min(max(box.y * height - _TAG / 2, 0), height - _TAG)
        while any(abs(x - left) < _TAG and abs(y - top) < _TAG for left, top in taken):
            x += _TAG
            if x > width - _TAG:
                x, y = 0, y + _TAG
        taken.append((x, y))
    return taken


def _frame(box: MarkedBox, width: int, height: int) -> Iterator[str]:
    place = (
        f'x="{box.x * width:.1f}" y="{box.y * height:.1f}" '
        f'width="{box.width * width:.1f}" height="{box.height * height:.1f}" fill="none"'
    )
    yield f'<rect {place} stroke="{_HALO}" stroke-width="7"/>'
    yield f'<rect {place} stroke="{MARK_COLOR}" stroke-width="3"/>'


def _clauses(clauses: str) -> str:
    return f'<span class="clause">{escape(clauses)}</span>' if clauses else ""


def _sign(outcome: Outcome) -> str:
    return f'<span class="sign" aria-hidden="true">{OUTCOME_SIGNS[outcome]}</span> '


def _lang(lang: str, around: str) -> str:
    """Return the attribute for text in another language than what stands around it."""
    return "" if lang == around else f' lang="{lang}"'
