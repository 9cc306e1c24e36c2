"""`deckgen export handout`, `notes` and `html`: what is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands.options.export_options import (
    DeckToExport,
    ExportArguments,
    ShowProgress,
    export_each,
    export_options,
    size_text,
)
from deckgen.commands.options.shared_options import renderer_option
from deckgen.commands.output.console import epoch, fail, say
from deckgen.commands.output.drawn_slides import differences_text, differing_pages
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.export.talk_contents import TalkContents
    from deckgen.export.typst_paper import DrawnTalk, HandoutLayout, TypesetPdf
    from deckgen.render.choose_renderer import RendererName

_NEEDS = "this needs the outline that says its words"
paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The sheet.",
)


@click.command()
@export_options
@click.option(
    "--layout",
    type=click.Choice(["lines", "notes", "slides"]),
    default="lines",
    show_default=True,
    help="Three slides a sheet with lines to write on; slides with their notes; slides alone.",
)
@click.option(
    "--per-page",
    type=click.Choice(["2", "4", "6"]),
    default="6",
    show_default=True,
    help="How many slides a sheet has, with --layout slides.",
)
@paper_option
@renderer_option("the slides")
def handout(
    layout: HandoutLayout,
    per_page: str,
    paper: str,
    renderer: RendererName,
    **arguments: Unpack[ExportArguments],
) -> None:
    """Make a handout for the audience: the slides on paper, as PDF.

    The notes are only in it with --layout notes. Hidden slides are left out.

    \b
    Example:
      deckgen export handout
      deckgen export handout --layout slides --per-page 4
      deckgen export handout --all --layout notes
    """

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        from deckgen.export.typst_paper import PICTURE_WIDTH
        from deckgen.export.typst_paper import handout_pdf as made

        drawn = _drawn(wanted, tell, PICTURE_WIDTH, renderer)
        tell("Setting the pages", 0, 0)
        return _written(wanted, drawn, made(drawn, layout, int(per_page), paper))

    export_each(arguments, "-handout.pdf", write)


@click.command()
@export_options
@paper_option
@renderer_option("the slides")
def notes(paper: str, renderer: RendererName, **arguments: Unpack[ExportArguments]) -> None:
    """Make the speaker's script: what to say to each slide, and when.

    As PDF; as text if -o ends in .md. Minutes come from `minutes:` of the slides, the slot from
    `event:`. Hidden slides are left out.

    \b
    Example:
      deckgen export notes
      deckgen export notes --town gera
      deckgen export notes -o script.md
    """
    as_text = (arguments["output"] or "").lower().endswith(".md")

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        from deckgen.export.speaker_script import script_pdf as made
        from deckgen.export.typst_paper import PICTURE_WIDTH

        if as_text:
            return _written_as_text(wanted)
        drawn = _drawn(wanted, tell, PICTURE_WIDTH // 2, renderer)
        tell("Setting the pages", 0, 0)
        return _written(wanted, drawn, made(drawn, paper))

    export_each(arguments, "-notes.md" if as_text else "-notes.pdf", write)


@click.command()
@export_options
@click.option(
    "--notes", "with_notes", is_flag=True, help="Take in what the speaker notes: all can read it."
)
@click.option(
    "--width",
    type=click.IntRange(640, 3840),
    default=1600,
    show_default=True,
    help="How many pixels wide the pictures are.",
)
@renderer_option("the slides")
def html(
    width: int, renderer: RendererName, *, with_notes: bool, **arguments: Unpack[ExportArguments]
) -> None:
    """Make one HTML file that shows the slides in any browser, also without a network.

    Arrow keys, clicks and swipes turn the pages; O shows all, F fills the screen, T shows the
    text. Hidden slides are left out.

    \b
    Example:
      deckgen export html
      deckgen export html --all
    """

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        from deckgen.export.pages.html_page import html_page

        drawn = _drawn(wanted, tell, width, renderer)
        tell("Writing the page", 0, 0)
        data = html_page(drawn.contents, drawn.pages, notes=with_notes)
        kept = wanted.save(data)
        size, slides = size_text(len(data)), _slides(drawn.contents)
        message = f"{wanted.target}: {slides}, {size}, pictures by {drawn.by}"
        return message + differences_text(differing_pages(drawn.pages), drawn.by) + kept

    export_each(arguments, ".html", write)


def _drawn(wanted: DeckToExport, tell: ShowProgress, width: int, choice: RendererName) -> DrawnTalk:
    """Return the talk with pictures of the slides that are shown. Raises RenderingError."""
    from deckgen.export.talk_contents import talk_contents
    from deckgen.export.typst_paper import DrawnTalk
    from deckgen.pipeline.compile import created_at
    from deckgen.render import choose_renderer as choose

    compiled = wanted.of_outline(_NEEDS)
    renderer = choose.choose_renderer(choice, compiled.brand.font_files)
    talk = talk_contents(compiled)
    if not talk.slides:
        fail(
            ExitCode.OUTLINE,
            f"All slides of {wanted.source} are hidden, so there is nothing to hand out.",
            "Delete `hidden: yes` from those that are to be seen.",
        )
    numbers = [slide.number for slide in talk.slides]
    pages = []
    for page in renderer.images(wanted.data, numbers, width):
        pages.append(page)
        tell("Drawing the slides", len(pages), len(numbers))
    moment = created_at(compiled, epoch())
    return DrawnTalk(talk, compiled.brand, pages, moment, renderer.name)


def _written(wanted: DeckToExport, drawn: DrawnTalk, printed: TypesetPdf) -> str:
    """Write the paper, warn of characters that it shows as boxes, and return the message."""
    kept = wanted.save(printed.pdf)
    tell_missing(wanted.target, printed.missing)
    message = (
        f"{wanted.target}: {_slides(drawn.contents)}, set in {printed.font}, pictures by {drawn.by}"
    )
    return message + differences_text(differing_pages(drawn.pages), drawn.by) + kept


def tell_missing(target: str, characters: str) -> None:
    """Warn of characters that no font has, if there are any: the paper shows boxes."""
    if characters:
        say(
            f"{target}: no font of this computer has “{characters}”; these are boxes there.\n"
            "  Install a font that has them, such as Noto Sans CJK for Chinese, Japanese and "
            "Korean.",
            err=True,
        )


def _written_as_text(wanted: DeckToExport) -> str:
    from deckgen.export.speaker_script import script_markdown
    from deckgen.export.talk_contents import talk_contents

    talk = talk_contents(wanted.of_outline(_NEEDS))
    kept = wanted.save(script_markdown(talk).encode())
    return f"{wanted.target}: {_slides(talk)}{kept}"


def _slides(talk: TalkContents) -> str:
    hidden = f" ({talk.hidden} hidden left out)" if talk.hidden else ""
    return f"{counted(len(talk.slides), 'slide')}{hidden}"
