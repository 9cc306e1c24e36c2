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

    def write(deck: DeckToExport, show: ShowProgress) -> str:
        from deckgen.export.typst_paper import PICTURE_WIDTH, handout_pdf

        talk = _drawn_talk(deck, show, PICTURE_WIDTH, renderer)
        show("Setting the pages", 0, 0)
        return _save_paper(deck, talk, handout_pdf(talk, layout, int(per_page), paper))

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

    def write(deck: DeckToExport, show: ShowProgress) -> str:
        from deckgen.export.speaker_script import script_markdown, script_pdf
        from deckgen.export.talk_contents import talk_contents
        from deckgen.export.typst_paper import PICTURE_WIDTH

        if as_text:
            contents = talk_contents(deck.of_outline(_NEEDS))
            kept = deck.save(script_markdown(contents).encode())
            return f"{deck.target}: {_slide_count(contents)}{kept}"
        talk = _drawn_talk(deck, show, PICTURE_WIDTH // 2, renderer)
        show("Setting the pages", 0, 0)
        return _save_paper(deck, talk, script_pdf(talk, paper))

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

    def write(deck: DeckToExport, show: ShowProgress) -> str:
        from deckgen.export.pages.html_page import html_page

        talk = _drawn_talk(deck, show, width, renderer)
        show("Writing the page", 0, 0)
        data = html_page(talk.contents, talk.pages, notes=with_notes)
        kept = deck.save(data)
        size, slides = size_text(len(data)), _slide_count(talk.contents)
        message = f"{deck.target}: {slides}, {size}, pictures by {talk.by}"
        return message + differences_text(differing_pages(talk.pages), talk.by) + kept

    export_each(arguments, ".html", write)


def _drawn_talk(
    deck: DeckToExport, show: ShowProgress, width: int, choice: RendererName
) -> DrawnTalk:
    """Return the talk with pictures of the slides that are not hidden. Raises RenderingError."""
    from deckgen.export.talk_contents import talk_contents
    from deckgen.export.typst_paper import DrawnTalk
    from deckgen.pipeline.compile import created_at
    from deckgen.render.choose_renderer import choose_renderer

    compiled = deck.of_outline(_NEEDS)
    renderer = choose_renderer(choice, compiled.brand.font_files)
    talk = talk_contents(compiled)
    if not talk.slides:
        fail(
            ExitCode.OUTLINE,
            f"All slides of {deck.source} are hidden, so there is nothing to hand out.",
            "Delete `hidden: yes` from those that are to be seen.",
        )
    numbers = [slide.number for slide in talk.slides]
    pages = []
    for page in renderer.images(deck.data, numbers, width):
        pages.append(page)
        show("Drawing the slides", len(pages), len(numbers))
    return DrawnTalk(talk, compiled.brand, pages, created_at(compiled, epoch()), renderer.name)


def _save_paper(deck: DeckToExport, talk: DrawnTalk, paper: TypesetPdf) -> str:
    """Write the paper, warn of characters that it shows as boxes, and return the message."""
    kept = deck.save(paper.pdf)
    warn_of_missing(deck.target, paper.missing)
    slides = _slide_count(talk.contents)
    message = f"{deck.target}: {slides}, set in {paper.font}, pictures by {talk.by}"
    return message + differences_text(differing_pages(talk.pages), talk.by) + kept


def warn_of_missing(target: str, characters: str) -> None:
    """Warn of characters that no font has, if there are any: the paper shows boxes."""
    if characters:
        say(
            f"{target}: no font of this computer has “{characters}”; these are boxes there.\n"
            "  Install a font that has them, such as Noto Sans CJK for Chinese, Japanese and "
            "Korean.",
            err=True,
        )


def _slide_count(talk: TalkContents) -> str:
    """Return how many slides are shown and hidden, in words."""
    hidden = f" ({talk.hidden} hidden left out)" if talk.hidden else ""
    return f"{counted(len(talk.slides), 'slide')}{hidden}"
