"""What differs from the deck as it was sent, beside words: looks, sections, transitions and links.

Looks are compared with the deck as the outline gives it again. The checksums beside the map say
which of its parts are as they were sent.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT
from deckgen.deck.deck_map import DeckMap, MappedSlide
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.current_words import CurrentWords
from deckgen.roundtrip.reading.edited_deck import EditedDeck, EditedShape, EditedSlide
from deckgen.roundtrip.reading.read_looks import (
    MASTER,
    PROPERTIES,
    SIZE,
    PartLooks,
    aspects,
    look_differences,
)
from deckgen.roundtrip.reading.read_shapes import id_number
from deckgen.support.grouped_values import grouped

_PART = re.compile(r"(?:clr|font)Scheme/(\w+)(?:/\w+)?@(?:val|lastClr|typeface)=(.*)")
_EMU_PER_CM = 360_000
_KEPT = "No outline has this; set it again in the finished deck, or on a template as `brand`."
_NOTES = "Notes have words, `**bold**`, `*italic*` and lists: type `- ` before a line."
_OTHER_SIZE = "An outline knows 16:9 and 4:3; other sizes come with a template (`brand`)."
_BRAND = "What all slides share comes from the brand: its brand.yaml, or the template."
EFFECTS = frozenset({"none", "fade"})
"""The transitions that an outline can say."""


class LookChanges:
    """Compares the looks of slides with those that were sent.

    If the outline has changed a slide since, only looks that deckgen never makes are told.
    """

    def __init__(self, base: DeckMap, edited: EditedDeck, pairs: Mapping[int, int]) -> None:
        sent = edited.sent if edited.keeps_looks else None
        self._parts = base.parts
        self._sent = {each.slide_id: each for each in sent.slides} if sent else {}
        looks = [
            self._slide_looks(base.slides[there], edited.slides[at]) for at, there in pairs.items()
        ]
        self.common = frozenset(looks[0]).intersection(*looks) if len(looks) > 1 else frozenset()
        """What every slide looks like since."""

    def knows(self, built: MappedSlide) -> bool:
        """Return whether the looks of a slide are known."""
        return built.number in self._sent

    def of_slide(self, built: MappedSlide, edited: EditedSlide) -> Iterator[str]:
        """Yield what looks different on a slide itself, in plain words."""
        for look in self._slide_looks(built, edited):
            if look not in self.common:
                yield f"has {look}"

    def of_shape(self, built: MappedSlide, id_: int, edited: EditedShape) -> str:
        """Return what looks different of a shape that had an id; empty for nothing."""
        slide = self._sent.get(built.number)
        there = next((each for each in slide.shapes if each.id == id_), None) if slide else None
        if slide is None or there is None:
            return ""
        is_sent = slide.checksum in self._parts
        old, new = there.facts, edited.facts
        if not is_sent:  # its shapes may have other ids by now
            facts = (own for shape in slide.shapes for own in shape.facts.values())
            old = {"": frozenset().union(*facts)}
        if there.points != edited.points or not is_sent:  # the program writes the chart anew
            is_alike = is_sent and there.points.get("kind") == edited.points.get("kind")
            left = {"chart"} if is_alike else {"chart", "chart parts"}
            old, new = ({key: each[key] for key in each.keys() - left} for each in (old, new))
        found = look_differences(old, new, is_sent=is_sent)
        return f"has {' and '.join(found)}" if found else ""

    def sent_links(self, built: MappedSlide) -> tuple[tuple[str, str], ...] | None:
        """Return addresses and the words that led there when a slide was sent, if known."""
        slide = self._sent.get(built.number)
        return slide.links if slide and slide.checksum in self._parts else None

    def _slide_looks(self, built: MappedSlide, edited: EditedSlide) -> tuple[str, ...]:
        slide = self._sent.get(built.number)
        if slide is None:
            return ()
        is_sent = slide.checksum in self._parts
        looks = look_differences(slide.facts, edited.facts, is_sent=is_sent)
        places = {shape.id: at for at, shape in enumerate(slide.shapes)}
        order = [places[shape.id] for shape in edited.shapes if shape.id in places]
        is_shuffled = is_sent and order != sorted(order)
        return (*looks, "its shapes in another order") if is_shuffled else looks

    def of_notes(
        self, built: MappedSlide, edited: EditedSlide, entry: ch.Current
    ) -> Iterator[ch.LookTold]:
        """Yield what looks different in the notes of a slide."""
        slide = self._sent.get(built.number)
        if slide is not None and slide.checksum in self._parts:
            found = look_differences(slide.notes_facts, edited.notes_facts)
            if found:
                yield ch.LookTold(
                    f"notes: {' and '.join(found)}", "", "", _NOTES, "", entry, built.id
                )

    def of_deck(self, edited: EditedDeck) -> Iterator[ch.LookTold]:
        """Yield what was changed of all slides, or of what they share."""
        for look in sorted(self.common):
            key = look.removeprefix("no ")
            way = (
                _KEPT if key == look else f"Type `frame: {{{key}: no}}` at the top of the outline."
            )
            yield ch.LookTold(f"every slide has {look}", way=way, key="frame")
        parts = {} if edited.sent is None else edited.sent.parts
        # A theme is the same for all sizes; a master is not.
        is_known = MASTER in parts and parts[MASTER].checksum in self._parts
        restyled: dict[str, list[str]] = {}
        for name, sent in parts.items():
            there = edited.parts.get(name, PartLooks(frozenset, ""))
            is_sent = is_known if name == SIZE else sent.checksum in self._parts
            if not is_sent or (sent.copied and sent.copied == there.copied):
                continue
            before, after = sent.facts(), there.facts()
            old, new = before - after, after - before
            if not (old or new):
                continue
            if name == SIZE:
                yield _resized(before, after)
            elif name == PROPERTIES:
                if after:  # Google Slides writes none
                    yield _reworded(old, new)
            elif not edited.keeps_looks:
                continue
            elif typed := _theme_parts(new):
                yield ch.LookTold(name, _lines(_theme_parts(old)), _lines(typed), _typed(typed))
            else:
                what = " and ".join(aspects(old | new)) if after else "gone"
                restyled.setdefault(what, []).append(name)
        for what, names in restyled.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            yield ch.LookTold(f"{names[0]}{more}: {what}", way=_BRAND)


def _theme_parts(facts: Iterable[str]) -> dict[str, str]:
    """Return the colours and fonts of a theme by their names there."""
    found = (_PART.search(each[:300]) for each in sorted(facts))
    return {each[1]: each[2] for each in found if each}


def _lines(parts: Mapping[str, str]) -> str:
    return "\n".join(map(" ".join, parts.items()))


def _typed(colors: Mapping[str, str]) -> str:
    tokens = [
        f"`{TOKEN_OF_SLOT[slot]}: {colors[slot]}`" for slot in colors if slot in TOKEN_OF_SLOT
    ]
    return f"{_BRAND} There: {', '.join(tokens)}." if tokens else _BRAND


def _resized(old: frozenset[str], new: frozenset[str]) -> ch.LookTold:
    (cx, cy), before = _sides(new), _sides(old)
    shape = next((f"{x}:{y}" for x, y in ((16, 9), (4, 3)) if abs(cx * y - cy * x) < cx / 9), "")
    way = f"Type `size: {shape}` at the top of the outline." if shape else _OTHER_SIZE
    said = [f"{x / _EMU_PER_CM:.1f} × {y / _EMU_PER_CM:.1f} cm" for x, y in (before, (cx, cy))]
    return ch.LookTold(SIZE, said[0], said[1], way, "size")


def _sides(facts: frozenset[str]) -> tuple[int, int]:
    """Return width and height; 0 for one that is no number."""
    sides = dict(each.split(" ", 1) for each in facts)
    return id_number(sides["cx"]), id_number(sides["cy"])


def _reworded(old: frozenset[str], new: frozenset[str]) -> ch.LookTold:
    said = dict(each.split(" ", 1) for each in sorted(new))
    typed = ", ".join(f"`{key}: {words}`" for key, words in said.items() if words)
    way = f"Type {typed} at the top of the outline." if typed else "The outline still has it."
    before, after = ("\n".join(sorted(facts)) for facts in (old, new))
    return ch.LookTold(PROPERTIES, before, after, way, next(iter(said), "title"))


class ShowChanges:
    """Compares built slides with edited ones, one by one.

    If the edited deck has no sections, nothing is known of them: most programs leave them out.
    """

    def __init__(
        self,
        base: Sequence[MappedSlide],
        edited: Sequence[EditedSlide],
        pairs: Mapping[int, int],
        known: CurrentWords,
    ) -> None:
        self._known = known
        self._has_sections = any(slide.section for slide in edited)
        here = {there: edited[at] for at, there in pairs.items()}
        self._stepped_over = frozenset(
            name
            for there, slide in here.items()
            if (name := _one_line(base[there].section)) == base[there].title and not slide.section
        )
        """The sections of title pages before which another slide of theirs stands now."""
        effects = [
            (base[there].transition, each.transition)
            for there, each in here.items()
            if not base[there].is_included
        ]
        are_alike = len({new for _, new in effects}) == 1
        self._is_for_all = are_alike and sum(old != new for old, new in effects) > 1

    def of(self, base: MappedSlide, edited: EditedSlide) -> Iterator[ch.ShowChange]:
        """Yield what was changed of a slide; of one of another deck, its section alone."""
        today = self._known.slides.get(base.id)
        old, new = _one_line(base.section), _one_line(edited.section)
        if self._has_sections and old != new:
            follows = old == base.title and new in {"", _title_words(edited)}
            if not follows and new not in self._stepped_over:
                is_same = today is not None and _one_line(today.section) == new
                yield ch.SectionChanged(
                    base.id, old, new, self._known.slide(base.id, is_same=is_same)
                )
        if base.transition != edited.transition and not base.is_included:
            effect, there = edited.transition, today and today.transition
            nearest = effect if effect in EFFECTS else "fade"
            yield ch.TransitionChanged(
                base.id,
                base.transition,
                effect,
                self._is_for_all,
                self._known.slide(base.id, is_same=there == nearest),
            )


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _title_words(slide: EditedSlide) -> str:
    titles = (each.paragraphs for each in slide.shapes if each.placeholder == "title")
    return _one_line(" ".join(each.words for each in next(titles, ())))


def link_changes(
    base: MappedSlide, edited: EditedSlide, known: CurrentWords, looks: LookChanges
) -> Iterator[ch.LinkChanged]:
    """Yield the links of a slide that are new, then those that are gone; of other decks, none."""
    if base.is_included:
        return
    old = _by_form((each, "") for each in base.links)
    new, sent = _by_form(edited.links), _by_form(looks.sent_links(base) or ())
    today = known.slides.get(base.id)
    there = None if today is None else _by_form((each, "") for each in today.links).keys()
    for form, links in new.items():
        is_same = form not in old and there is not None and form in there
        if form not in old or len(links) > len(sent.get(form, links)):
            for address, words in links:
                if (address, words) not in sent.get(form, ()):
                    current = known.slide(base.id, is_same=is_same)
                    yield ch.LinkChanged(base.id, address, words, added=True, current=current)
    for form, ((address, _), *_) in old.items():
        if form not in new:
            is_same = there is not None and form not in there
            current = known.slide(base.id, is_same=is_same)
            yield ch.LinkChanged(base.id, address, "", added=False, current=current)


def _by_form(links: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return addresses with their words by what is the same however a program writes one."""
    return grouped((link_form(each[0]), each) for each in links)


def link_form(address: str) -> str:
    """Return what is the same of an address however a program writes it."""
    return unquote(address).rstrip("/").casefold()
