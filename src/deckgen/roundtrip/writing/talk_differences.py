"""Where a talk shows something else than expected."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from deckgen.deck.deck_map import MappedParagraph
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.writing.expected_talk import ExpectedEntry, ExpectedParagraph
from deckgen.roundtrip.writing.targets.talk_entries import TalkEntry


class Difference(NamedTuple):
    """Where a talk shows something else than expected."""

    entry: int
    """The index among the expected entries; -1: there are more or fewer entries."""
    place: str
    expected: str
    shown: str


def differences(expected: Sequence[ExpectedEntry], shown: Sequence[TalkEntry]) -> list[Difference]:
    """Return where a talk shows other words than expected; typography may set other signs."""
    if len(expected) != len(shown):
        return [Difference(-1, "", str(len(expected)), str(len(shown)))]
    return [
        difference
        for at, (one, other) in enumerate(zip(expected, shown, strict=True))
        if not one.is_new
        for difference in _entry_differences(at, one, other)
    ]


def _entry_differences(at: int, expected: ExpectedEntry, shown: TalkEntry) -> Iterable[Difference]:
    if expected.is_hidden != shown.is_hidden:
        yield Difference(at, "hidden", str(expected.is_hidden), str(shown.is_hidden))
    texts, there = expected.texts, {text.place: text.paragraphs for text in shown.texts}
    for drawing in _redrawn(texts, there):
        texts, there = _without(texts, drawing), _without(there, drawing)
    for place in {**texts, **there}:
        wanted, got = texts.get(place, ()), there.get(place, ())
        if any(each.is_derived for each in wanted):
            own = [each for each in wanted if not each.is_derived]
            if not _stand_in(own, got):
                yield Difference(at, place, _joined(own), _joined(got))
            continue
        if len(wanted) != len(got):
            if all(each.is_free for each in wanted) and all(each.is_generated for each in got):
                continue
            yield Difference(at, place, _joined(wanted), _joined(got))
            continue
        for one, other in zip(wanted, got, strict=True):
            if not one.is_free and not _is_same(one, other):
                yield Difference(at, place, one.words, other.words)


_Texts = TypeVar("_Texts", bound=Sequence[ExpectedParagraph] | Sequence[MappedParagraph])


def _redrawn(
    wanted: Mapping[str, Sequence[ExpectedParagraph]], got: Mapping[str, Sequence[MappedParagraph]]
) -> set[str]:
    """Return the drawings with the same words in other shapes, as longer words need more room."""
    drawings = {_drawing(place) for place in wanted.keys() ^ got.keys()}
    drawings |= {
        _drawing(place) for place in wanted if len(wanted[place]) != len(got.get(place, ()))
    }
    return {
        drawing
        for drawing in drawings - {""}
        if _sorted_words(wanted, drawing) == _sorted_words(got, drawing)
    }


def _drawing(place: str) -> str:
    """Return the drawing that a place is a shape of; empty for other places."""
    drawing, _, shape = place.partition(" shape ")
    return drawing if shape else ""


def _sorted_words(
    texts: Mapping[str, Sequence[ExpectedParagraph]] | Mapping[str, Sequence[MappedParagraph]],
    drawing: str,
) -> list[str]:
    """Return the words of a drawing that deckgen does not make, in the order of the alphabet."""
    own = [each for place in texts if _drawing(place) == drawing for each in texts[place]]
    return sorted(_plain(each.words) for each in own if not _is_made(each))


def _is_made(paragraph: ExpectedParagraph | MappedParagraph) -> bool:
    if isinstance(paragraph, ExpectedParagraph):
        return paragraph.is_free
    return paragraph.is_generated


def _without(texts: Mapping[str, _Texts], drawing: str) -> dict[str, _Texts]:
    return {place: text for place, text in texts.items() if _drawing(place) != drawing}


def _stand_in(wanted: Iterable[ExpectedParagraph], got: Iterable[MappedParagraph]) -> bool:
    """Return whether paragraphs stand among others, in their order."""
    rest = iter(got)
    return all(any(one.is_free or _is_same(one, other) for other in rest) for one in wanted)


def _is_same(expected: ExpectedParagraph, shown: MappedParagraph) -> bool:
    if expected.words == shown.words and expected.level == shown.level:
        return True
    if expected.before == shown.words:  # other signs, which typography sets back
        return False
    return expected.level == shown.level and _plain(expected.words) == _plain(shown.words)


def _plain(words: str) -> str:
    return re.sub("-+", "-", canonical(words)).strip()


def _joined(paragraphs: Iterable[ExpectedParagraph | MappedParagraph]) -> str:
    return " / ".join(each.words for each in paragraphs)
