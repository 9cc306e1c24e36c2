"""The tests' own tools: a check that cannot fail would prove nothing."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.building import ROOT
from tests.sampled import pairs
from tests.tools import libreoffice, rendering, validator
from tests.tools.bounded import run_bounded
from tests.tools.needs import need
from tests.tools.packages import clean_deck, edited, png, replace
from tests.tools.rendering import words_missing

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [
    ("a word that is there", ["Stadtwerke"], ["Die Stadtwerke"], []),
    ("a word that is not", ["Stadtwerke", "Rat"], ["Die Stadtwerke"], ["Rat"]),
    ("on another page", ["Ende"], ["Anfang", "Das Ende"], []),
    ("ligatures", ["Offizier", "auffallen"], ["O\ufb03zier au\ufb00allen"], []),
    ("soft hyphens", ["Klimaschutz"], ["Klima\u00adschutz"], []),
    ("broken over lines", ["Wohnungswirtschaft"], ["Wohnungs-\r\nwirtschaft"], []),
    ("broken by the PDF reader", ["Wohnungswirtschaft"], ["Wohnungs\ufffe\nwirtschaft"], []),
    ("bullets between", ["eins", "zwei"], ["• eins\n• zwei"], []),
    ("emoji, which PDF paints", ["Spaß", "😊"], ["macht Spaß\r\n"], []),
    ("combining marks", ["Größe"], ["Gro\u0308ße"], []),
    ("other letters", ["Große"], ["Größe"], ["Große"]),
    ("case counts", ["rat"], ["Rat"], ["rat"]),
    ("not across pages", ["Hausbau"], ["Haus", "bau"], ["Hausbau"]),
]


@pytest.mark.parametrize("sizes", [(3, 2), (2, 3), (2, 3, 5), (4, 2, 3, 2), (6, 6, 6)])
def test_in_pairs_each_two_values_of_two_axes_meet(sizes: tuple[int, ...]) -> None:
    cases = pairs(*(range(size) for size in sizes))
    assert cases == sorted(set(cases))
    for (one, first), (other, second) in combinations(enumerate(sizes), 2):
        assert len({(case[one], case[other]) for case in cases}) == first * second
    for axis in zip(*cases, strict=True):
        times = Counter(axis).values()
        assert max(times) <= 1.3 * min(times)
    largest, next_largest = sorted(sizes)[:-3:-1]
    assert len(cases) <= 1.5 * largest * next_largest


@pytest.mark.parametrize(
    ("words", "pages", "missing"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES]
)
def test_words_missing(words: list[str], pages: list[str], missing: list[str]) -> None:
    assert words_missing(words, pages) == missing


def test_contact_sheet_shows_all_pages_in_rows(tmp_path: Path) -> None:
    pages = []
    for number, colour in enumerate(("red", "lime", "blue")):
        page = tmp_path / f"{number}.png"
        page.write_bytes(png(colour, (160, 90)))
        pages.append(page)
    sheet = rendering.contact_sheet(pages, columns=2, width=236)
    cell = 100
    assert sheet.size == (236, 2 * 56 + 3 * rendering.GAP)
    centres = [(12 + cell // 2, 40), (24 + cell + cell // 2, 40), (12 + cell // 2, 108)]
    colours = [sheet.getpixel(place) for place in centres]
    assert colours == [(255, 0, 0), (0, 255, 0), (0, 0, 255)]


def test_contact_sheet_of_nothing() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        rendering.contact_sheet([])


@pytest.mark.slow
def test_libreoffice_renders_decks_of_the_same_name(tmp_path: Path) -> None:
    need("libreoffice")
    decks = [tmp_path / "a" / "deck.pptx", tmp_path / "b" / "deck.pptx"]
    title = replace("ppt/slides/slide1.xml", "<a:t>Words</a:t>", "<a:t>Changed</a:t>")
    for deck, data in zip(decks, (clean_deck(), edited(clean_deck(), [title])), strict=True):
        deck.parent.mkdir()
        deck.write_bytes(data)
    first, second = (
        rendering.page_texts(pdf) for pdf in libreoffice.to_pdf(decks, tmp_path / "pdf")
    )
    assert words_missing(["Words", "Second", "North", "Value"], first) == []
    assert words_missing(["Words", "Changed"], second) == ["Words"]


@pytest.mark.slow
def test_pages_become_pictures(tmp_path: Path) -> None:
    need("libreoffice")
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(clean_deck())
    (pdf,) = libreoffice.to_pdf([deck], tmp_path)
    pictures = rendering.page_pictures(pdf, tmp_path / "png", width=400)
    assert [file.name for file in pictures] == ["deck-001.png", "deck-002.png"], "3 is hidden"
    with Image.open(pictures[0]) as picture:
        assert picture.size == (400, 300)


@pytest.mark.slow
def test_libreoffice_leaves_nothing_but_what_it_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("libreoffice")
    temporary, deck = tmp_path / "temporary", tmp_path / "deck.pptx"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    deck.write_bytes(clean_deck())
    made = libreoffice.edited(deck, {"as it was": ""}, tmp_path / "made")
    assert list((tmp_path / "made").iterdir()) == list(made.values())
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_too_slow_a_program_is_ended_with_its_children(tmp_path: Path) -> None:
    sign = tmp_path / "still-alive"
    with pytest.raises(libreoffice.RenderingFailedError, match="needed over"):
        libreoffice._run(["sh", "-c", f"(sleep 1; touch '{sign}') & wait"], 0.3, tmp_path)
    time.sleep(1)
    assert not sign.exists()


@pytest.mark.slow
def test_a_mistake_in_a_macro_ends_libreoffice_and_is_told(tmp_path: Path) -> None:
    need("libreoffice")
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(clean_deck())
    with pytest.raises(libreoffice.RenderingFailedError, match=r"did not make \['wrong'\]"):
        libreoffice.edited(deck, {"right": "", "wrong": "doc.nobodyKnowsThis()"}, tmp_path / "made")


@pytest.mark.slow
def test_validator_names_part_and_place_of_a_fault(tmp_path: Path) -> None:
    need("validator")
    good, bad = tmp_path / "good.pptx", tmp_path / "bad.pptx"
    good.write_bytes(clean_deck())
    slide = "ppt/slides/slide1.xml"
    bad.write_bytes(edited(clean_deck(), [replace(slide, "<a:bodyPr/>", "<a:bodyPr/>" * 2)]))
    found = validator.validate([good, bad])
    assert found[good] == []
    assert [finding.part for finding in found[bad]] == [f"/{slide}"]


@pytest.mark.slow
def test_what_an_original_has_too_is_no_new_finding(tmp_path: Path) -> None:
    need("validator")
    body, old = replace("ppt/slides/slide1.xml", "<a:bodyPr/>", "<a:bodyPr/>" * 2), tmp_path / "old"
    old.mkdir()
    decks = {
        "as bad": [edited(clean_deck(), [body])] * 2,
        "worse": [clean_deck(), edited(clean_deck(), [body])],
        "better": [edited(clean_deck(), [body]), clean_deck()],
    }
    made = {tmp_path / f"{name}.pptx": old / f"{name}.pptx" for name in decks}
    for (new, original), (before, after) in zip(made.items(), decks.values(), strict=True):
        new.write_bytes(after)
        original.write_bytes(before)
    assert list(validator.new_findings(made)) == ["worse"]


@pytest.mark.slow
def test_validator_reports_a_file_that_it_cannot_open(tmp_path: Path) -> None:
    need("validator")
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(b"no deck")
    assert [finding.code for finding in validator.validate([deck])[deck]] == ["Exception"]


def test_missing_tool_skips_here_and_fails_on_the_build_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DECKGEN_TOOLS", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="make test"):
        need("validator")
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="make test"):
        need("validator")


BOUNDED = [
    ("ends well", "print('done')", 0, "done"),
    ("ends badly", "import sys; sys.exit('no')", 1, "no"),
    ("reads what it is given", "print(input()[::-1])", 0, "olleh"),
    ("takes too much memory", "bytes(400 << 20)", 1, "MemoryError"),
    ("takes too long", "while True: pass", -signal.SIGXCPU, ""),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "code", "said"), [case[1:] for case in BOUNDED], ids=[case[0] for case in BOUNDED]
)
@pytest.mark.skipif(sys.platform != "linux", reason="needs limits that are kept")
def test_bounds_of_a_command(program: str, code: int, said: str, tmp_path: Path) -> None:
    command = (sys.executable, "-c", program)
    ended = run_bounded(command, tmp_path, seconds=1, megabytes=200, given="hello\n")
    assert ended.code == code
    assert said in ended.said


STEPS = """
import pytest

@pytest.fixture
def before():
    raise ValueError

@pytest.fixture
def after():
    yield
    raise ValueError

def test_passes(): pass
def test_fails(): assert 1 == 2
def test_fails_before(before): pass
def test_fails_after(after): pass
def test_is_skipped(): pytest.skip("here")
@pytest.mark.skip
def test_is_left_out(): pass
@pytest.mark.xfail
def test_is_known_to_fail(): assert 1 == 2
"""


@pytest.mark.slow
def test_workers_tell_of_every_step_that_fails(tmp_path: Path) -> None:
    file = tmp_path / "test_steps.py"
    file.write_text(STEPS, encoding="utf-8")
    pytest_here = [sys.executable, "-m", "pytest", "-n", "1", "-p", "no:cacheprovider"]
    settings = ["-p", "tests.conftest", "-c", "pyproject.toml"]
    ended = run_bounded([*pytest_here, *settings, str(file)], ROOT, seconds=30)
    assert "1 failed, 2 passed, 2 skipped, 1 xfailed, 2 errors in" in ended.said
