"""What slides share is known again where a program only copied it, and read where it may differ."""

from collections.abc import Callable

import pytest

from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.building import ROOT, built
from tests.tools.packages import by_python_pptx, parts_of, zipped

DECK = built(ROOT / "slides.yaml")
COVER, LOGO = "the layout “Cover”", "ppt/media/logo-dark.png"

EDITS: dict[str, tuple[Callable[[bytes], bytes], bool]] = {
    "python-pptx writes it anew": (by_python_pptx, True),
    "its picture is another": (
        lambda deck: zipped({**parts_of(deck), LOGO: parts_of(deck)[LOGO] + b" "}),
        False,
    ),
}


@pytest.mark.parametrize(("edit", "is_copied"), EDITS.values(), ids=EDITS)
def test_what_a_layout_says_is_known_again(
    edit: Callable[[bytes], bytes], *, is_copied: bool
) -> None:
    sent, other = (read_edited(deck, Diagnostics(), "") for deck in (DECK, edit(DECK)))
    assert sent is not None
    assert other is not None
    before, after = sent.parts[COVER], other.parts[COVER]
    assert (before.copied == after.copied) is is_copied
    assert (before.facts() == after.facts()) is is_copied
