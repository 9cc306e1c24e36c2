"""Decks of outlines in memory, edited with python-pptx and pulled back."""

import functools
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.project.towns.town_selection import Town
from deckgen.roundtrip.comparing.compare import compare, edited_numbers
from deckgen.roundtrip.deck_outline import (
    TalkVersion,
    compile_version,
    rebuilt_deck,
)
from deckgen.roundtrip.pull import ChangeOutcome, Pulled, pull
from deckgen.roundtrip.reading.read_edited import read_edited, with_sent
from deckgen.roundtrip.writing.pin_slides import HandDeck
from deckgen.roundtrip.writing.targets.draft import CurrentTalk
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder

Edit = Callable[[Any], None]
"""Changes a presentation of python-pptx."""
MAIN = "slides.yaml"
_VERSION = TalkVersion(MAIN, Town("", "", AS_WRITTEN), BuildCache())


class PulledDeck(NamedTuple):
    """What became of the changes of a deck."""

    outcomes: tuple[ChangeOutcome, ...]
    files: Mapping[str, str]
    """Those that were written, as text."""

    @property
    def results(self) -> list[str]:
        """The results, in order."""
        return [each.result for each in self.outcomes]


def compiled(files: Files, diagnostics: Diagnostics) -> CurrentTalk | None:
    """Return what an outline gives."""
    return compile_version(_VERSION, files, diagnostics)


def edited(files: Mapping[str, str | bytes], edit: Edit) -> bytes:
    """Return the deck of an outline, changed."""
    presentation = pptx.Presentation(io.BytesIO(_built(tuple(files.items()))))
    edit(presentation)
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


@functools.cache
def _built(files: tuple[tuple[str, str | bytes], ...]) -> bytes:
    diagnostics = Diagnostics()
    made = compile_talk(MAIN, Folder(dict(files)), None, diagnostics)
    assert made is not None, list(diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return deck_bytes(made, None)


def pulled(files: Mapping[str, str | bytes], edit: Edit) -> PulledDeck:
    """Return what becomes of the changes of a deck; pulled again, all that was taken is there."""
    data = edited(files, edit)
    first = pulled_into(Folder(files), data)
    again = pulled_into(MemoryOverlay(dict(first.files), Folder(files)), data)
    open_ = [
        each.result for each in first.outcomes if each.result not in {"taken", "pinned", "same"}
    ]
    assert [each.result for each in again.outcomes if each.result != "same"] == open_
    texts = {
        name: written.decode()
        for name, written in first.files.items()
        if not name.endswith(".pptx")
    }
    return PulledDeck(first.outcomes, texts)


def pulled_into(files: Files, data: bytes) -> Pulled:
    """Return what is pulled from a deck into an outline as it is now."""
    diagnostics = Diagnostics()
    deck = read_edited(data, diagnostics, "talk.pptx")
    current = compiled(files, diagnostics)
    assert deck is not None
    deck = with_sent(deck, rebuilt_deck(_VERSION, files, deck))
    assert deck.base is not None
    assert current is not None, list(diagnostics)
    changes = compare(deck.base, deck, current.deck)
    hand = HandDeck("talk.pptx", data, MAIN, edited_numbers(deck.base, deck, current.deck))
    return pull(current, changes, files, compiled, hand)


def paragraphs(presentation: Any) -> Iterator[Any]:
    """Yield every paragraph of a deck, those of tables and notes, too."""
    for slide in presentation.slides:
        for shape in _shapes(slide.shapes):
            if shape.has_text_frame:
                yield from shape.text_frame.paragraphs
            if shape.has_table:
                for cell in shape.table.iter_cells():
                    yield from cell.text_frame.paragraphs
        if slide.has_notes_slide:
            yield from slide.notes_slide.notes_text_frame.paragraphs


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        else:
            yield shape


def words(*edits: tuple[str, str], first: int = 0, last: int | None = None) -> Edit:
    """Return what replaces words: in all paragraphs with the words, or in some of these."""

    def edit(presentation: Any) -> None:
        for old, new in edits:
            alike = [each for each in paragraphs(presentation) if old in words_of(each)][first:last]
            assert alike, old
            for paragraph in alike:
                _replace(paragraph, old, new)

    return edit


def words_of(paragraph: Any) -> str:
    return "".join(run.text for run in paragraph.runs)


def _replace(paragraph: Any, old: str, new: str) -> None:
    """Replace words; if they are of several runs, these become one."""
    for run in paragraph.runs:
        if old in run.text:
            run.text = run.text.replace(old, new)
            return
    text = words_of(paragraph).replace(old, new)
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = text


def all_of(edits: Iterable[Edit]) -> Edit:
    """Return what makes several edits, one after another."""

    def edit(presentation: Any) -> None:
        for each in edits:
            each(presentation)

    return edit
