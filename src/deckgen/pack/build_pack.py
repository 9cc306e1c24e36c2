"""All files of a pack: the deck, what is made of it, a list of fonts, a README, checksums."""

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import NamedTuple

from deckgen.export.talk_contents import TalkContents, talk_contents
from deckgen.pack.pack_texts import pack_texts
from deckgen.pack.text_files import (
    CHECKSUM_FILE,
    FONTS_FILE,
    README_FILE,
    PackPart,
    checksums,
    fonts_list,
    needed_fonts,
    readme,
)
from deckgen.pipeline.compile import Compiled, created_at
from deckgen.project.output_names import output_name, title_name
from deckgen.render.renderer import Feature, RenderingError, SlideImage
from deckgen.seal.seal import seal_file

_WIDTH = 1600
"""Pixels of the pictures of the slides."""


class Pack(NamedTuple):
    """What goes into a pack."""

    files: Mapping[str, bytes]
    missing: Mapping[str, str]
    """Why files are left out, by their names."""
    pdf_by: str
    """What made the PDF; empty if there is none."""
    images_by: str
    """What drew the slides; empty if nothing could."""
    differing: Mapping[int, tuple[Feature, ...]]
    """What is not drawn as PowerPoint shows it, by the number of the slide."""


def build_pack(
    deck: bytes,
    compiled: Compiled,
    town: str,
    epoch: dt.datetime | None,
    progress: Callable[[str, int, int], None],
) -> Pack:
    """Return a pack; what cannot be made on this computer is left out, with the reason.

    `town` names the files, else the title does. `epoch` dates the handout if the talk has no day.
    `progress` is told what is being made, how much of it is done, and of how much.
    """
    talk, texts = talk_contents(compiled), pack_texts(compiled.deck.lang)
    stem = {"stem": town or title_name(talk.title)}
    names: dict[PackPart, str] = {"deck": output_name("{stem}.pptx", stem)}
    files, missing = {names["deck"]: deck}, dict[str, str]()

    def add(part: PackPart, ending: str, make: Callable[[], bytes]) -> bytes | None:
        name = output_name(f"{{stem}}{ending}", stem)
        try:
            data = make()
        except RenderingError as problem:
            missing[name] = " ".join(f"{problem.message} {problem.hint}".split())
            return None
        names[part] = name
        files[name] = seal_file(data)
        return data

    pdf = add("pdf", ".pdf", lambda: _pdf(deck, compiled, progress))
    images = functools.cache(lambda: _images(deck, pdf, compiled, talk, progress))
    add("handout", "-handout.pdf", lambda: _handout(talk, compiled, images()[0], epoch, progress))
    page = add("page", ".html", lambda: _html(talk, images()[0]))
    drawn, drawn_by = images() if page is not None else ([], "")
    differing = {image.number: image.differs for image in drawn if image.differs}
    fonts = needed_fonts(compiled.deck, compiled.brand)
    files[FONTS_FILE] = fonts_list(names["deck"], fonts, texts)
    files[README_FILE] = readme(talk, names, tuple(missing), tuple(differing), texts)
    files[CHECKSUM_FILE] = checksums(files)
    return Pack(files, missing, _made_by(pdf), drawn_by, differing)


def _pdf(deck: bytes, compiled: Compiled, progress: Callable[[str, int, int], None]) -> bytes:
    from deckgen.render.libreoffice.libreoffice_renderer import PdfOptions, libreoffice_pdf

    progress("LibreOffice makes the PDF", 0, 0)
    return libreoffice_pdf(deck, PdfOptions(lang=compiled.deck.lang), compiled.brand.font_files)


def _made_by(pdf: bytes | None) -> str:
    if pdf is None:
        return ""
    from deckgen.render.libreoffice.libreoffice_renderer import pdf_facts

    return pdf_facts(pdf).made_by


def _images(
    deck: bytes,
    pdf: bytes | None,
    compiled: Compiled,
    talk: TalkContents,
    progress: Callable[[str, int, int], None],
) -> tuple[list[SlideImage], str]:
    """Return the slides as pictures, and what drew them: the PDF, or else the light renderer."""
    from deckgen.render.libreoffice.libreoffice_renderer import pdf_slide_images
    from deckgen.render.light.light_renderer import light_renderer

    numbers = [slide.number for slide in talk.slides]
    if pdf is not None:
        drawn_by = _made_by(pdf)
        drawn = pdf_slide_images(pdf, deck, numbers, _WIDTH)
    else:
        renderer = light_renderer(compiled.brand.font_files)
        drawn_by, drawn = renderer.name, renderer.images(deck, numbers, _WIDTH)
    slides: list[SlideImage] = []
    for image in drawn:
        slides.append(image)
        progress("Drawing the slides", len(slides), len(numbers))
    return slides, drawn_by


def _handout(
    talk: TalkContents,
    compiled: Compiled,
    images: list[SlideImage],
    epoch: dt.datetime | None,
    progress: Callable[[str, int, int], None],
) -> bytes:
    from deckgen.export.typst_paper import DrawnTalk, handout_pdf

    progress("Setting the handout", 0, 0)
    drawn = DrawnTalk(talk, compiled.brand, images, created_at(compiled, epoch))
    return handout_pdf(drawn, "lines", 6, "a4").pdf


def _html(talk: TalkContents, images: list[SlideImage]) -> bytes:
    from deckgen.export.pages.html_page import html_page

    return html_page(talk, images, notes=False)
