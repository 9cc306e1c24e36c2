"""The copy of a deck that is handed to other programs: nothing leads out of it."""

import base64
import gzip
import io
import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image

from deckgen.cli import cli
from deckgen.render.deck_slides import deck_slides
from deckgen.render.libreoffice import libreoffice_process as soffice
from deckgen.render.libreoffice.find_libreoffice import VARIABLE, required_libreoffice
from deckgen.render.libreoffice.libreoffice_profile import libreoffice_profile
from deckgen.render.libreoffice.libreoffice_renderer import PdfOptions, libreoffice_pdf
from deckgen.render.renderer import RenderingError
from deckgen.render.self_contained import as_file, self_contained
from deckgen.support.exit_codes import ExitCode
from tests.building import TOUR, built
from tests.render.hostile import (
    KEPT,
    MEDIA,
    PLAIN,
    SECRET,
    SLIDE,
    WAYS_OUT,
    has_colour,
    hostile,
    linked,
    listening,
    plain,
    secret_in,
    svg,
    the,
    with_background,
)
from tests.render.metafiles import drawn_with_plus, emf
from tests.sampled import sampled
from tests.tools.needs import need
from tests.tools.packages import parts_of, zipped

ADDRESS = "ftp://secret.example/secret.png"


def copied(deck: bytes) -> bytes:
    return as_file(self_contained(deck))


def closed(way: str) -> dict[str, bytes]:
    return parts_of(copied(hostile(way, ADDRESS)))


def outward(copy: dict[str, bytes]) -> list[str]:
    """Return where the relationships lead that lead out."""
    arrows = b"".join(data for name, data in copy.items() if name.endswith(".rels")).decode()
    return re.findall(r'Target="([^"]*)" TargetMode="External"', arrows)


@pytest.mark.parametrize("way", sampled([*WAYS_OUT], every=14))
def test_no_part_of_the_copy_knows_the_address(way: str) -> None:
    copy = closed(way)
    drawing = svg(ADDRESS)
    forms = ADDRESS.encode(), base64.b64encode(drawing), gzip.compress(drawing, mtime=0)
    knows = [name for name, data in copy.items() if any(form in data for form in forms)]
    assert knows == []
    assert outward(copy) == [KEPT]
    assert [one.hidden for one in deck_slides(zipped(copy))] == [False]


@pytest.mark.parametrize(
    ("address", "kept"),
    sampled(
        [
            ("https://a.example/b?c=1&amp;d=2", True),
            ("http://a.example/", True),
            ("mailto:a@b.example", True),
            ("file:///etc/passwd", False),
            ("smb://a.example/b", False),
            (r"\\a.example\b", False),
            ("//a.example/b", False),
            ("javascript:alert(1)", False),
            ("vnd.sun.star.webdav://a.example/b", False),
            ("other.docx", False),
            ("", False),
        ],
        every=11,
    ),
)
def test_of_links_those_to_the_web_stay(address: str, *, kept: bool) -> None:
    deck = plain()
    linked(deck, SLIDE, address, "hyperlink")
    copy = parts_of(copied(zipped(deck)))
    assert (address in outward(copy)) is kept


def test_a_link_is_one_of_words_and_no_picture() -> None:
    deck = plain()
    linked(deck, SLIDE, KEPT, "hyperlink")
    with_background(deck, SLIDE)
    slide = the(deck, SLIDE)
    deck[slide] = deck[slide].replace(b"<p:spTree>", b'<p:spTree><!-- r:link="rIdX" -->', 1)
    after = parts_of(copied(zipped(deck)))[slide]
    assert b"<a:hlinkClick" in after
    assert b"<a:blip/>" in after


def test_what_takes_the_place_of_a_picture_is_one_that_cannot_be_seen() -> None:
    copy = closed("an SVG")
    with Image.open(io.BytesIO(copy[the(copy, MEDIA)])) as shown:
        assert shown.size == (1, 1)
        assert shown.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_slide_that_cannot_be_read_is_refused_and_any_other_part_left_out() -> None:
    for name, refused in ((SLIDE, True), (r"ppt/theme/theme1\.xml", False)):
        deck = plain()
        broken = the(deck, name)
        deck[broken] = deck[broken][:100]
        if refused:
            with pytest.raises(RenderingError, match=f"/{broken}"):
                self_contained(zipped(deck))
        else:
            assert broken not in parts_of(copied(zipped(deck)))


@pytest.mark.slow
def test_of_a_deck_of_ours_all_that_is_drawn_stays() -> None:
    before = built(TOUR)
    copy = parts_of(after := copied(before))
    drawn = re.compile(
        r"ppt/(slides|slideLayouts|slideMasters|charts)/[^/]+|ppt/media/.*\.(png|jpeg|gif)"
    )
    assert {*filter(drawn.fullmatch, copy)} == {*filter(drawn.fullmatch, parts_of(before))}
    drawings = [data for name, data in copy.items() if name.endswith(".svg")]
    assert drawings
    assert all(data.startswith(b"\x89PNG") for data in drawings)
    assert not any(b"svgBlip" in data for data in copy.values())
    assert deck_slides(after) == deck_slides(before)


@pytest.mark.parametrize("deck", [b"", b"no zip", zipped({"a.xml": b"<a/>"})])
def test_what_is_no_deck_is_refused(deck: bytes) -> None:
    with pytest.raises(RenderingError) as raised:
        self_contained(deck)
    assert raised.value.code == "not-a-deck"


def pages(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    shown = [page.render(scale=0.4).to_pil().copy() for page in document]
    document.close()
    return shown


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["file", "ftp"])
@pytest.mark.parametrize("way", ["behind the slide", "an SVG in an SVG"])
def test_libreoffice_follows_nothing(way: str, scheme: str, tmp_path: Path) -> None:
    need("libreoffice")
    with listening() as (port, came):
        at_port = f"ftp://127.0.0.1:{port}/a.png"
        address = secret_in(tmp_path).as_uri() if scheme == "file" else at_port
        (page,) = pages(libreoffice_pdf(hostile(way, address), PdfOptions()))
    assert came == []
    assert not has_colour(page, SECRET)
    assert has_colour(page, PLAIN) is (way == "behind the slide")


@pytest.mark.slow
def test_of_a_metafile_with_an_svg_libreoffice_draws_the_rest(tmp_path: Path) -> None:
    need("libreoffice")
    deck = plain()
    deck[the(deck, MEDIA)] = emf(drawn_with_plus(svg(secret_in(tmp_path).as_uri())), colour=PLAIN)
    (page,) = pages(libreoffice_pdf(zipped(deck), PdfOptions()))
    assert not has_colour(page, SECRET)
    assert has_colour(page, PLAIN)


@pytest.mark.slow
def test_the_settings_alone_let_nothing_out(tmp_path: Path) -> None:
    """The second wall, as if the first were not there."""
    need("libreoffice")
    with listening() as (port, came):
        deck = plain()
        linked(deck, SLIDE, f"ftp://127.0.0.1:{port}/a.png")
        with_background(deck, SLIDE)
        deck[the(deck, MEDIA)] = svg(secret_in(tmp_path).as_uri())
        command = (
            required_libreoffice(),
            f"-env:UserInstallation={soffice.FOLDER}/profile",
            *("--headless", "--convert-to", "pdf", "deck.pptx"),
        )
        settings = libreoffice_profile("en-GB")
        files = {"deck.pptx": zipped(deck), "profile/user/registrymodifications.xcu": settings}
        outcome = soffice.run_in_folder(command, files, "deck.pdf", 90)
    assert came == []
    assert outcome.result is not None, outcome
    (page,) = pages(outcome.result)
    assert not has_colour(page, SECRET)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("outline", "way", "source"),
    [
        ("brand: b.pptx\nslides:\n  - {title: One, text: Words}\n", "behind the master", "ftp"),
        ("slides:\n  - include: b.pptx\n", "an SVG in an SVG", "file"),
    ],
)
def test_nothing_is_followed_that_came_with_a_template_or_with_slides(
    outline: str, way: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(need("libreoffice")))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(f"title: T\n{outline}", encoding="utf-8")
    with listening() as (port, came):
        at_port = f"ftp://127.0.0.1:{port}/a.png"
        address = secret_in(tmp_path).as_uri() if source == "file" else at_port
        (tmp_path / "b.pptx").write_bytes(hostile(way, address))
        result = CliRunner().invoke(cli, ("export", "pdf", "-o", "a.pdf"))
    assert result.exit_code == ExitCode.OK, result.output
    assert came == []
    assert not any(has_colour(page, SECRET) for page in pages(Path("a.pdf").read_bytes()))
