"""A deck that nobody changed gives no change: as built, and as other programs save it."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.reading.read_edited import with_sent
from tests.building import EXAMPLES, FORMULAS, TOUR, TOWNS, built, built_for
from tests.roundtrip.edited_talk import read
from tests.sampled import sampled
from tests.tools.libreoffice import saved_again, saved_as_odp_between
from tests.tools.needs import need
from tests.tools.packages import by_python_pptx

DECKS = [*EXAMPLES, FORMULAS, TOUR, *TOWNS]


def _data(outline: Path) -> bytes:
    return built_for(outline) if outline in TOWNS else built(outline)


def _by_powerpoint(data: bytes) -> bytes:
    """Return a deck with what PowerPoint changes by saving it, as far as it is known."""
    source, saved_file = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(saved_file, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("ppt/") and name.endswith(".xml"):
                for pattern, other in _SAVED:
                    part = re.sub(pattern, other, part)
            if name == "docProps/app.xml":
                part = part.replace(b">deckgen<", b">Microsoft Office PowerPoint<")
            target.writestr(name, part)
    return saved_file.getvalue()


_SAVED = (
    (rb'(<a:rPr lang=)"[^"]*"', rb'\1"fr-FR" dirty="0" err="1"'),
    (rb'<a:pPr lvl="0"( ?/?>)', rb"<a:pPr\1"),
    (rb"</a:r></a:p>", rb'</a:r><a:endParaRPr lang="fr-FR" dirty="0"/></a:p>'),
    (rb"<a:normAutofit/>", rb'<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>'),
    (rb"<p:grpSpPr/>", rb'<p:grpSpPr><a:xfrm><a:off x="0" y="0"/></a:xfrm></p:grpSpPr>'),
    (rb'<a:latin( typeface="[^"]*"/>)', rb'<a:latin panose="020B0604020202020204"\1'),
    (rb"</p:cSld>", rb'<p:extLst><p:ext uri="{BB962C8B}"/></p:extLst></p:cSld>'),
    (rb'(<a:tr h="\d+)"', rb'\g<1>0"'),
)


def test_a_layout_may_have_its_name_on_two_lines() -> None:
    """So has PowerPoint's own German template: “Abschnitts-⏎überschrift”."""
    source, two_lines = zipfile.ZipFile(io.BytesIO(built(EXAMPLES[0]))), io.BytesIO()
    with zipfile.ZipFile(two_lines, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("ppt/slideLayouts/"):
                part = re.sub(rb'(<p:cSld name="[^ "]*) ', rb"\1&#xA;", part)
            target.writestr(name, part)
    deck = read(two_lines.getvalue())
    assert deck.base is not None
    assert compare(deck.base, deck) == ()


@pytest.mark.parametrize("save", [bytes, by_python_pptx, _by_powerpoint])
@pytest.mark.parametrize("outline", sampled({path.stem: path for path in DECKS}, every=14))
def test_an_untouched_deck_gives_no_change(outline: Path, save: Callable[[bytes], bytes]) -> None:
    data = _data(outline)
    deck = with_sent(read(save(data)), data)
    assert deck.base is not None
    assert compare(deck.base, deck) == ()


@pytest.mark.slow
def test_libreoffice_changes_nothing_that_is_told(tmp_path: Path) -> None:
    """It drops ids and names of slides and shapes, kinds of placeholders, and sections."""
    need("libreoffice")
    files = [tmp_path / f"{outline.stem}.pptx" for outline in DECKS]
    for file, outline in zip(files, DECKS, strict=True):
        file.write_bytes(_data(outline))
    told = {}
    for path in saved_again(files, tmp_path / "saved"):
        deck = with_sent(read(path.read_bytes()), (tmp_path / path.name).read_bytes())
        assert deck.writes_inherited
        assert deck.base is not None
        told[path.stem] = compare(deck.base, deck)
    assert told == dict.fromkeys((outline.stem for outline in DECKS), ())


@pytest.mark.slow
def test_a_deck_that_was_an_odp_between_gives_no_change(tmp_path: Path) -> None:
    """Then nothing is left of ids, names and the map; the words, boxes and the order tell."""
    need("libreoffice")
    outlines = [FORMULAS, TOUR, TOWNS[0]]
    files = [tmp_path / f"{outline.stem}.pptx" for outline in outlines]
    told = {}
    bases = {}
    for file, outline in zip(files, outlines, strict=True):
        file.write_bytes(_data(outline))
        bases[file.stem] = read(file.read_bytes()).base
    for path in saved_as_odp_between(files, tmp_path / "saved"):
        deck, base = read(path.read_bytes()), bases[path.stem]
        assert deck.base is None
        assert base is not None
        told[path.stem] = compare(base, deck)
    assert told == dict.fromkeys(bases, ())
