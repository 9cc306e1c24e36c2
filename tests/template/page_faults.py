"""What a designer would not sign on a page: rules for pages as they are measured."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

from tests.template.measured_pages import Drawn, Page, Text
from tests.tools.seen import seen

Rule: TypeAlias = Callable[[Page], Iterator[str]]

_TITLES = {"title", "ctrTitle"}
_CONTENTS = _TITLES | {"subTitle", "body", "obj"}
_FOOTERS = {"dt", "ftr", "sldNum"}
_PARTS = {"cell", "chart", "drawing"}
"""Texts inside of tables, charts and drawings: how they stand to each other is tested elsewhere."""
_TOUCH = 3.0
"""Points by which two things may reach into each other, as widths are estimated."""
_LEAST_CONTRAST = 3.0
_CONTENT, _SMALL, _FOOTER = 18.0, 12.0, 8.0
"""The least sizes on a page that is 540 points high."""
_PAGE_HEIGHT = 540
_ALL_PAGE = 0.9
_LARGE = 0.05
"""Share of the page above which a shape that is no rectangle is a ground, and no obstacle."""


def overlaps(page: Page) -> Iterator[str]:
    """Yield text that stands on other text, or across something that is drawn."""
    texts = [text for text in page.texts if text.type not in _PARTS]
    for one, other in combinations(texts, 2):
        if _meet(one, other.extent.common(one.extent)):
            yield f"“{one.words[:20]}” on “{other.words[:20]}”"
    for text in texts:
        for shape in page.drawn:
            if not _is_obstacle(shape, page) or shape.area.grown(_TOUCH).contains(text.extent):
                continue
            if _meet(text, shape.area.grown(0.1).common(text.extent)):
                yield f"“{text.words[:20]}” across the {shape.kind} “{shape.name}”"


def _meet(text: Text, common: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = common
    if right - left <= _TOUCH and bottom - top <= _TOUCH:
        return False
    inner = text.extent.grown(-_TOUCH)
    return min(right, inner.right) > max(left, inner.left) and min(bottom, inner.bottom) > max(
        top, inner.top
    )


def _is_obstacle(shape: Drawn, page: Page) -> bool:
    share = shape.area.size / page.area.size
    if not shape.is_layouts:
        return shape.kind == "picture"
    if share > _ALL_PAGE:
        return False
    return shape.kind != "fill" or shape.color is not None or share < _LARGE


def weak_contrasts(page: Page) -> Iterator[str]:
    """Yield text below 3:1 on what lies behind it; on a picture nobody can calculate that."""
    for text in page.texts:
        for ground in dict.fromkeys(_grounds(text)):
            for words, color in dict.fromkeys(text.colors):
                found = seen(words, color, ground)
                if words.strip() and found.ratio < _LEAST_CONTRAST:
                    yield f"“{words}” {found.ink} on {found.ground}: {found.ratio:.1f}"


def _grounds(text: Text) -> Iterator[tuple[float, float, float]]:
    """Yield the colours behind a text, at nine of its points."""
    left, top, right, bottom = text.extent
    for across in (0.05, 0.5, 0.95):
        for down in (0.1, 0.5, 0.9):
            x, y = left + (right - left) * across, top + (bottom - top) * down
            here = [one for one in text.below if one.kind != "line" and one.area.holds(x, y)]
            if here and here[-1].color is not None:
                yield here[-1].color


def small_headlines(page: Page) -> Iterator[str]:
    """Yield headlines that are smaller than a text below; numbers alone may be large."""
    for title in _headlines(page):
        for text in page.texts:
            is_below = text is not title and text.extent.top > title.extent.top
            if not is_below or text.type in _PARTS | _FOOTERS:
                continue
            if not any(sign.isalpha() for sign in text.words):
                continue
            if max(text.sizes) > min(title.sizes):
                yield (
                    f"“{title.words[:20]}” {min(title.sizes):g} above “{text.words[:20]}” "
                    f"{max(text.sizes):g}"
                )


def _headlines(page: Page) -> list[Text]:
    """Return the titles of a page; on a layout without a title, the text that is read first."""
    titles = [text for text in page.texts if text.type in _TITLES]
    return titles if page.has_title else [*titles, *page.texts[:1]]


def small_texts(page: Page) -> Iterator[str]:
    """Yield text that cannot be read from the last row, unless the template itself is so small."""
    scale = max(page.area.bottom / _PAGE_HEIGHT, 1)
    for text in page.texts:
        least = _CONTENT if text.type in _CONTENTS else _SMALL
        least = _FOOTER if text.type in _FOOTERS else least
        for size, own in zip(text.sizes, text.own_sizes, strict=True):
            limit = least * scale
            if text.type in _CONTENTS | _FOOTERS:
                limit = min(limit, own)
            if size < limit - 0.5:
                yield f"“{text.words[:20]}” {size:g} below {limit:g}"
                break


def late_titles(page: Page) -> Iterator[str]:
    """Yield pages without a title, or with more than a small line above that is read before it."""
    titles = _headlines(page)
    at = page.texts.index(titles[0]) if titles else None
    if at is None:
        yield "no title"
    elif at > 1 or (at == 1 and page.texts[0].extent.top > page.texts[1].extent.top + _TOUCH):
        yield f"the title “{page.texts[at].words[:20]}” after “{page.texts[0].words[:20]}”"


def marked_headlines(page: Page) -> Iterator[str]:
    """Yield headlines with a bullet, and small lines beside them."""
    for text in page.texts:
        if text.type not in _TITLES and text not in _headlines(page):
            continue
        if any(is_marked for _, _, is_marked, _ in text.marks):
            yield f"a mark before “{text.words[:20]}”"


def joined_headlines(page: Page) -> Iterator[str]:
    """Yield headlines that hold another text, a kicker or a subtitle, as a line of theirs."""
    for text in page.texts:
        if text.type in _TITLES and "\n" in text.words:
            yield f"“{text.words[:40]}”"


def flat_lists(page: Page) -> Iterator[str]:
    """Yield lists with a lower level that begins where the one above it does, in the same size."""
    for text in page.texts:
        if text.type not in {"body", "obj"}:
            continue
        levels = {level: (start, size) for level, start, _, size in text.marks}
        for level, (start, size) in levels.items():
            above = levels.get(level - 1)
            if above is not None and start <= above[0] and size == above[1]:
                yield f"“{text.words[:20]}”, level {level + 1}"


RULES: Mapping[str, Rule] = {
    "overlaps": overlaps,
    "weak contrasts": weak_contrasts,
    "small headlines": small_headlines,
    "small texts": small_texts,
    "late titles": late_titles,
    "marked headlines": marked_headlines,
    "joined headlines": joined_headlines,
    "flat lists": flat_lists,
}
