"""LibreOffice as a renderer: a deck as a PDF, and its slides as pictures.

Every run has its own profile, without macros and network, and a copy of the deck without references
to anything outside it (`self_contained.py`); `libreoffice_process.py` limits the program.
docs/facts/libreoffice.md says what Impress writes, and which options make the PDF accessible.
"""

import io
import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from deckgen.fonts.face import FaceKey
from deckgen.render.deck_slides import DeckSlide, main_language, package_slides, with_slides
from deckgen.render.libreoffice import libreoffice_process as soffice
from deckgen.render.libreoffice.find_libreoffice import required_libreoffice
from deckgen.render.libreoffice.libreoffice_profile import libreoffice_profile
from deckgen.render.renderer import Feature, Renderer, RenderingError, SlideImage
from deckgen.render.rendering_differences import rendering_differences
from deckgen.render.self_contained import as_file, self_contained
from deckgen.support.extras import INSTALL_SHOW

_SECONDS_TO_START = 90
_SECONDS_A_SLIDE = 3
"""A slide takes a third of a second; on a slow, busy computer ten times as long."""
_MOST_SECONDS = 3600
"""However many slides a deck has."""
_DISK_FULL = 1 << 20
"""Free bytes below which a failure is due to a full disk."""
_WITH_EMOJI = (7, 5)
"""The first version of LibreOffice that embeds colour fonts in a PDF."""
_HIGHEST = 16_384
"""Pixels of a page."""
_PDFIUM = threading.Lock()
"""PDFium allows one thread at a time, also for different documents."""

_POWERPOINT = "Impress MS PowerPoint 2007 XML"
"""The only import filter that may read the deck."""


class PdfOptions(NamedTuple):
    """What a PDF shall contain."""

    hidden: bool = False
    """Whether it contains hidden slides."""
    quality: int = 90
    """Of photographs, 1 to 100."""
    resolution: int = 300
    """Pixels an inch of a picture, at most."""
    lang: str = ""
    """The language of the document; empty: the language of most runs."""
    numbers: tuple[int, ...] = ()
    """The slides that it contains, from 1 and rising, hidden or not; empty: as `hidden` says."""

    def shown(self, slides: Sequence[DeckSlide]) -> tuple[int, ...]:
        """Return the numbers of the slides that it contains."""
        every = enumerate(slides, 1)
        return self.numbers or tuple(at for at, slide in every if self.hidden or not slide.hidden)


class PdfFacts(NamedTuple):
    """Metadata of a PDF."""

    made_by: str
    """For people: “LibreOffice 24.8”."""
    pages: int
    title: str


def libreoffice_pdf(
    deck: bytes, options: PdfOptions, own: Mapping[FaceKey, bytes] | None = None
) -> bytes:
    """Return a .pptx as a PDF: tagged, with bookmarks, title, language and links.

    `own` holds a brand's font files. On Linux they are used; elsewhere only installed ones are.
    Raises RenderingError: no-renderer, too-slow, not-a-deck, rendering-failed.
    """
    program = required_libreoffice()
    _check_pdfium()
    closed = self_contained(deck)
    slides = package_slides(closed)
    numbers = options.shown(slides)
    if not numbers:
        raise RenderingError(
            "rendering-failed",
            "There is no slide to draw: all are hidden.",
            "Add --hidden, and they are shown.",
        )
    lang = options.lang or main_language(slides)
    files = {
        "deck.pptx": as_file(with_slides(closed, numbers)),
        "profile/user/registrymodifications.xcu": libreoffice_profile(lang),
    }
    for at, data in enumerate((own or {}).values()):
        files[f"profile/user/fonts/{at}.{'otf' if data.startswith(b'OTTO') else 'ttf'}"] = data
    seconds = min(_SECONDS_TO_START + _SECONDS_A_SLIDE * len(numbers), _MOST_SECONDS)
    convert = f"pdf:impress_pdf_Export:{json.dumps(_filter(options), separators=(',', ':'))}"
    command = (
        program,
        f"-env:UserInstallation={soffice.FOLDER}/profile",
        "--headless",
        "--norestore",
        "--nologo",
        "--nolockcheck",
        f"--infilter={_POWERPOINT}",
        "--convert-to",
        convert,
        "deck.pptx",
    )
    outcome = soffice.run_in_folder(command, files, "deck.pdf", seconds)
    pdf = outcome.result
    is_whole = pdf is not None and pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-1024:]
    if pdf is None or not is_whole or _page_count(pdf) != len(numbers):
        raise _failure(outcome, seconds)
    return pdf


def pdf_facts(pdf: bytes) -> PdfFacts:
    """Return the metadata of a PDF."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            made_by: str = document.get_metadata_value("Producer")
            title: str = document.get_metadata_value("Title")
            return PdfFacts(made_by or "LibreOffice", len(document), title)
        finally:
            document.close()


def libreoffice_renderer(own: Mapping[FaceKey, bytes] | None = None, way_out: str = "") -> Renderer:
    """Return LibreOffice as a renderer; `own` as for `libreoffice_pdf`.

    If it fails, the hint has `way_out`. Raises RenderingError (no-renderer) if not installed.
    """
    program = required_libreoffice()
    _check_pdfium()
    said = soffice.run_in_folder((program, "--version"), {}, "nothing", _SECONDS_TO_START)
    words = said.output.split()
    version = ".".join(words[1].split(".")[:2]) if len(words) > 1 else ""
    return _Office(f"LibreOffice {version}".strip(), own or {}, way_out)


class _Office(NamedTuple):
    name: str
    own: Mapping[FaceKey, bytes]
    way_out: str

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield slides as `Renderer.images` promises; LibreOffice draws all before the first."""
        drawn = sorted(set(numbers))
        if not drawn:
            return
        pages = [(number, drawn.index(number)) for number in numbers]
        try:
            pdf = libreoffice_pdf(deck, PdfOptions(numbers=tuple(drawn)), self.own)
            differs = self.differences(deck)
            for page in _page_images(pdf, pages, width):
                yield page._replace(differs=differs.get(page.number, ()))
        except RenderingError as problem:
            if problem.code == "not-a-deck":
                raise
            hint = f"{problem.hint}{self.way_out}"
            raise RenderingError(problem.code, problem.message, hint) from None

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what differs, as `Renderer.differences` promises."""
        return libreoffice_differences(deck, self.name)


def pdf_slide_images(
    pdf: bytes, deck: bytes, numbers: Sequence[int], width: int
) -> Iterator[SlideImage]:
    """Yield the pages of a deck's PDF as pictures; `numbers` are the slides that it contains.

    Raises RenderingError (not-a-deck).
    """
    differs = libreoffice_differences(deck, pdf_facts(pdf).made_by)
    for page in _page_images(pdf, [(number, at) for at, number in enumerate(numbers)], width):
        yield page._replace(differs=differs.get(page.number, ()))


def libreoffice_differences(deck: bytes, made_by: str) -> dict[int, tuple[Feature, ...]]:
    """Return what LibreOffice draws differently from PowerPoint, by the number of the slide.

    `made_by` is its name and version. Raises RenderingError (not-a-deck).
    """
    return rendering_differences(deck, differing_features(made_by))


def differing_features(made_by: str) -> tuple[Feature, ...]:
    """Return what LibreOffice of this version draws differently from PowerPoint."""
    version = re.search(r"(\d+)\.(\d+)", made_by)
    has_emoji = version is not None and (int(version[1]), int(version[2])) >= _WITH_EMOJI
    return ("formula",) if has_emoji else ("formula", "emoji")


def _page_images(pdf: bytes, pages: Sequence[tuple[int, int]], width: int) -> Iterator[SlideImage]:
    """Yield pages of a PDF; `pages` holds the number of each slide and its index in the PDF."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
    try:
        for number, index in pages:
            with _PDFIUM:
                page = document[index]
                _check_size(number, width, page.get_height() / page.get_width())
                bitmap = page.render(scale=width / page.get_width())
                picture = bitmap.to_pil().copy()
                bitmap.close()
                page.close()
            if picture.width != width:  # a page is a fraction of a point wider than it should be
                picture = picture.crop((0, 0, width, picture.height))
            png = io.BytesIO()
            picture.save(png, "PNG")
            yield SlideImage(number, png.getvalue(), picture.width, picture.height)
    finally:
        with _PDFIUM:
            document.close()


def _check_size(number: int, width: int, ratio: float) -> None:
    """Raise RenderingError where a page would be too high or too low for a picture."""
    if not 1 <= width * ratio <= _HIGHEST:
        raise RenderingError(
            "rendering-failed",
            f"Slide {number} cannot be drawn: {width:,} pixels wide, it would be "
            f"{width * ratio:,.0f} high.",
            "Choose another size in PowerPoint: Design, Slide Size.",
        )


def _check_pdfium() -> None:
    try:
        import pypdfium2  # noqa: F401 - only whether it is there
    except ImportError:
        raise RenderingError(
            "no-renderer", "What reads a PDF is not installed.", f"Install it: {INSTALL_SHOW}"
        ) from None


def _filter(options: PdfOptions) -> dict[str, Any]:
    """Return the options of Impress' PDF export, as its documentation calls them."""
    flags = {
        "UseTaggedPDF": True,
        "ExportBookmarks": True,
        "DisplayPDFDocumentTitle": True,
        "ExportHiddenSlides": True,  # slides that are not wanted are gone already
        "ExportNotesPages": False,  # they cut long notes off; export/pdf.py adds ours
        "ReduceImageResolution": True,
        "ExportFormFields": False,
    }
    numbers = {"Quality": options.quality, "MaxImageResolution": options.resolution}
    return {
        **{name: {"type": "boolean", "value": on} for name, on in flags.items()},
        **{name: {"type": "long", "value": number} for name, number in numbers.items()},
    }


def _page_count(pdf: bytes) -> int:
    import pypdfium2

    try:
        return pdf_facts(pdf).pages
    except pypdfium2.PdfiumError:
        return 0


def _failure(outcome: soffice.RunOutcome, seconds: float) -> RenderingError:
    """Return why there is no PDF."""
    if outcome.end == "no-folder" or (outcome.end == "ended" and outcome.free_bytes < _DISK_FULL):
        return RenderingError(
            "rendering-failed",
            "LibreOffice cannot work: the disk with the temporary folder is full, or the folder "
            "cannot be written.",
            "Make room, and try again; or let the variable TMPDIR name a folder elsewhere.",
        )
    if outcome.end == "too-slow":
        return RenderingError(
            "too-slow",
            f"LibreOffice was not done after {seconds:,.0f} seconds, and was stopped.",
            "Close other programs and try again; a deck of many slides may go in two parts.",
        )
    if outcome.end == "not-started":
        return RenderingError(
            "rendering-failed",
            f"LibreOffice cannot be started: {outcome.output}.",
            "Does it open from the menu? If not, install it anew.",
        )
    output = f" It said: {outcome.output.splitlines()[-1]}" if outcome.output else ""
    return RenderingError(
        "rendering-failed",
        f"LibreOffice ended before the PDF was done (exit code {outcome.code}).{output}",
        "Try again. If it stays so, open the deck in LibreOffice to see what is wrong with it.",
    )
