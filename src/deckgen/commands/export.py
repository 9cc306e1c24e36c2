"""`deckgen export`: a PDF, pictures, and what is handed out. As in `cli`, no logic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands.options.export_options import (
    DeckToExport,
    ExportArguments,
    ShowProgress,
    export_each,
    export_options,
    kept_files_line,
)
from deckgen.commands.options.shared_options import CommandGroup, renderer_option
from deckgen.commands.output.console import fail
from deckgen.commands.output.drawn_slides import differences_text
from deckgen.commands.subcommands.export_paper import (
    handout,
    html,
    notes,
    paper_option,
    warn_of_missing,
)
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.export.slide_pictures import PictureSlide
    from deckgen.fonts.face import FaceKey
    from deckgen.render.choose_renderer import RendererName

_WIDTH, _SHEET_WIDTH = 1920, 2560
_SMALL_QUALITY, _SMALL_RESOLUTION = 75, 150
"""The quality and the resolution of pictures in a PDF for mail."""


@click.group(cls=CommandGroup)
def export() -> None:
    """Make a PDF or pictures of a talk, a handout, the speaker's script, or one HTML file.

    \b
    Example:
      deckgen export pdf
      deckgen export png --sheet
      deckgen export handout
      deckgen export notes
      deckgen export html
    """


@export.command()
@export_options
@click.option("--slides", metavar="WHICH", help="Only these: 3,5-7, or their ids.")
@click.option("--hidden", is_flag=True, help="With the hidden slides.")
@click.option("--notes", is_flag=True, help="Pages with the notes of each slide follow.")
@paper_option
@click.option("--small", is_flag=True, help="Photographs at 150 dots to the inch, for mail.")
def pdf(
    slides: str | None,
    paper: str,
    *,
    hidden: bool,
    notes: bool,
    small: bool,
    **arguments: Unpack[ExportArguments],
) -> None:
    """Make a PDF of OUTLINE (slides.yaml if left out), or of a deck that you have: DECK.pptx.

    It goes to build/<title>.pdf, that of a town to build/<town>.pdf, that of a DECK.pptx beside it,
    or where -o says. It has bookmarks, links, a title, and tags for people who have it read aloud.
    Hidden slides are left out unless they are named. LibreOffice makes it. The notes stand on
    sheets of paper, A4 or --paper letter, at 12 points.

    \b
    Example:
      deckgen export pdf
      deckgen export pdf --all
      deckgen export pdf --slides 1-9 --small
      deckgen export pdf build/talk.pptx -o talk.pdf
    """

    def write(deck: DeckToExport, show: ShowProgress) -> str:
        from deckgen.export.pdf import write_pdf
        from deckgen.render.libreoffice.libreoffice_renderer import PdfOptions

        numbers = tuple(_selected_slides(slides, _slides_of(deck), hidden=hidden))
        show(f"{deck.target}: LibreOffice is at work", 0, 0)
        lang = deck.compiled.deck.lang if deck.compiled else ""
        options = PdfOptions(lang=lang, numbers=numbers)
        if small:
            options = options._replace(quality=_SMALL_QUALITY, resolution=_SMALL_RESOLUTION)
        sheet = paper if notes else None
        pdf = write_pdf(deck.data, options, _brand_fonts(deck), deck.target, deck.replacing, sheet)
        warn_of_missing(deck.target, pdf.missing)
        message = f"{deck.target}: {counted(pdf.pages, 'page')}, made by {pdf.made_by}"
        return message + differences_text(pdf.differing, pdf.made_by) + kept_files_line(pdf.kept)

    export_each(arguments, ".pdf", write)


@export.command()
@export_options
@click.option("--slides", metavar="WHICH", help="Only these: 3,5-7, or their ids.")
@click.option("--hidden", is_flag=True, help="With the hidden slides.")
@click.option("--sheet", is_flag=True, help="All slides on one picture.")
@click.option(
    "--width",
    type=click.IntRange(64, 7680),
    metavar="PIXELS",
    help=f"Of a picture, {_WIDTH} if left out; of a sheet, {_SHEET_WIDTH}.",
)
@renderer_option("the slides")
def png(
    slides: str | None,
    width: int | None,
    renderer: RendererName,
    *,
    hidden: bool,
    sheet: bool,
    **arguments: Unpack[ExportArguments],
) -> None:
    """Make a picture of every slide of OUTLINE (slides.yaml if left out), or of a DECK.pptx.

    They go to the folder build/<title>, as 01-<id>.png and so on; those of a town to build/<town>,
    those of a DECK.pptx to a folder beside it, or to the folder that -o names. With --sheet it is
    one picture, build/<title>.png. Hidden slides are left out unless they are named.

    \b
    Example:
      deckgen export png
      deckgen export png --slides 3,5-7 --width 3840
      deckgen export png --sheet -o overview.png
    """

    def write(deck: DeckToExport, show: ShowProgress) -> str:
        from deckgen.export.slide_pictures import RenderJob, contact_sheet_of, write_pictures
        from deckgen.render.choose_renderer import choose_renderer

        all_slides = _slides_of(deck)
        numbers = _selected_slides(slides, all_slides, hidden=hidden)
        chosen = choose_renderer(renderer, _brand_fonts(deck))
        show(deck.target, 0, len(numbers))
        every = chosen.differences(deck.data)
        differs = differences_text({at: every[at] for at in numbers if at in every}, chosen.name)
        pixels = width or (_SHEET_WIDTH if sheet else _WIDTH)
        job = RenderJob(deck.data, numbers, chosen, pixels)

        def step(done: int) -> None:
            show(deck.target, done, len(numbers))

        if sheet:
            kept = deck.save(contact_sheet_of(job, step))
            written = counted(len(numbers), "slide")
        else:
            pictures = write_pictures(job, all_slides, deck.target, deck.replacing, step)
            kept = kept_files_line(*pictures.kept)
            written = counted(len(pictures.names), "picture")
            if pictures.removed:
                written += f", {counted(pictures.removed, 'old one')} removed"
        return f"{deck.target}: {written}, made by {chosen.name}{differs}{kept}"

    export_each(arguments, ".png" if sheet else "", write)


def _brand_fonts(deck: DeckToExport) -> Mapping[FaceKey, bytes]:
    """Return the font files of the brand; none for a deck that exists already."""
    return deck.compiled.brand.font_files if deck.compiled else {}


def _slides_of(deck: DeckToExport) -> list[PictureSlide]:
    """Return all slides, hidden ones too; those of a deck that exists already have no ids."""
    from deckgen.export.slide_pictures import PictureSlide
    from deckgen.render.deck_slides import check_xml_size, deck_slides

    if deck.compiled is None:
        check_xml_size(deck.data)
        slides = enumerate(deck_slides(deck.data), 1)
        return [PictureSlide(number, "", slide.hidden) for number, slide in slides]
    built = enumerate(deck.compiled.deck.slides, 1)
    return [PictureSlide(number, slide.id, slide.hidden) for number, slide in built]


def _selected_slides(words: str | None, slides: list[PictureSlide], *, hidden: bool) -> list[int]:
    """Return the numbers of the slides that --slides names, or of all; end if there are none.

    `words` are those of --slides. Without them, hidden slides are left out unless `hidden`.
    """
    from deckgen.export.slide_selection import selected_slides

    if not slides:
        fail(ExitCode.OUTLINE, "The deck has no slides.", "Give the outline, or a deck with some.")
    if words is None:
        numbers = [slide.number for slide in slides if hidden or not slide.hidden]
        if not numbers:
            fail(ExitCode.USAGE, "There is no slide to show: all are hidden.", "Type --hidden.")
        return numbers
    return selected_slides(words, [slide.id for slide in slides], len(slides))


for command in (handout, notes, html):
    export.add_command(command)
