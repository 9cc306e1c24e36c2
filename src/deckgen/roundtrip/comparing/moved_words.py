"""Words that were moved: they are gone in one place, and new in another."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from deckgen.roundtrip.comparing import changes as ch


def torn_moves(changes: Sequence[ch.Change], taken: Iterable[ch.Change]) -> tuple[ch.Change, ...]:
    """Return the changes that are a half of a move whose other half is not among those taken.

    Written alone, one would leave the words twice, or nowhere. Both halves are returned.
    """
    ids = {id(each) for each in taken}
    return tuple(half for move in _moves(changes) if _is_torn(move, ids) for half in move)


def _is_torn(move: Iterable[ch.Change], taken: Collection[int]) -> bool:
    return len({id(half) in taken for half in move}) > 1


def _moves(changes: Iterable[ch.Change]) -> Iterator[tuple[ch.Change, ch.Change]]:
    """Yield what was deleted with what was added in the same words, in their order."""
    deleted: dict[Hashable, list[ch.Change]] = {}
    added: dict[Hashable, list[ch.Change]] = {}
    for change in changes:
        match change:
            case ch.ParagraphDeleted(base=words) if words.strip():
                deleted.setdefault(" ".join(words.split()), []).append(change)
            case ch.ParagraphAdded(edited=words) if words.strip():
                added.setdefault(" ".join(words.split()), []).append(change)
            case ch.RowDeleted(cells=cells):
                deleted.setdefault(cells, []).append(change)
            case ch.RowAdded(cells=cells):
                added.setdefault(cells, []).append(change)
            case _:
                pass
    for moved, gone in deleted.items():
        yield from zip(gone, added.get(moved, ()), strict=False)
