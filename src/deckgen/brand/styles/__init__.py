"""The styles of generated templates, a module each; a new module here is a new style.

To add a style, write one module, named as authors shall type it; begin with a copy of `minimal`,
the plainest, and change a layout at a time:

1. Its docstring is the manual: a first line that says what differs, then what it is good for.
2. Give each layout a function from a `Page` to its placeholders and decorations, in the words of
   `brand/design/`: grid columns, sizes in points, colours by their purpose (`page.colors.text`). No
   colour is named, for each page is drawn in both tones. On an area of another colour, draw with
   `page.on(...)`, as `bold` does. The placeholders, with their `idx`:

   - Cover: title (of the kind “ctrTitle”), subtitle 1, body 13 (speaker, then event), date.
   - Section: title, progress 13 (its number), subtitle 1.
   - Questions, Title and bullets, Title and text: title, kicker, body 1, footer, day, number.
     Question: these, and progress 14.
   - Quote: title (the words), by 1. Closing: title, body 1, and a graphic box “second” for a code.
   - Two and Three contents: as bullets, with second 2 and third 3, and maybe progress 14, for
     questions with a graphic; a style may have layouts of their own for these, with progress 14,
     as `panel` does. Full picture: `full_picture`, and a title `on_area`. Title only:
     title, kicker, footer, day, number. Blank: these three.

   Of the decorations, a `LogoBox` stands on cover and closing, an optional one on the pages of
   bullets; a `ProgressTrack` (`deck/layout.py`) is where slides show how far the talk is. A body
   may have `row_rules`.
3. Leave the layouts with pictures to `brand/design/picture_layouts.py`, which makes them from the
   others: look at them, and add a `recipe` for a `PictureRole` where yours has to look otherwise.
   Its placeholder for the picture has the role “picture” and the type “pic”; with a fill, captions
   on the picture have that fill.
4. End with `STYLE = Style(...)`, with a `recipe` for every other layout of `panel`.

`tests/brand/styles` then judges every layout, in both tones and both formats. Build the talk and
the tour with `--style NAME`, and look at every page. Write a paragraph for `docs/design.md`;
`make styles` draws its picture.
"""

import importlib
import re
from functools import cache
from importlib.machinery import PathFinder

from deckgen.brand.design.style import Style
from deckgen.support.nearest import did_you_mean


def is_style(name: str) -> bool:
    """Return whether there is a style of this name, without importing it or listing all."""
    if not re.fullmatch("[a-z]+", name):
        return False
    return PathFinder.find_spec(f"{__name__}.{name}", __path__) is not None


@cache
def style_named(name: str) -> Style:
    """Return a style, without importing the others; raise KeyError if there is none so called."""
    if not is_style(name):
        raise KeyError(name)
    style: Style = importlib.import_module(f"{__name__}.{name}").STYLE
    return style


@cache
def style_names() -> tuple[str, ...]:
    """Return the name of every style, sorted."""
    import pkgutil

    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def unknown_style(name: str) -> tuple[str, str]:
    """Return what to say of a name that no style has, and the way out."""
    listed = f"The styles are: {', '.join(style_names())}."
    return f"There is no style “{name}”.", did_you_mean(name, style_names(), listed)
