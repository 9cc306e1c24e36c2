"""What the outline says today in the place of a change: whether its author changed it, too."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from deckgen.deck.deck_map import DeckMap, MappedParagraph, MappedSlide, MappedText
from deckgen.roundtrip.comparing.changes import Current, State
from deckgen.roundtrip.comparing.pair_texts import AT_FOOT, pair_paragraphs
from deckgen.support.grouped_values import grouped

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))


def plain(words: str) -> str:
    """Return words as they are compared: all blanks alike, none at the end."""
    return words.translate(_SPACES).rstrip(" ")


def without_blank(paragraph: MappedParagraph) -> MappedParagraph:
    """Return a paragraph without the one blank before it that is left where Enter split a line."""
    if not paragraph.words.startswith(" ") or paragraph.words.startswith("  "):  # an indent
        return paragraph
    return paragraph._replace(
        words=paragraph.words[1:],
        formulas=tuple((start - 1, end - 1) for start, end in paragraph.formulas),
        marks=tuple((max(start - 1, 0), end - 1, mark) for start, end, mark in paragraph.marks),
    )


class CurrentWords:
    """The map of the current outline, looked up by the places of the deck that was built."""

    def __init__(self, current: DeckMap | None) -> None:
        self._is_known = current is not None
        self.slides: Mapping[str, MappedSlide] = (
            {slide.id: slide for slide in current.slides} if current else {}
        )
        """The slides of the current outline by their ids; none if it is not known."""
        self._pairs: dict[tuple[str, str], dict[int, int]] = {}

    def slide(self, slide_id: str, *, is_same: bool = False) -> Current:
        """Return the entry of a slide; `is_same`: the outline has the change already."""
        if not self._is_known:
            return Current()
        there = self.slides.get(slide_id)
        if there is None:
            return Current("same" if is_same else "missing")
        return Current("same" if is_same else "unchanged", "", there.span)

    def deleted_slide(self, built: MappedSlide) -> Current:
        """Return the entry of a slide that is deleted; a conflict if the outline has new words."""
        there = self.slides.get(built.id)
        current = self.slide(built.id, is_same=there is None)
        known = {plain(each.words) for text in built.texts for each in text.paragraphs}
        texts = () if there is None else there.texts
        own = [each for text in texts if text.place not in AT_FOOT for each in text.paragraphs]
        new = [p.words for p in own if not p.is_generated and plain(p.words) not in known]
        return current._replace(state="conflict", words="\n".join(new)) if new else current

    def text(self, slide_id: str, place: str) -> MappedText | None:
        """Return a text of a slide."""
        slide = self.slides.get(slide_id)
        texts = () if slide is None else slide.texts
        return next((text for text in texts if text.place == place), None)

    def paragraph(
        self,
        slide_id: str,
        place: str,
        base: Sequence[MappedParagraph],
        index: int,
        edited: str | None,
    ) -> Current:
        """Return what stands in place of the paragraph of a text that was built.

        `base` are the paragraphs of that text, `edited` the words that colleagues gave it; None:
        they took it away.
        """
        if not self._is_known:
            return Current()
        there = self.paragraph_there(slide_id, place, base, index)
        if there is None:
            return Current("same" if edited is None else "missing")
        words = plain(there.words)
        state: State = "conflict"
        if words == plain(base[index].words):
            state = "unchanged"
        elif edited is not None and (
            words == plain(edited) or self._redrawn(slide_id, place, edited)
        ):
            state = "same"
        return Current(state, there.words, there.span, there.is_generated)

    def _redrawn(self, slide_id: str, place: str, words: str) -> bool:
        """Return whether a drawing has these words by now, if only in another shape."""
        drawing, _, shape = place.partition(" shape ")
        slide = self.slides.get(slide_id) if shape else None
        return slide is not None and any(
            text.place.startswith(f"{drawing} ") and plain(each.words) == plain(words)
            for text in slide.texts
            for each in text.paragraphs
        )

    def paragraph_there(
        self, slide_id: str, place: str, base: Sequence[MappedParagraph], index: int
    ) -> MappedParagraph | None:
        """Return the paragraph of today for that of a text that was built."""
        text = self.text(slide_id, place)
        if text is not None:
            key = slide_id, place
            if key not in self._pairs:
                self._pairs[key] = {
                    old: new
                    for old, new in pair_paragraphs(base, text.paragraphs)
                    if old is not None and new is not None
                }
            if index in self._pairs[key]:
                return text.paragraphs[self._pairs[key][index]]
        # Text goes on over further slides, which may begin with another paragraph today.
        elsewhere = self._paragraphs.get((place, plain(base[index].words)), [])
        return elsewhere[0] if len(elsewhere) == 1 else None

    @cached_property
    def _paragraphs(self) -> dict[tuple[str, str], list[MappedParagraph]]:
        """All paragraphs by their place and words."""
        texts = (text for slide in self.slides.values() for text in slide.texts)
        return grouped(((text.place, plain(p.words)), p) for text in texts for p in text.paragraphs)
