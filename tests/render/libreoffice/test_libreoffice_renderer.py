"""LibreOffice's PDF and pictures of a deck: their words, links, tags, order, sizes and fonts."""

import re
import sys
import threading
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer

import pytest
from pypdfium2 import raw

from deckgen.render.fonts.system_fonts import system_fonts
from deckgen.render.libreoffice.libreoffice_renderer import (
    PdfOptions,
    libreoffice_pdf,
    libreoffice_renderer,
    pdf_facts,
)
from deckgen.render.renderer import RenderingError
from tests.building import TOUR, built
from tests.export.reading import links, opened, read, texts
from tests.render.test_deck_slides import LINKED
from tests.talks import talk
from tests.tools.needs import need
from tests.tools.packages import parts_of, zipped

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _libreoffice() -> None:
    need("libreoffice")


def test_it_has_title_language_bookmarks_links_and_tags() -> None:
    pdf = libreoffice_pdf(talk(LINKED).data, PdfOptions())
    with opened(pdf) as document:
        assert document.get_metadata_value("Title") == "A talk"
        assert [mark.get_title() for mark in document.get_toc()] == ["One", "Deux"]
        assert raw.FPDFCatalog_IsTagged(document)
    assert read(pdf).lang == "en-GB"
    # The slide between the two is hidden, and no page of the PDF.
    # Each word of a link is a run, and a link of its own in the PDF.
    assert list(dict.fromkeys(links(pdf, 0))) == [1, "https://example.org/ppt/slides/slide1.xml"]
    assert b"DisplayDocTitle true" in pdf
    assert b"file://" not in pdf
    assert pdf_facts(pdf).made_by.startswith("LibreOffice")


def test_its_bookmarks_are_numbered_where_titles_repeat() -> None:
    pdf = libreoffice_pdf(talk("- {title: A, text: b}\n" * 2).data, PdfOptions())
    with opened(pdf) as document:
        assert [mark.get_title() for mark in document.get_toc()] == ["A", "A (2)"]


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
    assert read(libreoffice_pdf(talk(LINKED).data, PdfOptions(lang="de-AT"))).lang == "de-AT"


def test_alternative_texts_and_header_cells_arrive() -> None:
    found = read(libreoffice_pdf(built(TOUR), PdfOptions()))
    assert {"H", "P", "L", "LI", "Figure", "Table", "TR", "TH", "TD"} <= {*found.tags}
    assert len(found.alts) >= 10


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
    deck = parts_of(talk(LINKED).data)
    name = "ppt/presentation.xml"
    size = f'<p:sldSz cx="{width}" cy="{height}"/>'.encode()
    deck[name] = re.sub(rb"<p:sldSz[^>]*>", size, deck[name])
    with pytest.raises(RenderingError, match="pixels wide, it would be"):
        list(libreoffice_renderer().images(zipped(deck), [1], 1920))


def test_pictures_on_the_network_are_not_fetched() -> None:
    asked: list[str] = []

    class Server(BaseRequestHandler):
        def handle(self) -> None:
            asked.append("somebody")

    with TCPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        deck = parts_of(built(TOUR))
        inside = b'Target="../media/'
        outside = f'TargetMode="External" Target="http://127.0.0.1:{server.server_address[1]}/'
        changed = {
            name: data.replace(inside, outside.encode()).replace(b"r:embed=", b"r:link=")
            if name.startswith("ppt/slides/")
            else data
            for name, data in deck.items()
        }
        assert changed != deck
        libreoffice_pdf(zipped(changed), PdfOptions())
        server.shutdown()
    assert asked == []


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
