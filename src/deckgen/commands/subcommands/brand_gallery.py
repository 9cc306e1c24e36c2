"""`deckgen brand gallery`: the talk in every style, on one page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from deckgen.commands.options.export_options import ShowProgress, progress_line
from deckgen.commands.options.shared_options import overwrite_option
from deckgen.commands.options.town_options import BrandChoice, build_options
from deckgen.commands.output.console import end_if_wrong, fail, say
from deckgen.commands.output.written_files import write_file
from deckgen.files.overwriting import OverwritePolicy
from deckgen.project.output_paths import check_ending
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.deck.slide import Slide
    from deckgen.export.pages.gallery_page import StyledTalk
    from deckgen.project.selected_decks import StyledDeck
    from deckgen.render.choose_renderer import RendererName
    from deckgen.render.renderer import Renderer
    from deckgen.support.diagnostics import Span

MOST_SLIDES = 24
"""Slides that are drawn in each style: more would take minutes, and nobody compares so many."""


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", default="gallery.html", help="Where to write it.")
@click.option("--brand", metavar="FILE", help="A brand.yaml to use instead of the outline's.")
@click.option("--slides", metavar="WHICH", help="Only these: 3,5-7, or their ids.")
@click.option(
    "--renderer",
    type=click.Choice(["light", "libreoffice"]),
    default="light",
    help="What draws the pictures; LibreOffice is nearer to PowerPoint, and slower.",
)
@overwrite_option
def gallery(
    outline: str,
    output: str,
    brand: str | None,
    slides: str | None,
    renderer: RendererName,
    *,
    overwrite: bool,
) -> None:
    """Show OUTLINE (slides.yaml if left out) in every style, in the colours of its brand.

    It is one HTML page with pictures, and says what to type for the style that you choose. It shows
    the first slides of a long talk, or those that --slides names.

    \b
    Example:
      deckgen brand gallery
      deckgen brand gallery --slides 1,4-6 -o styles.html
    """
    from deckgen.export.pages.gallery_page import StyledTalk, gallery_page
    from deckgen.project.selected_decks import own_deck, styled_decks
    from deckgen.render.choose_renderer import choose_renderer
    from deckgen.render.renderer import RenderingError
    from deckgen.seal.seal import seal_file

    check_ending(output, ".html", example="gallery")
    options = build_options(outline, BrandChoice(brand))
    own = own_deck(options)
    end_if_wrong(own.diagnostics, outline, brand)
    if own.compiled is None:
        sys.exit(ExitCode.OUTLINE)
    talk = own.compiled
    entries = _shown_entries(slides, talk.deck.slides)
    show, drawn = progress_line(), list[StyledTalk]()
    try:
        chosen = choose_renderer(renderer, talk.brand.font_files)
        for styled in styled_decks(options, talk):
            drawn.append(_drawn(styled, entries, chosen, show))
    except RenderingError as problem:
        show("", 0, 0)
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    show("", 0, 0)
    if not any(each.pages for each in drawn):
        fail(
            ExitCode.OUTLINE,  # a talk that no style can show, mostly one on a template
            f"No style can show this talk. {' '.join(drawn[0].problems)}",
            "Give a brand.yaml with colours: --brand brand.yaml; `deckgen brand new` begins one.",
        )
    every = len({slide.span for slide in talk.deck.slides})
    some = f"{len(entries)} of {every:,} slides"
    if len(entries) == every:
        some = counted(every, "slide")
    remark = f"{some}, drawn by {chosen.name}"
    named = brand or (talk.outline.talk.brand.text if talk.outline.talk.brand else "")
    page = gallery_page(talk.deck.title, talk.deck.lang, named, drawn, remark)
    write_file(output, seal_file(page), OverwritePolicy(own.read, overwrite))
    say(f"{output}: {counted(len(drawn), 'style')}, {remark}")


def _shown_entries(words: str | None, slides: Sequence[Slide]) -> frozenset[Span]:
    """Return the entries of the outline that are shown: a style may set one over more slides."""
    from deckgen.export.slide_selection import selected_slides

    if words is not None:
        numbers = selected_slides(words, [slide.id for slide in slides], len(slides))
        return frozenset(slides[number - 1].span for number in numbers)
    entries = dict.fromkeys(slide.span for slide in slides if not slide.hidden)
    if not entries:
        fail(ExitCode.USAGE, "There is no slide to show: all are hidden.", "Type --slides 1-.")
    return frozenset(list(entries)[:MOST_SLIDES])


def _drawn(
    styled: StyledDeck, entries: frozenset[Span], renderer: Renderer, show: ShowProgress
) -> StyledTalk:
    """Return the talk in a style, with its pictures. Raises RenderingError."""
    from deckgen.brand.styles import style_named
    from deckgen.export.pages.gallery_page import StyledTalk
    from deckgen.export.pages.html_head import PICTURE_WIDTH

    manual = style_named(styled.style).manual
    if styled.compiled is None:
        problems = tuple(each.message for each in styled.diagnostics if each.severity == "error")
        return StyledTalk(styled.style, manual, (), {}, problems)
    titles = {
        number: slide.title
        for number, slide in enumerate(styled.compiled.deck.slides, 1)
        if slide.span in entries
    }
    pages = []
    for page in renderer.images(styled.deck, list(titles), PICTURE_WIDTH):
        pages.append(page)
        show(styled.style, len(pages), len(titles))
    return StyledTalk(styled.style, manual, tuple(pages), titles, (), styled.is_own)
