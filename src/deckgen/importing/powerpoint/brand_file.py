"""The brand.yaml of an imported talk: that of a deck of ours, proven; else the deck is a template.

The parts of a brand of ours are generated again and compared. A deck whose master was changed, or
that PowerPoint has written anew, has no brand of ours: it is its own template.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.brand.design.page import GRIDS, SlideFormat
from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT
from deckgen.brand.new_brand import brand_from_theme, new_brand_yaml
from deckgen.brand.styles import style_names
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.files.memory_overlay import MemoryOverlay, NoFiles
from deckgen.importing.outline_yaml import OutlineEntry, Value, kind_of, mapping_yaml
from deckgen.importing.powerpoint.entries.candidate_entries import title_of
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide, words_of_content
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES, attribute
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, is_same_xml, parse_xml, q
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.talk import Talk
from deckgen.pipeline.find_brand import BrandFile, find_brand
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.resolve.theme import read_theme

BRAND = "brand.yaml"
_ROLES = ("cover", "section", "questions", "question", "bullets", "text", "quote", "closing")
_COLUMNS = {2: "two-contents", 3: "three-contents"}
_SMALLEST, _LARGEST = 8, 18
"""Points between which the limit lies: 18 is what we advise; old talks have smaller text."""
_SMALL_SHARE = 0.05
"""The share of the words that may be smaller than the limit, such as sources."""
_SPAN = Span(BRAND, 1, 1)
_THEME = "/ppt/theme/theme1.xml"
_LOGO = "/ppt/media/logo"


def used_layouts(slides: Sequence[SourceSlide], entries: Sequence[OutlineEntry]) -> dict[str, str]:
    """Return the name of the layout that most slides of a role with a title stand on, by role."""
    counted: dict[str, Counter[str]] = {}
    for slide, entry in zip(slides, entries, strict=True):
        role = _role(entry)
        if role and title_of(slide):
            counted.setdefault(role, Counter())[slide.layout] += 1
    return {role: names.most_common(1)[0][0] for role, names in sorted(counted.items())}


def _role(entry: OutlineEntry) -> str:
    kind = kind_of(entry)
    columns = entry.keys.get("columns")
    if isinstance(columns, tuple):
        return _COLUMNS[len(columns)]
    beside_picture = kind in {"bullets", "text"} and "image" in entry.keys
    return "" if beside_picture or kind not in _ROLES else kind


def smallest_size(slides: Iterable[SourceSlide]) -> int:
    """Return the size in points that 95 % of the words below the titles have at least."""
    words: Counter[int] = Counter()
    for slide in slides:
        for shape in slide.shapes:
            if shape.usual_size and shape.placeholder not in TITLE_TYPES:
                words[int(shape.usual_size)] += len(words_of_content(shape).split())
    rest = _SMALL_SHARE * words.total()
    for size in sorted(words):
        rest -= words[size]
        if rest < 0:
            return min(max(size, _SMALLEST), _LARGEST)
    return _LARGEST


def template_brand_yaml(template: str, layouts: Mapping[str, str], size: int) -> bytes:
    """Return the brand.yaml for a template, with the layout of each role and the least size."""
    keys: dict[str, Value] = {"template": template, "sizes": "as-is"}
    if layouts:
        keys["layouts"] = dict(layouts)
    keys["limits"] = {"size": size}
    return (
        "# The look of the talk: the masters and layouts of the presentation that it comes from.\n"
        + mapping_yaml(keys)
    ).encode()


def generated_brand(package: ParsedPackage, file: str) -> bytes:
    """Return a brand.yaml in the colours and fonts of a deck whose layouts cannot hold text."""
    theme = read_theme(next((part.root for part in package.of_root("a:theme")), None))
    brand, adjusted = brand_from_theme(theme.colors, theme.heading, theme.body)
    return new_brand_yaml(brand._replace(name=file.rpartition(".")[0] or file), adjusted).encode()


def nearest_size(width: int, height: int) -> SlideFormat:
    """Return the shape of slides of ours that is nearest to that of a presentation, in EMU."""
    return min(GRIDS, key=lambda name: abs(GRIDS[name].width / GRIDS[name].height - width / height))


def brand_without_lines(brand: bytes, lines: Container[int]) -> bytes:
    """Return a brand.yaml without some of its lines, counted from 1."""
    kept = [line for at, line in enumerate(brand.split(b"\n"), 1) if at not in lines]
    layouts = kept.index(b"layouts:") if b"layouts:" in kept else None
    if layouts is not None and not kept[layouts + 1].startswith(b"  "):
        del kept[layouts]
    return b"\n".join(kept)


class OwnBrand(NamedTuple):
    """A brand of ours."""

    size: SlideFormat
    files: Mapping[str, bytes]
    """The brand.yaml and its logo; empty for the plain brand."""


def own_brand(package: ParsedPackage, width: int) -> OwnBrand | None:
    """Return the brand that a deck was built with; None if that cannot be proven.

    `width` is that of its slides in EMU.
    """
    size = next((name for name in GRIDS if round(GRIDS[name].width * EMU_PER_INCH) == width), None)
    theme = package.parts.get(_THEME)
    if size is None or theme is None or theme.root is None or not _is_like_ours(theme.root):
        return None
    for files in _brands(package, theme.root):
        if _has_parts(package, _generated(files, size)):
            return OwnBrand(size, files)
    return None


def _is_like_ours(theme: Element) -> bool:
    """Return whether a theme has the name of ours; most decks have not, and need no comparison."""
    formats = next(theme.iter(q("a:fmtScheme")), None)
    return formats is not None and formats.get("name") == "Plain"


def _brands(package: ParsedPackage, theme: Element) -> Iterator[dict[str, bytes]]:
    """Yield the files of each brand that may have made a theme, the plain one first."""
    yield {}
    logo = _logo(package, theme)
    colors = {
        token: _color(theme, slot) for slot, token in TOKEN_OF_SLOT.items() if slot != "hlink"
    }
    fonts = {
        "heading": _font(theme, "majorFont", "latin"),
        "body": _font(theme, "minorFont", "latin"),
        "east_asian": _font(theme, "majorFont", "ea"),
    }
    places = ("cover-and-closing", "all") if logo else ("",)
    for place in places:
        for style in sorted(style_names(), key=lambda name: name != "panel"):
            keys: dict[str, Value] = {
                "name": theme.get("name", ""),
                "colors": colors,
                "fonts": {key: name for key, name in fonts.items() if name},
                "style": style,
            }
            if place:
                keys |= {"logo": next(iter(logo)), "logo_on": place}
            yield {BRAND: mapping_yaml(keys).encode(), **logo}


def _color(theme: Element, slot: str) -> str:
    scheme = next(theme.iter(q("a:clrScheme")), None)
    return attribute(scheme, f"a:{slot}/a:srgbClr", "val")


def _font(theme: Element, scheme: str, script: str) -> str:
    fonts = next(theme.iter(q(f"a:{scheme}")), None)
    return attribute(fonts, f"a:{script}", "typeface")


def _logo(package: ParsedPackage, theme: Element) -> dict[str, bytes]:
    """Return the logo by its file name; its colour on light layouts is currentColor again."""
    for extension in ("png", "jpeg"):
        if part := package.parts.get(f"{_LOGO}.{extension}"):
            return {f"logo.{extension}": part.data}
    if part := package.parts.get(f"{_LOGO}-light.svg"):
        dark = package.parts.get(f"{_LOGO}-dark.svg")
        if dark is None or dark.data == part.data:
            return {"logo.svg": part.data}
        color = f"#{_color(theme, 'dk2')}".encode()
        return {"logo.svg": part.data.replace(color, b"currentColor")}
    return {}


def _generated(files: Mapping[str, bytes], size: SlideFormat) -> Brand:
    name = Text(BRAND, _SPAN) if files else None
    talk = Talk(title=Text("", _SPAN), brand=name, size=size, span=_SPAN, spans={})
    overlay = MemoryOverlay(files, NoFiles())
    named = BrandFile(BRAND, overlay) if files else None
    return find_brand("", talk, overlay, named, None, Diagnostics()).brand


def _has_parts(package: ParsedPackage, brand: Brand) -> bool:
    """Return whether a deck has the parts of a brand, and no other layout."""
    layouts = sum(name.startswith("/ppt/slideLayouts/") for name in package.parts)
    own = [part for part in brand.parts if part.name.endswith(".xml")]
    return layouts == sum(part.name.startswith("/ppt/slideLayouts/") for part in own) and all(
        _is_same(package.parts.get(part.name), part.data) for part in own
    )


def _is_same(part: ParsedPart | None, data: bytes) -> bool:
    if part is None or part.root is None:
        return False
    return part.data == data or is_same_xml(part.root, parse_xml(data))
