"""A talk in every style: what `deckgen brand gallery` shows."""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.brand.styles import style_names
from deckgen.pipeline.compile import Compiled, deck_bytes
from deckgen.project.selected_decks import SelectedDeck, compile_selected
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import TownSelection
from deckgen.support.diagnostics import Diagnostics


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
