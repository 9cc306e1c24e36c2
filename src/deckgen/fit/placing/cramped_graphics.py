"""Graphics on the layouts of a template, which may leave them little room.

What does not fit on a layout is tried on the template's layout with a headline alone, and then in
small text: a deck with a warning is better than none.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from deckgen.deck.slide import LayoutChoice, Slide
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.support.diagnostics import Diagnostics

Place: TypeAlias = Callable[[Slide, FitContext, int], list[Slide]]
"""Returns a slide with its graphics placed, no text below a size in points."""
_MAY_BE_SMALLER = frozenset({"auto", "shrink"})


def placed_where_they_fit(slide: Slide, context: FitContext, place: Place) -> list[Slide]:
    """Return the slide with its graphics placed by the first way that fits, else as the first says.

    Errors are those of the first way.
    """
    first: tuple[list[Slide], FitContext] | None = None
    for tried, size in _ways(slide, context):
        trial = context._replace(diagnostics=Diagnostics(), slide_ids=set(context.slide_ids))
        placed = place(tried, trial, size)
        if not trial.diagnostics.has_errors:
            if size < context.minimum_size:
                _warn_of_small_text(slide, size, context)
            return _kept(placed, trial, context)
        first = first or (placed, trial)
    return _kept(*first, context) if first else []


def _ways(slide: Slide, context: FitContext) -> Iterator[tuple[Slide, int]]:
    """Yield a slide on its own layout and on one with a headline alone, and the least sizes."""
    layout, usual = context.layouts(*slide.layout_key), context.minimum_size
    layouts = [slide]
    if slide.role == "bullets" and not slide.layout:
        name = context.layouts("bleed", slide.tone, "").name
        wide = slide._replace(layout=LayoutChoice(name, slide.span))
        found = context.layouts(*wide.layout_key)
        if found != layout and all(found.placeholder(role) for role, _ in slide.placeholders):
            layouts.append(wide)
    sizes = [usual]
    if layout.least_size < usual and slide.fit in _MAY_BE_SMALLER:
        sizes.append(layout.least_size)
    yield from ((tried, size) for size in sizes for tried in layouts)


def _kept(placed: list[Slide], trial: FitContext, context: FitContext) -> list[Slide]:
    context.diagnostics.extend(trial.diagnostics)
    context.slide_ids.update(trial.slide_ids)
    return placed


def _warn_of_small_text(slide: Slide, size: int, context: FitContext) -> None:
    name = context.layouts(*slide.layout_key).name
    context.diagnostics.warning(
        "small-text",
        f"On the template's layout “{name}” this fits with text of {size} points or little more.",
        slide.span,
        "Shorten it, make two slides of it, or name a layout with more room: `layout: …`.",
    )
