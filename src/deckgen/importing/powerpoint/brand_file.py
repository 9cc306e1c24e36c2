"""The brand.yaml of an imported talk: the presentation is its template."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from deckgen.brand.design.grid import GRIDS, SlideFormat
from deckgen.brand.new_brand import brand_from_theme, new_brand_yaml
from deckgen.importing.imported_talk import kind_of
from deckgen.importing.outline_entry import OutlineEntry, Value
from deckgen.importing.outline_yaml import mapping_yaml
from deckgen.importing.powerpoint.reading.source_slide import SourceSlide, words_of_content
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.template.resolve.theme import read_theme

BRAND = "brand.yaml"
_ROLES = ("cover", "section", "questions", "question", "bullets", "text", "quote", "closing")
_COLUMNS = {2: "two-contents", 3: "three-contents"}
_SMALLEST, _LARGEST = 8, 18
"""Points between which the limit lies: 18 is what we advise; old talks have smaller text."""
_SMALL_SHARE = 0.05
"""The share of the words that may be smaller than the limit, such as sources."""


def used_layouts(slides: Sequence[SourceSlide], entries: Sequence[OutlineEntry]) -> dict[str, str]:
    """Return the name of the layout that most slides of a role stand on, by role."""
    counted: dict[str, Counter[str]] = {}
    for slide, entry in zip(slides, entries, strict=True):
        role = _role(entry)
        if role:
            counted.setdefault(role, Counter())[slide.layout] += 1
    return {role: names.most_common(1)[0][0] for role, names in sorted(counted.items())}


def _role(entry: OutlineEntry) -> str:
    kind = kind_of(entry)
    columns = entry.keys.get("columns")
    if isinstance(columns, tuple):
        return _COLUMNS[len(columns)]
    beside_picture = kind in {"bullets", "text"} and "image" in entry.keys
    if beside_picture or kind not in _ROLES:
        return ""
    return kind


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
    """Return a brand.yaml in the colours and fonts of a presentation whose layouts hold no text."""
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
