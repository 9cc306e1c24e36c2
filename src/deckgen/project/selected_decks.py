"""The decks of a talk, for commands that make more of them: of towns, or in every style."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.brand.styles import style_names
from deckgen.pipeline.compile import Compiled, deck_bytes
from deckgen.project.output_paths import deck_path
from deckgen.project.towns.town_builder import BuildOptions, TownBuilder
from deckgen.project.towns.town_run import check_outline, plan_jobs
from deckgen.project.towns.town_selection import Town, TownSelection, known_towns, select_town
from deckgen.support.diagnostics import Diagnostics


class SelectedDeck(NamedTuple):
    """A deck that a command works on."""

    town: Town
    compiled: Compiled | None
    """The deck that was made; None if there are errors."""
    diagnostics: Diagnostics
    path: str
    """The path of the deck, or of what is made of it; empty if there is no deck."""
    read: frozenset[str]
    """The files that were read."""


def compile_selected(
    options: BuildOptions, selection: TownSelection, output: str | None, ending: str
) -> SelectedDeck:
    """Return the deck of the talk, or of the one town that is asked for; raise RequestError.

    `output` is the path or pattern that the user gave; paths of our own end in `ending`.
    """
    diagnostics, files = Diagnostics(), known_towns(options.outline)
    town = select_town(files, selection)
    builder = TownBuilder(options)
    builder.check_names(files, selection.tags, diagnostics)
    compiled, path = builder.compile(town, diagnostics), ""
    if compiled is None or diagnostics.has_errors:
        compiled = None
    else:
        title = compiled.deck.title
        path = deck_path(output, options.outline, selection, title, files, ending)
    return SelectedDeck(town, compiled, diagnostics, path, builder.names())


def compile_towns(
    options: BuildOptions, towns: Sequence[Town], pattern: str, selection: TownSelection
) -> tuple[Diagnostics, Iterator[SelectedDeck]]:
    """Return what is wrong for all towns alike, and their decks; none if that is an error."""
    about_all, _ = check_outline(options, towns, selection)
    every = plan_jobs(towns, pattern, about_all)
    if about_all.has_errors:
        return about_all, iter(())

    def decks() -> Iterator[SelectedDeck]:
        builder = TownBuilder(options)
        for town, path in every:
            diagnostics = Diagnostics()
            compiled = builder.compile(town, diagnostics)
            if diagnostics.has_errors or path is None:
                compiled = None
            yield SelectedDeck(town, compiled, diagnostics, path or "", builder.names())

    return about_all, decks()


class StyledDeck(NamedTuple):
    """The talk in one style."""

    style: str
    """The name of the style."""
    deck: bytes
    """The .pptx; empty if the style cannot show the talk."""
    compiled: Compiled | None
    """The talk in this style; None if the style cannot show it."""
    diagnostics: Diagnostics
    is_own: bool
    """Whether it is the style that the talk has already."""


def own_deck(options: BuildOptions) -> SelectedDeck:
    """Return the talk as it is; without a deck if it has errors."""
    return compile_selected(options, TownSelection(), None, ".pptx")


def styled_decks(options: BuildOptions, own: Compiled) -> Iterator[StyledDeck]:
    """Yield the talk in every style, each compiled only when it is its turn.

    `own` is the talk as it is. The style of its own is recognized by the bytes of the deck; only
    the map differs, as it names the style of the command line.
    """
    as_it_is = deck_bytes(own._replace(keeps_map=False), None)
    for style in style_names():
        made = own_deck(options._replace(style=style, is_clean=True))
        data = deck_bytes(made.compiled, None) if made.compiled else b""
        yield StyledDeck(style, data, made.compiled, made.diagnostics, data == as_it_is)
