"""`deckgen build --watch`: the deck again after every save, the old one kept when it cannot be."""

import errno
import os
import re
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deckgen.commands.building.watch import watch_talk
from deckgen.commands.options.town_options import BrandChoice, BuildRequest
from deckgen.outline.expand.variant import AS_WRITTEN
from deckgen.pipeline.build_cache import BuildCache
from deckgen.project.incremental_build import rebuild
from deckgen.project.output_paths import Output
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import Town, TownSelection
from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import decks, write

OUTLINE = (
    "title: A talk\nlang: en-GB\nbrand: brand.yaml\nslides:\n  - title: One\n    text: WORDS\n"
)
BRAND = """\
name: Ours
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0E4A50, sand: F4ECDF, accent: A83F1B}
fonts: {heading: Cambria, body: Calibri}
"""
DECK = Path("build/a-talk.pptx")
pytestmark = pytest.mark.slow

_PATIENCE = 60.0


class Watch:
    """A run of the command, and what it has said."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        self.said.extend(self._process.stdout)

    def until(self, pattern: str, since: int = 0) -> str:
        """Return the first line that has the pattern."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            for line in self.said[since:]:
                if re.search(pattern, line):
                    return line
            time.sleep(0.01)
        pytest.fail(f"{pattern} was not said in:\n{''.join(self.said)}")

    def interrupted(self) -> int:
        """Press Ctrl-C and return the exit code."""
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        return code


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("brand.yaml", BRAND)
    write("slides.yaml", OUTLINE)
    return tmp_path


@contextmanager
def watching(*arguments: str) -> Iterator[Watch]:
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "--watch", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield Watch(process)
        finally:
            process.kill()


def words(deck: Path) -> str:
    with zipfile.ZipFile(deck) as package:
        names = [name for name in package.namelist() if name.startswith("ppt/slides/slide")]
        return "".join(package.read(name).decode() for name in names)


@pytest.mark.usefixtures("talk")
def test_a_save_is_a_deck_an_error_keeps_the_old_one_and_ctrl_c_ends_it() -> None:
    with watching() as watch:
        assert re.search(r"^\d\d:\d\d:\d\d .*a-talk.pptx: 1 slide in ", watch.until("1 slide"))
        write("slides.yaml", OUTLINE.replace("WORDS", "Second save"))
        watch.until("1 slide", since=1)
        assert "Second save" in words(DECK)

        said = len(watch.said)
        write("slides.yaml", OUTLINE.replace("text:", "txet:"))
        watch.until(r"slides.yaml:6:5: error unknown-key", since=said)
        watch.until(r"no deck, 1 error; .*a-talk.pptx is the one before", since=said)
        assert "Second save" in words(DECK)

        said = len(watch.said)
        write("slides.yaml", OUTLINE.replace("WORDS", "Third save"))
        watch.until("1 slide", since=said)
        assert "Third save" in words(DECK)
        assert watch.interrupted() == ExitCode.OK
        assert "Traceback" not in "".join(watch.said)
    assert decks() == [DECK.name]


@pytest.mark.usefixtures("talk")
def test_a_brand_a_picture_and_an_included_file_are_watched_too() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0H4V3"/></svg>'
    write(
        "slides.yaml",
        OUTLINE + "  - include: more.yaml\n  - {title: Two, image: {file: a.svg, alt: A plan}}\n",
    )
    write("more.yaml", "slides:\n  - {title: Three, text: Included}\n")
    with watching() as watch:
        watch.until("a.svg.*missing-file|missing-file.*a.svg")
        write("a.svg", picture)  # a file that was not there appears
        watch.until("3 slides")
        for name, text in {
            "a.svg": picture.replace("H4", "H3"),
            "more.yaml": "slides:\n  - {title: Three, text: Saved}\n",
            "brand.yaml": BRAND.replace("A83F1B", "B01010"),
        }.items():
            said, before = len(watch.said), DECK.read_bytes()
            write(name, text)
            watch.until("3 slides", since=said)
            assert DECK.read_bytes() != before, name
        assert "Saved" in words(DECK)


@pytest.mark.usefixtures("talk")
def test_twenty_saves_in_a_second_are_few_decks_and_the_last_is_among_them() -> None:
    with watching() as watch:
        watch.until("1 slide")
        began = time.monotonic()
        for number in range(20):
            write("slides.yaml", OUTLINE.replace("WORDS", f"Save {number}."))
            time.sleep(0.05)
        saved = time.monotonic() - began
        end = time.monotonic() + _PATIENCE
        while "Save 19." not in words(DECK) and time.monotonic() < end:
            time.sleep(0.01)
        assert "Save 19." in words(DECK)
        assert watch.interrupted() == ExitCode.OK
    # As in test_file_watcher: the fewer, the faster the saves follow each other.
    assert 2 <= sum("1 slide" in line for line in watch.said) <= saved / 0.15 + 3


@contextmanager
def watched_here(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[str], None]]:
    """Watch the talk in a thread of this process; yield what waits until something is said."""
    stop, said = threading.Event(), ""
    request = BuildRequest("slides.yaml", Output(None), BrandChoice(), TownSelection())
    thread = threading.Thread(target=watch_talk, args=(request, stop), daemon=True)
    thread.start()

    def until(wanted: str) -> None:
        nonlocal said
        end = time.monotonic() + _PATIENCE
        while wanted not in said and time.monotonic() < end:
            said += capsys.readouterr().out
            time.sleep(0.01)
        assert wanted in said
        said = said.partition(wanted)[2]

    yield until
    stop.set()
    thread.join(_PATIENCE)
    assert not thread.is_alive()


@pytest.mark.usefixtures("talk")
def test_a_deck_that_is_open_in_powerpoint_is_written_when_it_is_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    is_open, replace = threading.Event(), os.replace

    def replaced_unless_open(temporary: str, path: str) -> None:
        if is_open.is_set():
            raise OSError(errno.EBUSY, "in use")
        replace(temporary, path)

    monkeypatch.setattr(os, "replace", replaced_unless_open)
    with watched_here(capsys) as until:
        until("1 slide")
        is_open.set()
        for save in ("First", "Newer", "Newest"):
            write("slides.yaml", OUTLINE.replace("WORDS", save))
            until("another program has it open. It is tried again")
        write("slides.yaml", OUTLINE.replace("text:", "txet:"))  # does not lose what waits
        until("no deck, 1 error")
        assert "WORDS" in words(DECK)
        is_open.clear()
        until("written now")
        assert "Newest" in words(DECK)
    assert decks() == [DECK.name]


@pytest.mark.usefixtures("two_towns")
def test_of_many_towns_only_those_are_built_whose_files_changed() -> None:
    with watching("--all") as watch:
        watch.until("2 decks written in")
        said = len(watch.said)
        write("towns/gera.yaml", "vars: {town: Gera, mayor: Anna}\nfooter: Changed\n")
        watch.until("1 deck written, 1 unchanged in", since=said)
        said = len(watch.said)
        write("towns/weida.yaml", "vars: {town: Weida}\n")
        watch.until("1 deck written, 2 unchanged in", since=said)
        assert watch.interrupted() == ExitCode.OK


@pytest.mark.usefixtures("two_towns")
def test_a_table_that_cannot_be_read_is_told_once_and_read_when_it_is_mended() -> None:
    write("towns.csv", "town\nGera\n")
    with watching("--each", "towns.csv") as watch:
        watch.until("1 deck written in")
        write("towns.csv", 'town\n"Gera\n')
        watch.until("towns.csv:2:1: error bad-quotes")
        time.sleep(0.5)
        said = len(watch.said)
        write("towns.csv", "town\nGera\nWeida\n")
        watch.until("1 deck written, 1 unchanged in", since=said)
        assert watch.interrupted() == ExitCode.OK
    assert sum("bad-quotes" in line for line in watch.said) == 1


@pytest.mark.usefixtures("talk")
def test_what_is_kept_from_deck_to_deck_does_not_grow() -> None:
    """Each save moves every line of the outline, which is what much is kept by."""
    cache, task = BuildCache(), BuildOptions("slides.yaml", None, None)
    sizes = []
    for number in range(120):
        write("slides.yaml", "#\n" * number + OUTLINE.replace("WORDS", f"Save {number}."))
        built = rebuild(task, Town("", "", AS_WRITTEN), (), cache, frozenset({"slides.yaml"}))
        assert built.data is not None
        sizes.append((len(cache.brands), len(cache.packed), len(cache.texts.parsed)))
    assert sizes[-1][0] == 1
    assert sizes[-1][1] < 2_100
    assert (
        built.files
        == rebuild(task, Town("", "", AS_WRITTEN), (), cache, frozenset({"slides.yaml"})).files
    )


@pytest.mark.usefixtures("talk")
def test_a_brand_is_read_again_only_when_its_files_change() -> None:
    cache, task, town = (
        BuildCache(),
        BuildOptions("slides.yaml", None, None),
        Town("", "", AS_WRITTEN),
    )
    first = rebuild(task, town, (), cache)
    (brand,) = cache.brands.values()
    assert rebuild(task, town, (), cache, frozenset({"slides.yaml"})).data == first.data
    assert list(cache.brands.values()) == [brand]
    write("brand.yaml", BRAND.replace("A83F1B", "B01010"))
    assert rebuild(task, town, (), cache, frozenset({"brand.yaml"})).data != first.data
