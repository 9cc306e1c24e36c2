"""The PDF that LibreOffice makes: what is in it, and how an export ends that cannot go on."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer

import pypdfium2
import pytest
from pypdfium2 import raw

from deckgen.render.fonts.system_fonts import system_fonts
from deckgen.render.libreoffice.libreoffice_process import _socket
from deckgen.render.libreoffice.libreoffice_renderer import (
    PdfOptions,
    libreoffice_pdf,
    libreoffice_renderer,
    pdf_facts,
)
from deckgen.render.renderer import RenderingError
from deckgen.seal.seal import seal_file
from deckgen.support.exit_codes import ExitCode
from tests.building import TOUR, built
from tests.export.reading import read
from tests.render.test_deck_slides import LINKED, parts, with_parts
from tests.talks import talk
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


@contextlib.contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    yield document
    document.close()


def texts(pdf: bytes) -> list[str]:
    with opened(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def links(pdf: bytes, page: int) -> list[int | str]:
    """Return where the links of a page lead: the index of a page, or an address."""
    found: list[int | str] = []
    with opened(pdf) as document:
        at, link = raw.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(document[page], at, link):
            if destination := raw.FPDFLink_GetDest(document, link):
                found.append(raw.FPDFDest_GetDestPageIndex(document, destination))
                continue
            action = raw.FPDFLink_GetAction(link)
            address = raw.create_string_buffer(200)
            raw.FPDFAction_GetURIPath(document, action, address, 200)
            found.append(address.value.decode())
    return found


def language(pdf: bytes) -> str:
    with opened(pdf) as document:
        said = (raw.c_ushort * 40)()
        raw.FPDFCatalog_GetLanguage(document, said, 80)
        return "".join(map(chr, said)).rstrip("\0")


def test_it_has_title_language_bookmarks_links_and_tags() -> None:
    pdf = libreoffice_pdf(talk(LINKED).data, PdfOptions())
    with opened(pdf) as document:
        assert document.get_metadata_value("Title") == "A talk"
        assert [mark.get_title() for mark in document.get_toc()] == ["One", "Deux"]
        assert raw.FPDFCatalog_IsTagged(document)
    assert language(pdf) == "en-GB"
    # The slide between the two is hidden, and no page of the PDF.
    assert links(pdf, 0) == [1, "https://example.org/ppt/slides/slide1.xml"]
    assert b"DisplayDocTitle true" in pdf
    assert b"file://" not in pdf
    assert pdf_facts(pdf).made_by.startswith("LibreOffice")


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        (PdfOptions(), ["One", "Deux"]),
        (PdfOptions(hidden=True), ["One", "Nobody", "Deux"]),
        (PdfOptions(numbers=(2, 3)), ["Nobody", "Deux"]),
    ],
)
def test_its_pages_are_those_asked_for(options: PdfOptions, pages: list[str]) -> None:
    shown = texts(libreoffice_pdf(talk(LINKED).data, options))
    assert len(shown) == len(pages)
    for text, words in zip(shown, pages, strict=True):
        assert words in text


def test_the_language_may_be_said() -> None:
    assert language(libreoffice_pdf(talk(LINKED).data, PdfOptions(lang="de-AT"))) == "de-AT"


def test_alternative_texts_and_header_cells_arrive() -> None:
    pdf = libreoffice_pdf(built(TOUR), PdfOptions())
    with opened(pdf) as document:
        types = set[str]()
        alternatives = 0
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            count = raw.FPDF_StructTree_CountChildren(tree)
            waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count)]
            while waiting:
                element = waiting.pop()
                said = raw.create_string_buffer(80)
                length = raw.FPDF_StructElement_GetType(element, said, 80)
                types.add(said.raw[:length].decode("utf-16-le").rstrip("\0"))
                alternatives += raw.FPDF_StructElement_GetAltText(element, None, 0) > 2
                below_it = raw.FPDF_StructElement_CountChildren(element)
                children = (
                    raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(below_it)
                )
                waiting += [one for one in children if one]
            raw.FPDF_StructTree_Close(tree)
    assert {"H", "P", "L", "LI", "Figure", "Table", "TR", "TH", "TD"} <= types
    assert alternatives >= 10


def test_the_renderer_draws_the_slides_in_the_order_that_is_asked_for() -> None:
    deck = talk(LINKED).data
    renderer = libreoffice_renderer()
    assert renderer.name.startswith("LibreOffice ")
    pages = list(renderer.images(deck, [3, 1], 320))
    assert [(page.number, page.width, page.height) for page in pages] == [
        (3, 320, 180),
        (1, 320, 180),
    ]
    assert pages[0].png != pages[1].png
    assert list(renderer.images(deck, [], 320)) == []


@pytest.mark.parametrize(("width", "height"), [(914400, 51206400), (51206400, 9144)])
def test_a_page_of_an_odd_size_is_refused(width: int, height: int) -> None:
    deck = parts(talk(LINKED).data)
    name = "ppt/presentation.xml"
    size = f'<p:sldSz cx="{width}" cy="{height}"/>'.encode()
    deck[name] = re.sub(rb"<p:sldSz[^>]*>", size, deck[name])
    with pytest.raises(RenderingError, match="pixels wide, it would be"):
        list(libreoffice_renderer().images(with_parts(deck), [1], 1920))


def test_pictures_on_the_network_are_not_fetched() -> None:
    asked: list[str] = []

    class Server(BaseRequestHandler):
        def handle(self) -> None:
            asked.append("somebody")

    with TCPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        deck = parts(built(TOUR))
        inside = b'Target="../media/'
        outside = f'TargetMode="External" Target="http://127.0.0.1:{server.server_address[1]}/'
        changed = {
            name: data.replace(inside, outside.encode()).replace(b"r:embed=", b"r:link=")
            if name.startswith("ppt/slides/")
            else data
            for name, data in deck.items()
        }
        assert changed != deck
        libreoffice_pdf(with_parts(changed), PdfOptions())
        server.shutdown()
    assert asked == []


def test_the_command_says_what_it_wrote(place: Path) -> None:
    ran = export(place, "pdf")
    made = (place / "build" / "a-talk.pdf").read_bytes()
    name = pdf_facts(made).made_by
    assert (ran.stdout, ran.stderr) == (f"build/a-talk.pdf: 2 pages, made by {name}\n", "")
    assert language(made) == "de-DE"


def test_notes_follow_on_pages_of_their_own(place: Path) -> None:
    talk = OUTLINE.replace("bullets: [b]", "bullets: [b]\n    notes: Elle dit **beaucoup**.")
    (place / "slides.yaml").write_text(talk, encoding="utf-8")
    ran = export(place, "pdf", "--notes", "--paper", "letter")
    made = (place / "build" / "a-talk.pdf").read_bytes()
    assert ran.stdout.startswith("build/a-talk.pdf: 4 pages, made by LibreOffice")
    shown = texts(made)
    assert ["One" in shown[0], "Deux" in shown[1], "1 One" in shown[2]] == [True] * 3
    assert "Elle dit beaucoup." in shown[3]
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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only installed fonts are used")
def test_a_font_that_the_brand_brings_is_used(tmp_path: Path) -> None:
    carlito = system_fonts().get(("carlito", False, False))
    if carlito is None:
        pytest.skip("needs a font to rename: Carlito")
    font = Path(carlito.path).read_bytes()
    renamed = font.replace("Carlito".encode("utf-16-be"), "Zorritt".encode("utf-16-be"))
    (tmp_path / "zorritt.ttf").write_bytes(renamed.replace(b"Carlito", b"Zorritt"))
    (tmp_path / "brand.yaml").write_text(
        "name: Mine\n"
        "colors: {paper: FFFFFF, ink: 1F2430, deep: 1E3A5F, sand: EEF1F5, accent: B23A48}\n"
        "fonts: {heading: Zorritt, body: Zorritt, files: [zorritt.ttf]}\n",
        encoding="utf-8",
    )
    made = talk("- title: One\n  bullets: [a]", brand=tmp_path / "brand.yaml")
    own = made.compiled.brand.font_files
    assert [name for name, _, _ in own] == ["Zorritt"]
    assert b"Zorritt" in libreoffice_pdf(made.data, PdfOptions(), own)
    assert b"Zorritt" not in libreoffice_pdf(made.data, PdfOptions())
