"""How a part of a deck looks, as a set of facts: all that its XML says beside its words and boxes.

Left out is what programs change when they only save (`_NOISE`), and what is compared as words,
boxes, formats or links. So two parts with the same facts look the same, and a difference can be
named.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple, TypeAlias
from zlib import crc32

from deckgen.ooxml_rules.shape_queries import (
    attribute,
    find_all,
    readable_alternative,
    shapes_by_id,
    words_in,
)
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q, serialize_xml

Digest: TypeAlias = Callable[[str], str]
"""Returns the digest of a part by its name."""
Facts: TypeAlias = Mapping[str, frozenset[str]]
"""Facts such as `spPr/ln@w=12700`, by the words that they are about; facts about the shape itself
have the empty key. A fact of a run stands with each of its words; one of a paragraph or cell, with
all of its words."""

_NOISE = re.compile(
    "extLst|endParaRPr|ph|custDataLst|modifyVerifier|(?:sp|pic|graphicFrame|grpSp|cxnSp)Locks|hf"
    "|hlinkMouseOver|off|ext|chOff|chExt|m|oMath|oMathPara"
)
"""Elements that programs write anew, that say nothing that is seen, or that are compared apart."""
_NOISE_ATTRIBUTES = re.compile(
    "dirty|err|smtClean|lang|altLang|noProof|bmk|id|name|title|userDrawn|preserve|cstate|fontScale"
    "|lnSpcReduction|uri|lvl|b|i|strike|baseline|rtlCol|h|txBox|matchingName|kumimoji|panose"
    "|pitchFamily|charset"
)
_CONTAINERS = re.compile(
    "[a-zA-Z0-9]+Pr|p|r|txBody|avLst|lstStyle|xfrm|hlinkClick|fillRect|br|t"
    "|objectDefaults|extraClrSchemeLst|spTree"
)
"""Elements that say nothing without attributes and children."""
_IN_CHART = re.compile(r"ser/.*(?:srgbClr|schemeClr)@val|(?:max|min|logBase)@val")
"""What is compared of charts: PowerPoint writes the rest of them anew."""
_CHART_PART = re.compile(r"^chartSpace/chart/(title|legend)\b")
_MOST_SIGNS = 300
"""The characters of a fact that are searched."""
_COMPARED_APART = frozenset({"slideMaster", "slideLayout", "theme"})
"""Types of links to parts that are compared themselves."""
_FRAME = frozenset({"dt", "ftr", "sldNum"})
SIZE, PROPERTIES, MASTER = "the slide size", "the file’s properties", "the master"
_KEYS = {"title": "title", "creator": "speaker", "subject": "subject", "keywords": "keywords"}
"""The keys of an outline by the properties of a file."""
_ASPECTS = (
    ("^bg/|^bgPr", "a background of its own"),
    ("advTm|advClick", "times of its own"),
    ("presetID", "another animation"),
    ("showMasterSp|clrMapOvr", "other parts of its layout"),
    ("frame dt", "no date"),
    ("frame ftr", "no footer"),
    ("frame sldNum", "no number"),
    ("srcRect", "another crop"),
    ("hidden", "another visibility"),
    ("descr|decorative", "another description"),
    (r"\bpPr/bu[A-Z]", "other bullets or numbers"),
    (r"xfrm@(?:rot|flip)", "another direction"),
    (r"blip@(?:embed|link)", "another picture"),
    ("hlinkClick|snd", "another link"),
    (r"rPr/ln|/(?:effectLst|effectDag|scene3d|sp3d)|effectRef|prstTxWarp", "other effects"),
    (r"ln[LRTB]\b", "other lines of its table"),
    (r"(?:/|^)ln(?:[/@]|$)|lnRef", "another line"),
    (r"rPr@u\b", "a line below"),
    ("@cap", "other capitals"),
    ("highlight", "a colour behind"),
    (r"rPr.*(?:Clr|Fill)", "another colour of words"),
    (r"rPr/(?:latin|ea|cs|sym)|fontRef", "another font"),
    (r"rPr@", "another size or spacing of words"),
    (r"\bpPr|anchor|vert\b", "another alignment or spacing"),
    ("bodyPr", "another fit of its words"),
    ("tblPr|tableStyleId", "another style of its table"),
    ("tblGrid", "other widths of columns"),
    ("prstGeom|custGeom", "another form"),
    (r"max@|min@|logBase", "another axis"),
    ("^(?:title|legend)$", "another title or legend"),
    ("Fill|Clr|bgRef|lum|alpha|duotone", "another colour"),
    ("=“", "other words"),
)
"""What facts are about, in plain words: the first pattern that is found in a fact."""
_UNSURE = re.compile("another (?:link|size|alignment|fit|form|look)|other (?:widths|lines)")
"""What deckgen itself may change when words change."""
NO_FACTS: Facts = MappingProxyType({})


class PartLooks(NamedTuple):
    """What a part says, read when it is asked for: a deck has some fifty layouts."""

    facts: Callable[[], frozenset[str]]
    checksum: str
    """The checksum that tells whether the part is as it was sent."""
    copied: bytes = b""
    """The digest of its XML and of what it links to. Programs that only copy a part keep it."""


def facts_of(
    roots: Iterable[Element], part: ParsedPart, digest: Digest, *, with_words: bool = False
) -> Facts:
    """Return the facts of elements of a part; `with_words`: their words and boxes, too."""
    found: dict[str, set[str]] = {}
    waiting: list[tuple[Element, str, tuple[str, ...]]] = [(root, "", ("",)) for root in roots]
    while waiting:
        element, path, keys = waiting.pop()
        name = local_name(element)
        if _NOISE.fullmatch(name) and not (with_words and name in {"off", "ext"}):
            own = {f"decorative={each.get('val')}" for each in element.iter("{*}decorative")}
            found.setdefault(keys[0], set()).update(own)
            continue
        shown: Element | None = element
        if element.tag == q("mc:AlternateContent"):
            shown = readable_alternative(element)
        else:
            if name in {"p", "tc"}:
                path, keys = "", (f"{name} {' '.join(words_in(element).split())}",)
            elif name == "r":
                path, keys = "", (keys[0], *{f"r {word}" for word in words_in(element).split()})
            path = f"{path}/{name}" if path else name
            own = set(_own_facts(element, name, path, part, digest))
            if with_words and name == "t":
                own.add(f"t=“{element.text or ''}”")
            for key in keys:
                found.setdefault(key, set()).update(own)
        if shown is not None:
            waiting += [(child, path, keys) for child in shown.iterchildren("{*}*")]
    return {key: frozenset(facts) for key, facts in found.items()}


def _own_facts(
    element: Element, name: str, path: str, part: ParsedPart, digest: Digest
) -> Iterator[str]:
    says_nothing = len(element) > 0 or _CONTAINERS.fullmatch(name) is not None
    for key, value in element.items():
        space, _, attribute_ = str(key).rpartition("}")
        if space.endswith("/relationships"):
            link = part.related(str(value))
            # Links of words, and charts, are compared apart.
            is_link = path.endswith("cNvPr/hlinkClick") and link is not None and link.external
            if link and (is_link or attribute_ in {"embed", "link"}):
                shown = link.target if link.external else digest(link.target)
                yield f"{path}@{attribute_}={shown}"
        elif attribute_ == "descr":
            yield f"{path}@descr={'some' if value.strip() else ''}"
        elif not space and not _NOISE_ATTRIBUTES.fullmatch(attribute_):
            says_nothing = True
            yield f"{path}@{attribute_}={value!s}"
    if not says_nothing:
        yield f"{path}={element.text or ''}"


def chart_facts(chart: ParsedPart, digest: Digest) -> Facts:
    """Return the facts of a chart that PowerPoint keeps: colours, and its title and legend."""
    found = facts_of([] if chart.root is None else [chart.root], chart, digest).values()
    facts = {each[:_MOST_SIGNS] for own in found for each in own}
    parts = filter(None, map(_CHART_PART.search, facts))
    return {
        "chart": frozenset(filter(_IN_CHART.search, facts)),
        "chart parts": frozenset(each[1] for each in parts),
    }


def look_differences(sent: Facts, edited: Facts, *, is_sent: bool = True) -> tuple[str, ...]:
    """Return in plain words in what facts differ, such as “another crop”, each once.

    A paragraph or cell with new words may have the facts of any of its old words; and one of
    several equal words may be gone. Without `is_sent`, `sent` is what deckgen writes today, whose
    sizes and places may differ: then only new facts tell of a change.
    """
    known = frozenset(each for facts in sent.values() for each in facts)
    other: set[str] = set()
    for key, facts in edited.items():
        is_whole = is_sent and key in sent and not key.startswith("r ")
        other |= facts ^ sent[key] if is_whole else facts - known
    return tuple(each for each in aspects(other) if is_sent or not _UNSURE.match(each))


def aspects(facts: Iterable[str]) -> tuple[str, ...]:
    """Return what facts are about, in plain words, each once."""
    found = (
        next((words for pattern, words in _ASPECTS if re.search(pattern, fact)), "another look")
        for fact in (each[:_MOST_SIGNS] for each in sorted(facts))
    )
    return tuple(dict.fromkeys(found))


def slide_look_facts(slide: ParsedPart, digest: Digest) -> Facts:
    """Return the facts of a slide beside its shapes: background, times, animations, layout."""
    root = slide.root
    if root is None:
        return {}
    ground = [*find_all(root, "p:cSld/p:bg"), *find_all(root, "p:clrMapOvr")]
    own = {"showMasterSp"} if root.get("showMasterSp") == "0" else set[str]()
    for each in root.iter(q("p:transition")):
        own |= {f"transition@{key}" for key in ("advTm", "advClick") if each.get(key)}
    steps = (each for each in root.iter(q("p:cTn")) if each.get("presetClass"))
    own |= {f"presetID={each.get('presetClass')} {each.get('presetID')}" for each in steps}
    own |= {f"frame {each}" for each in _FRAME & {ph.get("type") for ph in root.iter(q("p:ph"))}}
    return {"": facts_of(ground, slide, digest).get("", frozenset()) | own}


def shared_looks(package: ParsedPackage, digest: Digest) -> Iterator[tuple[str, PartLooks]]:
    """Yield what the slides of a deck share, by plain names: size, theme, masters, layouts."""
    main = package.main()
    if main is None or main.root is None:
        return
    size = {f"{side} {attribute(main.root, 'p:sldSz', side)}" for side in ("cx", "cy")}
    yield SIZE, PartLooks(lambda: frozenset(size), "")
    for each in package.of_root("cp:coreProperties"):
        texts = {} if each.root is None else {local_name(text): text.text for text in each.root}
        facts = {f"{key} {texts.get(name) or ''}" for name, key in _KEYS.items()}
        # LibreOffice writes no commas between keywords.
        facts = {re.sub("[,; ]+", " ", fact) if fact[:8] == "keywords" else fact for fact in facts}
        yield PROPERTIES, PartLooks(partial(frozenset, facts), part_checksum(each))
    for number, master in enumerate(_linked(main, "p:sldMasterIdLst/p:sldMasterId", package), 1):
        of_master = f" {number}" if number > 1 else ""
        yield f"{MASTER}{of_master}", _shared(master, digest, _drawn_facts)
        theme = package.related_part(master, "theme")
        if theme is not None and theme.root is not None:
            yield f"the theme{of_master}", _shared(theme, digest, _theme_facts)
        for layout in _linked(master, "p:sldLayoutIdLst/p:sldLayoutId", package):
            name = attribute(layout.root, "p:cSld", "name")
            yield f"the layout “{name}”{of_master}", _shared(layout, digest, _drawn_facts)


def _linked(part: ParsedPart, path: str, package: ParsedPackage) -> Iterator[ParsedPart]:
    for entry in () if part.root is None else find_all(part.root, path):
        linked = package.linked_part(part, entry.get(q("r:id")))
        if linked is not None and linked.root is not None:
            yield linked


def _shared(
    part: ParsedPart, digest: Digest, facts: Callable[[ParsedPart, Digest], frozenset[str]]
) -> PartLooks:
    known = sha256(b"" if part.root is None else serialize_xml(part.root))
    for link in part.relationships:
        if link.type not in _COMPARED_APART:
            shown = link.target if link.external else digest(link.target)
            known.update(f"{link.id} {shown}\n".encode())
    return PartLooks(partial(facts, part, digest), part_checksum(part), known.digest())


def _theme_facts(theme: ParsedPart, digest: Digest) -> frozenset[str]:
    roots = [] if theme.root is None else [theme.root]
    return facts_of(roots, theme, digest).get("", frozenset())


def _drawn_facts(part: ParsedPart, digest: Digest) -> frozenset[str]:
    """Return what a master or a layout says: each fact with the number of its shape."""
    if part.root is None:
        return frozenset()
    drawn = {each: id_ for id_, each in shapes_by_id(part.root).items()}
    paths = ("p:cSld/p:bg", "p:txStyles", "p:clrMap")
    others = [each for path in paths for each in find_all(part.root, path)]
    return frozenset(
        f"{id_} {each}"
        for element, id_ in (*drawn.items(), *((each, "") for each in others))
        for said in facts_of([element], part, digest, with_words=True).values()
        for each in said
    )


def part_checksum(part: ParsedPart) -> str:
    """Return the checksum of a part, as the seal lists those of all parts."""
    return f"{crc32(part.data):08x}"
