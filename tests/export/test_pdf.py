"""`deckgen export pdf`: slides and notes in one file, and how an export ends that cannot go on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckgen.render.libreoffice.libreoffice_process import _socket
from deckgen.render.libreoffice.libreoffice_renderer import pdf_facts
from deckgen.seal.seal import seal_file
from deckgen.support.exit_codes import ExitCode
from tests.building import TOUR, built
from tests.export.reading import links, read, texts
from tests.render.test_deck_slides import LINKED
from tests.tools.needs import need
from tests.tools.processes import below, child, left_of
from tests.tools.small_disk import run_with

pytestmark = pytest.mark.slow

OUTLINE = "title: A talk\nlang: de-DE\nslides:\n" + "".join(
    f"  - {line}\n" for line in LINKED.splitlines()
).replace("  - - ", "  - ").replace("  -   ", "    ")
EXPORT = (sys.executable, "-m", "deckgen", "export")


@pytest.fixture(autouse=True)
def _libreoffice() -> None:
    need("libreoffice")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Lay out a talk; in the end no temporary file may be left."""
    (tmp_path / "slides.yaml").write_text(OUTLINE, encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    yield tmp_path
    assert list(temporary.iterdir()) == []
    assert list(tmp_path.glob("**/.deckgen-*")) == []


def environment(place: Path) -> dict[str, str]:
    return os.environ | {"TMPDIR": str(place / "temporary")}


def export(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*EXPORT, *arguments],
        cwd=place,
        env=environment(place),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_says_what_it_wrote(place: Path) -> None:
    ran = export(place, "pdf")
    made = (place / "build" / "a-talk.pdf").read_bytes()
    name = pdf_facts(made).made_by
    assert (ran.stdout, ran.stderr) == (f"build/a-talk.pdf: 2 pages, made by {name}\n", "")
    assert read(made).lang == "de-DE"


def test_notes_follow_on_pages_of_their_own(place: Path) -> None:
    talk = OUTLINE.replace("bullets: [b]", "bullets: [b]\n    notes: Elle dit **beaucoup**.")
    (place / "slides.yaml").write_text(talk, encoding="utf-8")
    ran = export(place, "pdf", "--notes", "--paper", "letter")
    made = (place / "build" / "a-talk.pdf").read_bytes()
    assert ran.stdout.startswith("build/a-talk.pdf: 4 pages, made by LibreOffice")
    shown = texts(made)
    assert ["One" in shown[0], "Deux" in shown[1], "1 One" in shown[2]] == [True] * 3
    assert "Elle dit beaucoup." in shown[3]
    # A link to a slide is one; of one to the web, each word is: see docs/facts/libreoffice.md.
    assert links(made, 0) == [1, "https://example.org/ppt/slides/slide1.xml"]
    found = read(made)
    assert found.sizes == {(960, 540), (612, 792)}
    assert (found.title, found.lang, found.tagged) == ("A talk", "de-DE", True)
    assert found.outline == ["One", "Deux", "Notizen", "One", "Deux"]
    assert found.tags.count("H") == found.tags.count("H1") == 2


def test_a_deck_that_exists_has_its_notes_too(place: Path) -> None:
    (place / "old.pptx").write_bytes(built(TOUR))
    ran = export(place, "pdf", "old.pptx", "--notes", "--slides", "1-2")
    assert (ran.returncode, ran.stderr) == (ExitCode.OK, "")
    assert read((place / "old.pdf").read_bytes()).pages == 4


def test_two_exports_at_once(place: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        ran = list(threads.map(lambda name: export(place, "pdf", "-o", name), ("a.pdf", "b.pdf")))
    assert [one.returncode for one in ran] == [0, 0], ran
    assert texts((place / "a.pdf").read_bytes()) == texts((place / "b.pdf").read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize(
    ("victim", "ending", "said"),
    [
        ("soffice", signal.SIGKILL, "LibreOffice ended before the PDF was done"),
        ("deckgen", signal.SIGINT, "Stopped before the end."),
        ("deckgen", signal.SIGTERM, ""),
        ("deckgen", signal.SIGKILL, ""),
    ],
)
def test_when_it_is_killed_nothing_is_left(
    place: Path, victim: str, ending: signal.Signals, said: str
) -> None:
    old = seal_file(b"old\n")
    (place / "old.pdf").write_bytes(old)
    command = [*EXPORT, "pdf", "-o", "old.pdf"]
    with subprocess.Popen(
        command,
        cwd=place,
        env=environment(place),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as ours:
        office = child(ours.pid, "soffice.bin")
        every = {one.id for one in below(ours.pid)}
        (folder,) = (place / "temporary").iterdir()
        os.kill(office.id if victim == "soffice" else ours.pid, ending)
        _, told = ours.communicate()
    if said:
        assert said in told
        assert ours.returncode == ExitCode.OUTSIDE
    else:
        assert ours.returncode == -ending
    assert left_of(every) == set()
    assert not _socket(str(folder)).exists()
    assert (place / "old.pdf").read_bytes() == old


def test_a_full_disk_for_temporary_files_is_told(place: Path) -> None:
    command = [*EXPORT, "pdf", str(place / "slides.yaml"), "-o", str(place / "x.pdf")]
    for kilobytes in (8, 200):
        ran = run_with(place / "temporary", kilobytes, command, environment(place))
        assert ran.returncode == ExitCode.OUTSIDE, ran
        assert "the disk with the temporary folder is full" in ran.stderr
        assert not (place / "x.pdf").exists()
