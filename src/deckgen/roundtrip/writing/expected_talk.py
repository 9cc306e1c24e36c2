"""What a talk shows once its changes are written."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from deckgen.deck.deck_map import MappedText
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.graphic_grid import place_of, row_of_place, with_columns
from deckgen.roundtrip.writing.targets.change_targets import Target
from deckgen.roundtrip.writing.targets.draft import TalkEntry
from deckgen.support.diagnostics import Span
from deckgen.support.grouped_values import grouped


class ExpectedParagraph(NamedTuple):
    """A paragraph, and whether its words may be any: those that follow from others."""

    words: str
    level: int
    is_free: bool = False
    is_derived: bool = False
    """Whether other entries decide about it, so that it may be gone, or stand elsewhere."""
    before: str = ""
    """Its words before they were changed, if they were."""


class ExpectedEntry(NamedTuple):
    """What an entry shows: its texts by their places."""

    texts: dict[str, tuple[ExpectedParagraph, ...]]
    is_hidden: bool
    is_new: bool = False
    """Whether it is added, so that it may show anything."""
    section: str | None = None
    """The name of the section that begins with it; None if it may be any."""
    transition: str | None = None
    """How it comes on stage; None if it may be any."""
    links: frozenset[str] | None = None
    """The addresses that its words lead to, as `link_form` has them; None if they may be any."""


NEW_ENTRY = ExpectedEntry({}, is_hidden=False, is_new=True)


class Targeted(NamedTuple):
    """A change of text that is written, its entry, and its paragraph if it has one."""

    change: ch.TextChange | ch.RowChange | ch.ColumnsChanged | ch.KeyChange
    entry: int
    paragraph: int = -1
    """Its index in the text of the entry; -1: it has none."""
    target: Target | None = None


def expected_entries(
    entries: Sequence[TalkEntry],
    changes: Iterable[Targeted],
    derived: Container[tuple[int, Span]] = frozenset(),
    followed: frozenset[Span] = frozenset(),
) -> list[ExpectedEntry]:
    """Return the entries with their changes, in the order that they have now.

    `derived` has, by the index of an entry, the spans of its words that come from other entries,
    such as the lines of an overview: they may change. So may words with the spans in `followed`.
    """
    written = list(changes)
    # Other slides may repeat the words, such as titles in an overview.
    texts = ((each, entries[each.entry].text(each.target.place)) for each in written if each.target)
    spans = (text.paragraphs[each.paragraph].span for each, text in texts if text)
    followed |= {span for span in spans if span}
    expected = [_unchanged(at, entry, followed, derived) for at, entry in enumerate(entries)]
    for at, own in grouped((each.entry, each) for each in written).items():
        expected[at] = _changed(entries[at], expected[at], own)
    return expected


def _unchanged(
    at: int, entry: TalkEntry, followed: frozenset[Span], derived: Container[tuple[int, Span]]
) -> ExpectedEntry:
    texts = {
        text.place: tuple(
            ExpectedParagraph(
                each.words,
                each.level,
                each.is_generated
                or each.span in followed
                or (each.span is None and text.place.startswith("alt")),
                each.span is not None and (at, each.span) in derived,
            )
            for each in text.paragraphs
        )
        for text in entry.texts
    }
    return ExpectedEntry(texts, entry.is_hidden)


def _changed(
    entry: TalkEntry, expected: ExpectedEntry, changes: Sequence[Targeted]
) -> ExpectedEntry:
    texts = {**expected.texts, **_changed_texts(entry, changes)}
    hidden, section, transition = expected.is_hidden, expected.section, expected.transition
    for change, *_ in changes:
        match change:
            case ch.NotesAdded():
                texts["notes"] = tuple(ExpectedParagraph(each, 0) for each in change.paragraphs)
            case ch.SlideHidden():
                hidden = change.hidden
            case ch.SectionChanged():
                section = change.edited
            case ch.TransitionChanged():
                transition = change.edited
            case ch.TextDeleted():
                texts.pop(change.place, None)
            case _:  # rows and columns follow, once the words are changed that stand in them
                pass
    rows = [each.change for each in changes if isinstance(each.change, ch.RowChange)]
    for graphic in dict.fromkeys(each.place for each in rows):
        texts = _with_rows(texts, graphic, [each for each in rows if each.place == graphic])
    for change, *_ in changes:
        if isinstance(change, ch.ColumnsChanged):
            texts = _with_columns(texts, change)
    texts = _with_free_names(texts, changes)
    return ExpectedEntry(texts, hidden, section=section, transition=transition)


def _with_rows(
    texts: Mapping[str, tuple[ExpectedParagraph, ...]],
    graphic: str,
    changes: Sequence[ch.RowChange],
) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return texts with other rows of a table, or other categories of a chart."""
    cells: dict[int, dict[str, tuple[ExpectedParagraph, ...]]] = {}
    result = {}
    for place, text in texts.items():
        of_row = row_of_place(place) if place.startswith(f"{graphic} ") else None
        if of_row is None:
            result[place] = text
        else:
            row, template = of_row
            cells.setdefault(row, {})[template] = text
    deleted = {each.row for each in changes if isinstance(each, ch.RowDeleted)}
    rows = []
    for row in range(max(cells, default=0) + 1):
        rows += [cells[row]] if row in cells and row not in deleted else []
        added = (each for each in changes if isinstance(each, ch.RowAdded) and each.after == row)
        rows += [_new_row(graphic, each.cells) for each in added]
    for number, own in enumerate(rows, 1):
        result |= {place.format(number): text for place, text in own.items()}
    return result


def _with_columns(
    texts: Mapping[str, tuple[ExpectedParagraph, ...]], change: ch.ColumnsChanged
) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return texts with other columns of a table, or other series of a chart."""
    result = with_columns(texts, change.columns, f"{change.name} ")
    new = (at for at, was in enumerate(change.columns) if was is None)
    for column, cells in zip(new, change.cells, strict=True):
        for row, words in enumerate(cells):
            if words or not change.name.startswith("chart "):
                result[place_of(change.name, row, column)] = (ExpectedParagraph(words, 0),)
    return result


def _new_row(graphic: str, cells: Sequence[str]) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return the texts of a new row by their places, with `{}` for its number."""
    if not graphic.startswith("chart "):
        return {
            f"{graphic} cell {{}} {column}": (ExpectedParagraph(words, 0),)
            for column, words in enumerate(cells, 1)
        }
    name, *numbers = cells
    return {
        f"{graphic} category {{}}": (ExpectedParagraph(name, 0),),
        **{
            f"{graphic} value {series} {{}}": (ExpectedParagraph(number, 0),)
            for series, number in enumerate(numbers, 1)
            if number
        },
    }


def _with_free_names(
    texts: Mapping[str, tuple[ExpectedParagraph, ...]], changes: Iterable[Targeted]
) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return texts; names of a chart may show its numbers, so with one of these they are free."""
    places = (getattr(each.change, "place", "") for each in changes)
    charts = {place.partition(" value ")[0] for place in places if " value " in place}
    return {
        place: tuple(each._replace(is_free=True) for each in text)
        if place.partition(" category ")[0] in charts and " category " in place
        else text
        for place, text in texts.items()
    }


def _changed_texts(
    entry: TalkEntry, changes: Iterable[Targeted]
) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return the texts of an entry in which paragraphs are changed, by their places."""
    by_place = grouped(
        (getattr(each.change, "place", ""), each) for each in changes if each.paragraph >= 0
    )
    texts = ((entry.text(place), own) for place, own in by_place.items())
    return {text.place: _changed_text(text, own) for text, own in texts if text is not None}


def _changed_text(text: MappedText, changes: Sequence[Targeted]) -> tuple[ExpectedParagraph, ...]:
    by_paragraph = grouped((each.paragraph, each.change) for each in changes)
    result: list[ExpectedParagraph] = []
    for at, paragraph in enumerate(text.paragraphs):
        own = by_paragraph.get(at, [])
        added = [each for each in own if isinstance(each, ch.ParagraphAdded)]
        result += [ExpectedParagraph(e.edited, e.level) for e in added if e.before == 0]
        words, level = paragraph.words, paragraph.level
        for change in own:
            if isinstance(change, ch.WordsChanged):
                words = change.edited
            elif isinstance(change, ch.LevelChanged):
                level = change.edited
        if not any(isinstance(each, ch.ParagraphDeleted) for each in own):
            before = paragraph.words if words != paragraph.words else ""
            result.append(ExpectedParagraph(words, level, before=before))
        result += [ExpectedParagraph(e.edited, e.level) for e in added if e.before != 0]
    return tuple(result)
