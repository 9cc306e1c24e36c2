"""`deckgen export`: a PDF, pictures, and what is handed out. As in `cli`, no logic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands.options.command_group import CommandGroup
from deckgen.commands.options.export_options import (
    DeckToExport,
    ExportArguments,
    ShowProgress,
    export_each,
    export_options,
    kept_files_line,
)
from deckgen.commands.options.shared_options import renderer_option
from deckgen.commands.output.console import fail
from deckgen.commands.output.drawn_slides import differences_text
from deckgen.commands.subcommands.export_paper import (
    handout,
    html,
    notes,
    paper_option,
    tell_missing,
)
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.export.slide_pictures import PictureSlide
    from deckgen.fonts.face import FaceKey
    from deckgen.render.choose_renderer import RendererName

_WIDTH, _SHEET_WIDTH = 1920, 2560
_SMALL = (75, 150)
"""Quality and resolution of a PDF for mail."""


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

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        from deckgen.export.pdf import write_pdf
        from deckgen.render.libreoffice.libreoffice_renderer import PdfOptions

        numbers = tuple(_selected_slides(slides, _shown(wanted), hidden=hidden))
        tell(f"{wanted.target}: LibreOffice is at work", 0, 0)
        lang = wanted.compiled.deck.lang if wanted.compiled else ""
        options = PdfOptions(lang=lang, numbers=numbers)
        if small:
            options = options._replace(quality=_SMALL[0], resolution=_SMALL[1])
        own = _own_fonts(wanted)
        sheet = paper if notes else None
        made = write_pdf(wanted.data, options, own, wanted.target, wanted.replacing, sheet)
        tell_missing(wanted.target, made.missing)
        message = f"{wanted.target}: {counted(made.pages, 'page')}, made by {made.made_by}"
        return message + differences_text(made.differing, made.made_by) + kept_files_line(made.kept)

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

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        from deckgen.export.slide_pictures import (
            PictureFolder,
            RenderJob,
            contact_sheet_of,
            write_pictures,
        )
        from deckgen.render import choose_renderer as choose

        slides_of_deck = _shown(wanted)
        numbers = _selected_slides(slides, slides_of_deck, hidden=hidden)
        draws = choose.choose_renderer(renderer, _own_fonts(wanted))
        tell(wanted.target, 0, len(numbers))
        every = draws.differences(wanted.data)
        differs = differences_text({at: every[at] for at in numbers if at in every}, draws.name)

        def step(done: int) -> None:
            tell(wanted.target, done, len(numbers))

        if sheet:
            order = RenderJob(wanted.data, numbers, draws, width or _SHEET_WIDTH)
            kept = wanted.save(contact_sheet_of(order, step))
            message = f"{wanted.target}: {counted(len(numbers), 'slide')}, made by {draws.name}"
            return message + differs + kept
        order = RenderJob(wanted.data, numbers, draws, width or _WIDTH)
        folder = PictureFolder(wanted.target, wanted.replacing)
        made = write_pictures(order, slides_of_deck, folder, step)
        removed = f", {counted(made.removed, 'old one')} removed" if made.removed else ""
        pictures = counted(len(made.names), "picture")
        message = f"{wanted.target}: {pictures}{removed}, made by {draws.name}"
        return message + differs + kept_files_line(*made.kept)

    export_each(arguments, ".png" if sheet else "", write)


def _own_fonts(wanted: DeckToExport) -> Mapping[FaceKey, bytes]:
    return wanted.compiled.brand.font_files if wanted.compiled else {}


def _shown(wanted: DeckToExport) -> list[PictureSlide]:
    from deckgen.export.slide_pictures import PictureSlide
    from deckgen.render.deck_slides import check_xml_size, deck_slides

    if wanted.compiled is None:
        check_xml_size(wanted.data)
        return [
            PictureSlide(at, "", one.hidden) for at, one in enumerate(deck_slides(wanted.data), 1)
        ]
    slides = wanted.compiled.deck.slides
    return [PictureSlide(at, slide.id, slide.hidden) for at, slide in enumerate(slides, 1)]


def _selected_slides(words: str | None, slides: list[PictureSlide], *, hidden: bool) -> list[int]:
    """Return the numbers of the slides that are asked for; end where there are none such."""
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
