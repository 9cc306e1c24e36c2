"""`deckgen pack`: the folder for the USB stick."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

import click

from deckgen.commands.console import epoch, fail
from deckgen.commands.options.export_options import (
    DeckToExport,
    ExportArguments,
    ShowProgress,
    export_each,
    export_options,
    kept_files_line,
)
from deckgen.commands.render_differences import differing_pages, told
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.export.talk_contents import TalkContents
    from deckgen.pack.text_files import PackPart
    from deckgen.pipeline.compile import Compiled
    from deckgen.render.renderer import SlideImage

_WIDTH = 1600
"""Pixels of the pictures of the slides."""


@click.command()
@export_options
@click.option("--zip", "zipped", is_flag=True, help="As one zip file, for mail.")
def pack(*, zipped: bool, **said: Unpack[ExportArguments]) -> None:
    """Pack what the venue may need of OUTLINE (slides.yaml if left out) into one folder.

    The deck, a PDF, a handout, a page for the browser as plan B, a list of the fonts with what the
    venue has to install, a README and checksums. It goes to build/<title>-pack, that of a town to
    build/<town>-pack, or to the folder that -o names. An older pack is replaced; any other folder
    is left alone, and so is one in which something was changed by hand, unless --overwrite is said.

    What cannot be made here, such as the PDF without LibreOffice, is left out, and the README says
    so. If the outline has errors, nothing is written.

    \b
    Example:
      deckgen pack
      deckgen pack -o /media/stick/talk
      deckgen pack --all
      deckgen pack --town gera --zip
    """

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        if zipped:
            return _write_zip(wanted, tell)
        return _write_folder(wanted, tell)

    export_each(said, "-pack.zip" if zipped else "-pack", write)


class _Made(NamedTuple):
    """What goes into a pack."""

    files: dict[str, bytes]
    missing: dict[str, str]
    """Why files are left out, by their names."""
    by: list[str]
    """Who made the PDF and the pictures."""
    pages: list[SlideImage]
    """The slides as pictures, once they are drawn."""
    renderers: list[str]
    """What drew them."""


def _write_folder(wanted: DeckToExport, tell: ShowProgress) -> str:
    from deckgen.pack.pack_folder import check_pack_folder, write_pack

    check_pack_folder(wanted.target, wanted.replacing)
    made = _made(wanted, tell)
    tell("Writing the folder", 0, 0)
    kept = write_pack(wanted.target, made.files, wanted.replacing)
    return _summary(wanted.target, made) + kept_files_line(kept)


def _write_zip(wanted: DeckToExport, tell: ShowProgress) -> str:
    from deckgen.files.workspace import with_slashes
    from deckgen.opc.zip_writer import zip_files

    made = _made(wanted, tell)
    inside = with_slashes(wanted.target).rpartition("/")[2].removesuffix(".zip")
    data = zip_files((f"{inside}/{name}", data) for name, data in made.files.items())
    kept = wanted.save(data)
    return _summary(wanted.target, made) + kept


def _summary(target: str, made: _Made) -> str:
    size = sum(map(len, made.files.values()))
    whole = f"{size / 1_000_000:.1f} MB" if size > 500_000 else f"{size // 1000} kB"
    by = f"; {', '.join(made.by)}" if made.by else ""
    differs = told(differing_pages(made.pages), made.renderers[0]) if made.renderers else ""
    lines = [f"{target}: {len(made.files)} files, {whole}{by}{differs}"]
    return "\n".join(lines + [f"  Not in it: {name}. {why}" for name, why in made.missing.items()])


def _made(wanted: DeckToExport, tell: ShowProgress) -> _Made:
    """Return all files of a pack by their names, the papers and the checksums last."""
    from deckgen.export.talk_contents import talk_contents
    from deckgen.pack.checksums import CHECKSUM_FILE, checksums
    from deckgen.pack.needed_fonts import needed_fonts
    from deckgen.pack.pack_texts import pack_texts
    from deckgen.pack.text_files import FONTS_FILE, README_FILE, TalkHeader, fonts_list, readme
    from deckgen.project.output_names import output_name, title_name
    from deckgen.seal.seal import seal_file

    compiled = _compiled(wanted)
    talk, said = talk_contents(compiled), pack_texts(compiled.deck.lang)
    stem = {"stem": wanted.label or title_name(talk.title)}
    names: dict[PackPart, str] = {"deck": output_name("{stem}.pptx", stem)}
    made = _Made({names["deck"]: wanted.data}, {}, [], [], [])
    for piece, ending, make in _pieces(wanted, compiled, talk, tell):
        name = output_name(f"{{stem}}{ending}", stem)
        data = _tried(make, name, made)
        if data is not None:
            names[piece] = name
            made.files[name] = seal_file(data)
    fonts = needed_fonts(compiled.deck, compiled.brand)
    made.files[FONTS_FILE] = fonts_list(names["deck"], fonts, said)
    head = TalkHeader(talk.title, talk.subtitle, talk.event, talk.speaker)
    differing = tuple(differing_pages(made.pages))
    made.files[README_FILE] = readme(head, names, tuple(made.missing), differing, said)
    made.files[CHECKSUM_FILE] = checksums(made.files)
    return made


def _tried(make: Callable[[_Made], bytes], name: str, made: _Made) -> bytes | None:
    """Return what is made; None, with the reason among what is missing, if that cannot be."""
    from deckgen.render.renderer import RenderingError

    try:
        return make(made)
    except RenderingError as problem:
        made.missing[name] = " ".join(f"{problem.message} {problem.hint}".split())
        return None


def _pieces(
    wanted: DeckToExport, compiled: Compiled, talk: TalkContents, tell: ShowProgress
) -> list[tuple[PackPart, str, Callable[[_Made], bytes]]]:
    """Return what is made beside the deck: what it is, how its name ends, and how it is made."""
    pdfs: list[bytes] = []

    def pages(made: _Made) -> list[SlideImage]:
        """Return the pages of the PDF as pictures; where there is none, what else can draw them."""
        from deckgen.render.libreoffice.libreoffice_renderer import pdf_facts, pdf_slide_images
        from deckgen.render.light.light_renderer import light_renderer

        if made.pages:
            return made.pages
        numbers = [slide.number for slide in talk.slides]
        if pdfs:
            by = pdf_facts(pdfs[0]).made_by
            found = pdf_slide_images(pdfs[0], wanted.data, numbers, _WIDTH)
        else:
            renderer = light_renderer(compiled.brand.font_files)
            by, found = renderer.name, renderer.images(wanted.data, numbers, _WIDTH)
        new: list[SlideImage] = []
        for page in found:
            new.append(page)
            tell("Drawing the slides", len(new), len(numbers))
        made.pages.extend(new)
        made.renderers.append(by)
        made.by.append(f"pictures by {by}")
        return made.pages

    def pdf(made: _Made) -> bytes:
        from deckgen.render.libreoffice.libreoffice_renderer import (
            PdfOptions,
            libreoffice_pdf,
            pdf_facts,
        )

        tell("LibreOffice makes the PDF", 0, 0)
        options = PdfOptions(lang=compiled.deck.lang)
        pdfs.append(libreoffice_pdf(wanted.data, options, compiled.brand.font_files))
        made.by.append(f"PDF by {pdf_facts(pdfs[0]).made_by}")
        return pdfs[0]

    def handout(made: _Made) -> bytes:
        import datetime as dt

        from deckgen.export.handout import handout_pdf as printed

        day = compiled.deck.date
        moment = dt.datetime.combine(day, dt.time(), dt.UTC) if day else epoch()
        shown = pages(made)
        tell("Setting the handout", 0, 0)
        return printed(talk, compiled.brand, shown, "lines", 6, "a4", moment).pdf

    def page(made: _Made) -> bytes:
        from deckgen.export.html_page import html_page as whole

        return whole(talk, pages(made), notes=False)

    return [
        ("pdf", ".pdf", pdf),
        ("handout", "-handout.pdf", handout),
        ("page", ".html", page),
    ]


def _compiled(wanted: DeckToExport) -> Compiled:
    if wanted.compiled is None:
        fail(
            ExitCode.USAGE,
            f"{wanted.source} is a deck as it is; a pack is made of the outline.",
            "Give the outline, such as slides.yaml; or make a PDF: deckgen export pdf.",
        )
    return wanted.compiled
