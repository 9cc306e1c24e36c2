"""A style: the composition of every layout of a generated template, without its colours."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, get_args

from deckgen.brand.design.layout_design import Decoration, LayoutDesign
from deckgen.brand.design.page import GRIDS, Page, Sizes, SlideFormat, ToneColors
from deckgen.brand.design.picture_layouts import PICTURE_LAYOUTS
from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder, ProgressTrack
from deckgen.deck.slide import PLAIN_ROLES, LayoutRole, PictureRole, PlaceholderRole, Tone

Drawing: TypeAlias = tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]
"""The placeholders of a layout in reading order, and the decorations below them."""
GraphicBoxes: TypeAlias = tuple[tuple[PlaceholderRole, Box], ...]
"""The boxes of graphics, where they differ from the placeholder of their role."""


class Recipe(NamedTuple):
    """How a layout is drawn, on a page of any tone and format."""

    name: str
    role: LayoutRole | PictureRole | None
    """None for layouts that only people use, by hand."""
    type: str
    """`p:sldLayout@type` (ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType)."""
    tone: Tone
    """The tone in which the layout is listed first."""
    light: ToneColors
    dark: ToneColors
    draw: Callable[[Page], Drawing]
    graphic_boxes: Callable[[Page], GraphicBoxes] = lambda _: ()

    def colors(self, tone: Tone) -> ToneColors:
        """Return the colours of the layout in a tone."""
        return self.light if tone == "light" else self.dark


_LAYOUTS: Mapping[str, tuple[LayoutRole | PictureRole | None, str]] = {
    "Cover": ("cover", "title"),
    "Section": ("section", "secHead"),
    "Questions": ("questions", "obj"),
    "Question": ("question", "obj"),
    "Title and bullets": ("bullets", "obj"),
    "Title and text": ("text", "tx"),
    "Quote": ("quote", "cust"),
    "Closing": ("closing", "cust"),
    "Two contents": ("two-contents", "twoObj"),
    "Three contents": ("three-contents", "cust"),
    "Full picture": ("bleed", "cust"),
    "Picture beside title": ("whole-picture", "cust"),
    "Half picture": ("half-picture", "cust"),
    "Section with picture": ("section-picture", "cust"),
    "Quote with picture": ("quote-picture", "cust"),
    "Closing with picture": ("closing-picture", "cust"),
    "Question above graphic": ("question-whole", "cust"),
    "Question with graphic": ("question-contents", "cust"),
    "Question beside picture": ("question-half", "cust"),
    "Title only": (None, "titleOnly"),
    "Blank": (None, "blank"),
}
"""The role and the type of each layout by its name, which is the same in every style."""
_REQUIRED = frozenset(
    name for name, (role, _) in _LAYOUTS.items() if role not in get_args(PictureRole)
)
"""The layouts that no other is made into."""

_DARK_COLOR_MAP = (
    'bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="accent2" folHlink="accent2"'
)
"""The colour map of dark layouts (20.1.6.8), where links and text that people add can be read."""


def recipe(
    name: str,
    tone: Tone,
    light: ToneColors,
    dark: ToneColors,
    draw: Callable[[Page], Drawing],
    graphic_boxes: Callable[[Page], GraphicBoxes] = lambda _: (),
) -> Recipe:
    """Return the recipe of the layout with a name; raise LookupError for a name that none has."""
    if name not in _LAYOUTS:
        raise LookupError(f"no layout is called “{name}”; they are: {', '.join(_LAYOUTS)}")
    role, type_ = _LAYOUTS[name]
    return Recipe(name, role, type_, tone, light, dark, draw, graphic_boxes)


def box_at_right(first: int, top: float, height: float) -> Callable[[Page], GraphicBoxes]:
    """Return a function from a page to the box of a graphic from a column on; lengths in inches."""
    return lambda page: (("second", page.span(first, 12, top, height)),)


def content_recipes(
    light: ToneColors,
    dark: ToneColors,
    draw: Callable[..., Drawing],
    contents: Callable[[Page, int], Iterable[Placeholder]],
) -> tuple[Recipe, Recipe]:
    """Return the recipes of two and of three contents.

    `draw` takes a page and its contents; `contents` takes a page and how many there are.
    """
    return (
        recipe("Two contents", "light", light, dark, lambda page: draw(page, *contents(page, 2))),
        recipe("Three contents", "light", light, dark, lambda page: draw(page, *contents(page, 3))),
    )


class FontPair(NamedTuple):
    """The fonts of a brand that names none."""

    heading: str
    body: str


class Style(NamedTuple):
    """A style. It serves any palette, both tones and both formats."""

    manual: str
    """What it is good for: a first line, then paragraphs."""
    sizes: Sizes
    recipes: tuple[Recipe, ...]
    """One for each layout role, and those that only people use. Layouts with pictures are made from
    these by `picture_layouts`; a recipe for a `PictureRole` takes the place of such a layout."""
    fonts: FontPair = FontPair("Calibri", "Calibri")

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.strip().partition("\n")[0]

    @property
    def dark_shades(self) -> frozenset[int]:
        """The shades on which light text stands, in per cent of the deep colour's lightness."""
        return frozenset({100} | {recipe.dark.panel_shade for recipe in self.recipes})

    def layouts(self, size: SlideFormat) -> tuple[LayoutDesign, ...]:
        """Return every layout in both tones: first in the tone of its recipe, then in the other.

        Raises LookupError if the style lacks the recipe of a layout.
        """
        lacking = _REQUIRED - {recipe.name for recipe in self.recipes}
        if lacking:
            raise LookupError(f"the style has no recipe for: {', '.join(sorted(lacking))}")
        recipes = (*self.recipes, *_with_pictures(self.recipes))
        other: dict[Tone, Tone] = {"light": "dark", "dark": "light"}
        natural = [(recipe, recipe.tone) for recipe in recipes]
        turned = [(recipe, other[recipe.tone]) for recipe in recipes]
        return tuple(
            self._design(recipe, tone, size, number)
            for number, (recipe, tone) in enumerate(natural + turned, 1)
        )

    def _design(self, recipe: Recipe, tone: Tone, size: SlideFormat, number: int) -> LayoutDesign:
        page = Page(GRIDS[size], tone, recipe.colors(tone), self.sizes)
        placeholders, decorations = recipe.draw(page)
        return LayoutDesign(
            Layout(
                recipe.name if tone == recipe.tone else f"{recipe.name} ({tone})",
                recipe.role,
                tone,
                f"/ppt/slideLayouts/slideLayout{number}.xml",
                tuple(_with_marks(each, page.colors) for each in placeholders),
                _DARK_COLOR_MAP if tone == "dark" else "",
                recipe.graphic_boxes(page),
                progress_track=next(
                    (drawn for drawn in decorations if isinstance(drawn, ProgressTrack)), None
                ),
                has_column_rules=True,
            ),
            recipe.type,
            page.colors.background,
            decorations,
        )


def _with_pictures(recipes: tuple[Recipe, ...]) -> Iterator[Recipe]:
    """Yield the recipes of layouts with pictures that a style leaves to `picture_layouts`."""
    by_role = {recipe.role: recipe for recipe in recipes}
    for made in PICTURE_LAYOUTS:
        plain_role = PLAIN_ROLES[made.role]
        plain = by_role.get(plain_role) or by_role[PLAIN_ROLES[plain_role]]
        if made.role not in by_role:
            yield plain._replace(
                name=made.name.format(plain.name),
                role=made.role,
                type="cust",
                tone=made.tone or plain.tone,
                draw=_changed(plain.draw, made.change),
                graphic_boxes=lambda _: (),
            )


def _changed(
    draw: Callable[[Page], Drawing], change: Callable[[Drawing, Page], Drawing]
) -> Callable[[Page], Drawing]:
    return lambda page: change(draw(page), page)


def _with_marks(placeholder: Placeholder, colors: ToneColors) -> Placeholder:
    """Return a placeholder whose levels all have a colour for marks, so that it may hold lists."""
    if placeholder.role not in {"body", "second", "third"} or placeholder.type == "pic":
        return placeholder
    levels = tuple(
        [
            level if level.mark_color == colors.accent else level._replace(mark_color=colors.accent)
            for level in placeholder.level_styles
        ]
    )
    return placeholder._replace(level_styles=levels)
