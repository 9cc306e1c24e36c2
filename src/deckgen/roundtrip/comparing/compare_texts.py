"""What was changed in a text: paragraphs, their words, their levels, what is marked in them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple, get_args

from deckgen.deck.deck_map import FormatMark, MappedParagraph, MappedText
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.current_words import CurrentWords, plain, without_blank
from deckgen.roundtrip.comparing.pair_texts import pair_paragraphs
from deckgen.roundtrip.reading.edited_deck import Paragraphs
from deckgen.support.sequence_changes import opcodes

_MARKS: tuple[FormatMark, ...] = get_args(FormatMark)
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
_SAME_WORD = 0.6
"""The share of common characters from which other words are the old ones, corrected."""
_MOST_CORRECTED = 40_000
"""Characters times characters, up to which other words may be the old ones, corrected."""


class ComparisonContext(NamedTuple):
    """The place of a text, and what is known of the current outline and the program."""

    slide_id: str
    current: CurrentWords
    writes_inherited: bool
    """Whether the program writes formats that the text inherits."""
    keeps_media: bool = True
    """Whether the program writes pictures as they were."""
    inherited: frozenset[tuple[int, FormatMark]] = frozenset()
    """Levels of the text, as it was built, and formats that such a program writes on all of it."""
    has_levels: bool = True
    """Whether the text still has levels: LibreOffice drops them from some texts."""

    @property
    def entry(self) -> ch.Current:
        """What the outline has today of the slide."""
        return self.current.slide(self.slide_id)


def text_changes(
    base: MappedText, edited: Sequence[MappedParagraph], context: ComparisonContext
) -> Iterator[ch.WordChange]:
    """Yield what was changed in a text, from its first paragraph to its last."""
    slide_id, place = context.slide_id, base.place
    old, new = base.paragraphs, _without_empty(base.paragraphs, edited)
    if not new and any(each.words.strip() for each in old):
        if place.startswith("table ") and len(old) == 1:  # a cell stays, empty
            current = _current(base, 0, "", context)
            yield ch.WordsChanged(slide_id, place, 0, old[0].words, "", current)
            return
        yield ch.TextDeleted(
            slide_id, place, tuple(each.words for each in old), _current(base, 0, None, context)
        )
        return
    if context.writes_inherited and not any(each.level for each in new):
        context = context._replace(has_levels=False)
    pairs = list(pair_paragraphs(old, new))
    if context.writes_inherited:
        context = context._replace(inherited=frozenset(_inherited(old, new, pairs)))
    # Words that were moved stand in the outline before and after: their order tells.
    is_there = _stands_there(base, new, context)
    before = 0
    for there, at in pairs:
        if there is None and at is not None:
            current = _current_neighbour(base, max(before - 1, 0), new[at].words, context)
            current = current._replace(state="same") if is_there else current
            yield ch.ParagraphAdded(slide_id, place, before, new[at].words, new[at].level, current)
            yield from added_formats(base, before, new[at], context)
        elif there is not None:
            before = there + 1
            if at is None:
                words = old[there].words
                if words.strip():
                    current = _current(base, there, None, context)
                    current = current._replace(state="same") if is_there else current
                    yield ch.ParagraphDeleted(slide_id, place, there, words, current)
            else:
                yield from _paragraph_changes(base, there, new[at], context)


def added_formats(
    text: MappedText,
    index: int,
    new: MappedParagraph,
    context: ComparisonContext,
    like: Sequence[MappedParagraph] = (),
) -> Iterator[ch.FormatChanged]:
    """Yield what is marked in a new paragraph of a text; one with words that were there has moved.

    A new row of a table has the formats of the one above, given as `like`: what is bold as a whole
    there is no change.
    """
    words = plain(new.words)
    moved = next((each for each in text.paragraphs if plain(each.words) == words), None)
    moved = moved or MappedParagraph("")
    if context.writes_inherited or like:
        usual = like or [new]
        whole = (m for m in _MARKS if all(_covers(_covered(each, m), each.words) for each in usual))
        context = context._replace(inherited=frozenset((moved.level, mark) for mark in whole))
    there = context.current.text(context.slide_id, text.place)
    alike = (each for each in there.paragraphs if plain(each.words) == words) if there else ()
    is_same = any(each.marks == new.marks for each in alike)
    current = context.current.slide(context.slide_id, is_same=is_same)
    for stretch in _marked(moved, new, context) if new.marks or moved.marks else ():
        yield ch.FormatChanged(context.slide_id, text.place, index, new.words, *stretch, current)


def _stands_there(base: MappedText, new: Paragraphs, context: ComparisonContext) -> bool:
    """Return whether the outline has all paragraphs of the edited text today, in its order."""
    there = context.current.text(context.slide_id, base.place)
    return there is not None and [(plain(each.words), each.level) for each in new] == [
        (plain(each.words), each.level) for each in there.paragraphs
    ]


def _without_empty(old: Sequence[MappedParagraph], new: Sequence[MappedParagraph]) -> Paragraphs:
    """Return the edited paragraphs; empty ones are left out, unless some were built.

    Colleagues type them to make space; some programs add one at the end.
    """
    if any(not each.words.strip() for each in old):
        return tuple(new)
    is_led = any(each.words.startswith(" ") for each in old)
    return tuple(each if is_led else without_blank(each) for each in new if each.words.strip())


def _current(
    base: MappedText, index: int, edited: str | None, context: ComparisonContext
) -> ch.Current:
    return context.current.paragraph(context.slide_id, base.place, base.paragraphs, index, edited)


def _current_neighbour(
    base: MappedText, index: int, added: str, context: ComparisonContext
) -> ch.Current:
    """Return what the outline has where a paragraph was added: “same” if it has that one, too."""
    current = _current(base, index, None, context) if base.paragraphs else ch.Current()
    there = context.current.text(context.slide_id, base.place)
    if there is None:
        return current
    words, built = (
        [plain(each.words) for each in paragraphs].count(plain(added))
        for paragraphs in (there.paragraphs, base.paragraphs)
    )
    return current._replace(state="same") if words > built else current


def _paragraph_changes(
    text: MappedText, index: int, edited: MappedParagraph, context: ComparisonContext
) -> Iterator[ch.WordChange]:
    slide_id, place, base = context.slide_id, text.place, text.paragraphs[index]
    edited = _with_formulas_of(base, edited)
    words = edited.words
    if plain(base.words) != plain(words):
        current = _current(text, index, words, context)
        yield ch.WordsChanged(slide_id, place, index, base.words, words, current)
    if base.level != edited.level and context.has_levels:
        current = _current_look(text, index, edited, context)
        yield ch.LevelChanged(slide_id, place, index, words, base.level, edited.level, current)
    if base.marks or edited.marks:
        for start, end, mark, added in _marked(base, edited, context):
            current = _current_look(text, index, edited, context)
            yield ch.FormatChanged(slide_id, place, index, words, start, end, mark, added, current)


def _current_look(
    text: MappedText, index: int, edited: MappedParagraph, context: ComparisonContext
) -> ch.Current:
    """Return what the outline has today; “same” if it has words, level and marks of the deck."""
    current = _current(text, index, edited.words, context)
    there = context.current.paragraph_there(context.slide_id, text.place, text.paragraphs, index)
    if there and there.marks == edited.marks and there.level == edited.level:
        is_same = plain(there.words) == plain(edited.words)
        return current._replace(state="same") if is_same else current
    return current


def _with_formulas_of(base: MappedParagraph, edited: MappedParagraph) -> MappedParagraph:
    """Return an edited paragraph whose formulas are spelt as they were built, if they are the same.

    Programs write equations anew; their letters stay.
    """
    if base.words == edited.words or len(base.formulas) != len(edited.formulas):
        return edited
    words, at = "", 0
    for (start, end), (old_start, old_end) in zip(edited.formulas, base.formulas, strict=True):
        built = base.words[old_start:old_end]
        if _letters(built) != _letters(edited.words[start:end]):
            return edited
        words += edited.words[at:start] + built
        at = end
    return edited._replace(words=words + edited.words[at:])


def _letters(formula: str) -> list[str]:
    return sorted(sign for sign in unicodedata.normalize("NFKC", formula) if sign.isalnum())


def _marked(
    base: MappedParagraph, edited: MappedParagraph, context: ComparisonContext
) -> Iterator[tuple[int, int, FormatMark, bool]]:
    """Yield the stretches of edited words that have another format than when they were built.

    New words are compared with the words that they replace, or with those beside them.
    """
    same = [*_equal_blocks(base.words, edited.words), (len(base.words), len(edited.words), 0)]
    # Programs without equations mark what stands in their places.
    formulas, drawn = (
        {at for start, end in each.formulas for at in range(start, end)} for each in (base, edited)
    )
    for mark in _MARKS:
        old, new = _covered(base, mark), _covered(edited, mark)
        if old == new or ((base.level, mark) in context.inherited and _covers(new, edited.words)):
            continue
        flags: list[bool | None] = [None] * len(edited.words)
        begin = last = 0
        for start, at, size in same:
            usual = {each in old for each in _beside(base.words, begin, start)} or {False}
            for step in range(last, at):
                if step not in drawn and (step in new) not in usual:
                    flags[step] = step in new
            for step in range(size):
                there, before = at + step in new, start + step
                if before not in formulas and there != (before in old):
                    flags[at + step] = there
            begin, last = start + size, at + size
        flags = [
            None if sign.isspace() else flag for sign, flag in zip(edited.words, flags, strict=True)
        ]
        yield from ((start, end, mark, added) for start, end, added in _stretches(flags, edited))


def _beside(words: str, start: int, end: int) -> list[int]:
    """Return the places of the letters from `start` to `end`; of their neighbours if none are."""
    letters = [at for at in range(start, end) if not words[at].isspace()]
    sides = range(start - 1, -1, -1), range(end, len(words))
    return letters or [
        at
        for side in sides
        for at in [next((e for e in side if not words[e].isspace()), -1)]
        if at >= 0
    ]


def _inherited(
    base: Sequence[MappedParagraph],
    edited: Sequence[MappedParagraph],
    pairs: Sequence[tuple[int | None, int | None]],
) -> Iterator[tuple[int, FormatMark]]:
    """Yield each format that all paragraphs of a level have, with the level: the layout sets it.

    A format that only some of them have was set by hand.
    """
    levels: dict[int, list[MappedParagraph]] = {}
    for there, at in pairs:
        if there is not None and at is not None and edited[at].words.strip():
            levels.setdefault(base[there].level, []).append(edited[at])
    for level, paragraphs in levels.items():
        for mark in _MARKS:
            if all(_covers(_covered(each, mark), each.words) for each in paragraphs):
                yield level, mark


def _equal_blocks(old: str, new: str) -> Sequence[tuple[int, int, int]]:
    """Return start in both words, and length, of what is the same: words, and parts of a word."""
    if old == new:
        return [(0, 0, len(old))]
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts, ends = ([0, *accumulate(map(len, tokens))] for tokens in (before, after))
    blocks: list[tuple[int, int, int]] = []
    for tag, i, j, k, m in opcodes(before, after):
        if tag == "equal":
            blocks.append((starts[i], ends[k], starts[j] - starts[i]))
        elif tag == "replace":
            one, other = old[starts[i] : starts[j]], new[ends[k] : ends[m]]
            if len(one) * len(other) > _MOST_CORRECTED:
                continue
            inner = SequenceMatcher(None, one, other, autojunk=False)
            if inner.ratio() >= _SAME_WORD:
                blocks += [
                    (starts[i] + a, ends[k] + b, n) for a, b, n in inner.get_matching_blocks()
                ]
    return blocks


def _covered(paragraph: MappedParagraph, mark: FormatMark) -> set[int]:
    return {at for start, end, each in paragraph.marks if each == mark for at in range(start, end)}


def _covers(marked: set[int], words: str) -> bool:
    return all(at in marked or sign.isspace() for at, sign in enumerate(words))


def _stretches(
    flags: Sequence[bool | None], paragraph: MappedParagraph
) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and value of equal flags; blanks between them do not divide them."""
    begin, last, value = 0, 0, None
    for at, flag in enumerate(flags):
        if flag == value and flag is not None:
            last = at + 1
        elif flag is not None or not paragraph.words[at].isspace():
            if value is not None:
                yield begin, last, value
            begin, last, value = at, at + 1, flag
    if value is not None:
        yield begin, last, value
