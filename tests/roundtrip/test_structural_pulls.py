"""What becomes of each sort of change when it is pulled: taken, pinned, or refused with a reason.

None is lost: what was taken stands in the outline, and the rest is still told.
"""

import pytest

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.pipeline.build_cache import BuildCache
from deckgen.project.towns.town_selection import Town
from deckgen.roundtrip.comparing.compare import compare, edited_numbers
from deckgen.roundtrip.deck_outline import TalkVersion, compile_version
from deckgen.roundtrip.pull import Pulled, Result, pull
from deckgen.roundtrip.reading.read_edited import with_sent
from deckgen.roundtrip.writing.pin_slides import HandDeck
from deckgen.roundtrip.writing.targets.draft import CurrentTalk
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.roundtrip.edited_talk import OUTLINE, PICTURE, base, built, opened, read
from tests.roundtrip.structural_edits import EDITS
from tests.sampled import sampled
from tests.tools.packages import saved

_HEAD = 'title: A talk\nlang: en-GB\nsize: "16:9"\nslides:\n'
FILES = Folder(
    {
        "slides.yaml": _HEAD + "".join(f"  {line}\n" for line in OUTLINE.splitlines()),
        "plan.png": PICTURE.read_bytes(),
    }
)
VERSION = TalkVersion("slides.yaml", Town("", "", AS_WRITTEN), BuildCache())

RESULTS: dict[str, list[Result]] = {
    "nothing": [],
    "a title": ["taken"],
    "a bullet": ["taken"],
    "a new bullet": ["taken"],
    "a bullet taken away": ["taken"],
    "a bullet indented": ["taken"],
    "a word made bold": ["taken"],
    "a word bold no longer": ["taken"],
    "a word coloured and underlined": ["pinned"],
    "a word larger than its neighbours": ["pinned"],
    "a line broken": ["taken"],
    "notes": ["taken"],
    "new notes": ["taken"],
    "notes taken away": ["taken"],
    "a cell": ["taken"],
    "a new row": ["taken"],
    "a number of a chart": ["taken"],
    "a picture moved": ["pinned"],
    "a picture taken away": ["pinned"],
    "an alternative text": ["taken"],
    "a new text box": ["pinned"],
    "a title taken away": ["refused"],
    "a slide moved": ["taken"],
    "a slide taken away": ["taken"],
    "a copy of a slide": ["taken"],
    "a new slide": ["taken"],
    "a slide hidden": ["taken"],
}


def compiled(files: Files, diagnostics: Diagnostics) -> CurrentTalk | None:
    return compile_version(VERSION, files, diagnostics)


def pulled(data: bytes, files: Files) -> Pulled:
    """Return what becomes of a deck's changes."""
    talk = compiled(files, Diagnostics())
    assert talk is not None
    edited = with_sent(read(data), built().data)
    changes = compare(base(), edited, talk.deck)
    numbers = edited_numbers(base(), edited, talk.deck)
    return pull(talk, changes, files, compiled, HandDeck("deck.pptx", data, "slides.yaml", numbers))


def test_every_edit_has_a_result() -> None:
    assert RESULTS.keys() == EDITS.keys()


@pytest.mark.parametrize("case", sampled([*RESULTS], every=27))
def test_each_change_is_taken_or_refused_with_a_reason(case: str) -> None:
    deck = opened()
    EDITS[case](deck)
    data = saved(deck)
    first = pulled(data, FILES)
    assert [each.result for each in first.outcomes] == RESULTS[case]
    assert [
        each for each in first.outcomes if each.result == "refused" and len(each.why) < 20
    ] == []
    assert bool(first.files) == bool({"taken", "pinned"} & {*RESULTS[case]})
    again = pulled(data, MemoryOverlay(dict(first.files), FILES))
    expected = ["same" if each in {"taken", "pinned"} else each for each in RESULTS[case]]
    assert [each.result for each in again.outcomes] == expected
    assert again.files == {}
