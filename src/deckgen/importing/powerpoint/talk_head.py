"""The head of an imported outline: what the whole talk has in common."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_yaml import Value, with_values
from deckgen.importing.powerpoint.entries.candidate_entries import title_of
from deckgen.importing.powerpoint.entries.own_layouts import speaker_and_event, talk_title
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide, words_of_content
from deckgen.opc.xml_parser import UnreadableXMLError, parse_xml, q
from deckgen.opc.zip_reader import DAMAGE_ERRORS, open_entries
from deckgen.support.diagnostics import Diagnostics

_CORE = "/docProps/core.xml"
_PROPERTIES = {
    "title": "dc:title",
    "speaker": "dc:creator",
    "lang": "dc:language",
    "subject": "dc:subject",
    "keywords": "cp:keywords",
    "created": "dcterms:created",
}
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00Z")
"""When a deck of ours was made: the day of its talk."""


def talk_head(
    file: str, slides: Sequence[SourceSlide], properties: Mapping[str, str]
) -> dict[str, Value]:
    """Return title, language, footer and the like; `properties` are those of a deck of ours.

    The footer is that of most slides; in a deck of ours, of most slides that have one.
    """
    titles = ((each.words, title_of(each)) for each in slides if each.words)
    words, title = next(titles, ("", None))
    first = " ".join((words_of_content(title) if title else words.split("\n")[0]).split())
    # A number in a drawing is no title; the name of the file says more.
    first = first if any(map(str.isalpha, first)) else file.rpartition(".")[0]
    stated = {key: _typed(properties[key]) for key in ("title", "speaker") if key in properties}
    languages = Counter(slide.lang for slide in slides if slide.lang)
    lang = properties.get("lang") or next((lang for lang, _ in languages.most_common(1)), "")
    is_faded = 2 * sum(slide.transition == "fade" for slide in slides) > len(slides)
    more: dict[str, Value] = {
        "typography": bool(properties) and any("\u00a0" in slide.day for slide in slides),
        "speaker": stated.get("speaker", ""),
        "lang": lang,
        "event": dict(_event(slides, properties)),
        "footer": _typed(_footer(slides, is_own=bool(properties))),
        "transition": "fade" if is_faded else "",
        **{key: properties.get(key, "") for key in ("subject", "keywords")},
    }
    title_of_talk = stated.get("title") or talk_title(slides) or _typed(first)
    return {"title": title_of_talk, **with_values(more)}


def _typed(text: str) -> str:
    return marked_text([SourceRun(text)])


def _footer(slides: Sequence[SourceSlide], *, is_own: bool) -> str:
    footers = Counter(slide.footer for slide in slides if slide.footer or not is_own)
    footer, count = next(iter(footers.most_common(1)), ("", 0))
    return footer if is_own or 2 * count > len(slides) else ""


def _event(
    slides: Sequence[SourceSlide], properties: Mapping[str, str]
) -> Iterator[tuple[str, Value]]:
    """Yield the keys of the event: what the cover of a deck of ours says, and its day."""
    if not properties:
        return
    _, event = next(filter(any, map(speaker_and_event, slides)), ("", ""))
    name, _, place = event.rpartition(", ")
    if event:
        yield "name", name or place
    if name:
        yield "place", place
    if day := _DAY.fullmatch(properties.get("created", "")):
        yield "date", day[1]


def core_properties(data: bytes) -> dict[str, str]:
    """Return what a deck of ours says of itself, by the keys of an outline."""
    entries = open_entries(data, Diagnostics(), "")
    if entries is None or _CORE not in entries.infos:
        return {}
    try:
        root = parse_xml(entries.unpacked(_CORE))
    except (*DAMAGE_ERRORS, UnreadableXMLError):
        return {}
    texts = {key: (root.findtext(q(tag)) or "").strip() for key, tag in _PROPERTIES.items()}
    return {key: text for key, text in texts.items() if text}
