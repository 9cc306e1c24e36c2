"""A brand as the later stages know it: layouts, parts, limits."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.deck.layout import Layout
from deckgen.deck.slide import PLAIN_ROLES, Fit, LayoutChoice, LayoutRole, PictureRole, Tone
from deckgen.fonts.face import FaceKey
from deckgen.fonts.text_width import Fonts
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.diagnostics import Diagnostics, name_list


class PresentationXml(NamedTuple):
    """The presentation part of a template, cut where a deck puts its lists.

    It is written as `head`, the list of notes masters, `handouts`, the list of slides, `tail`.
    """

    head: str
    """The XML from its declaration to the end of the list of masters."""
    notes_masters: str
    """The `p:notesMasterIdLst`; empty if the template has no notes master."""
    handouts: str
    """The `p:handoutMasterIdLst`, or nothing."""
    tail: str
    """The XML from the slide size to the end, without anything that names a sample slide."""
    relationships: tuple[Relationship, ...]
    """Without those to slides. No id begins with “slide” or “deckgen”."""
    package_relationships: tuple[Relationship, ...] = ()
    """Those of the package, without the presentation and the standard properties."""
    extensions_at: int = 0
    """Where in `tail` the first `p:ext` of its `p:extLst` begins; 0 if it has no such list."""


class Brand(NamedTuple):
    """Everything that a deck takes from its brand."""

    name: str
    width: int
    """EMU."""
    height: int
    """EMU."""
    layouts: tuple[Layout, ...]
    parts: tuple[Part, ...]
    """Theme, masters, layouts, notes master and their media, ready for the package."""
    master_part_names: tuple[str, ...]
    notes_master_part_name: str
    fonts: Fonts
    minimum_size: int
    """Points: content is never set smaller."""
    fit: Fit
    """What happens to text that is too long, where the slide does not say."""
    body_levels: int
    """How many levels the body placeholders style."""
    cover_colors: tuple[str, str, str]
    """Background, text and accent of the cover as RRGGBB, for the thumbnail."""
    theme_colors: Mapping[str, str]
    """The colours of the theme, RRGGBB, by their names: dk1, lt1, …, accent6."""
    presentation: PresentationXml | None = None
    """The presentation part of a template; None for a generated brand."""
    font_files: Mapping[FaceKey, bytes] = {}
    """The font files of the brand, to measure text and to draw pages."""
    embeds_fonts: bool = False
    """Whether the font files are embedded in decks; their licences permit it."""
    keeps_map: bool = True
    """Whether decks hold the map of their words, by which edits find back into the outline."""
    named_layouts: Mapping[tuple[LayoutRole | PictureRole, str], Layout] = {}
    """The layouts that slides of a deck ask for by name, with the role that they serve there."""
    notes_parts: tuple[Part, ...] = ()
    """A notes master with its theme, for decks with notes on a template that has none."""

    def layout(
        self, role: LayoutRole | PictureRole, tone: Tone | None = None, name: str = ""
    ) -> Layout:
        """Return the layout for a role, in `tone` if the brand has it in that tone.

        Without a tone, it is the first that the brand lists. With a `name`, it is that of
        `named_layouts`. A brand has a layout for every `LayoutRole`, but may lack a `PictureRole`:
        then the layout of the same slides without a picture is returned.
        """
        plain = PLAIN_ROLES.get(role)
        if plain and not any(layout.role == role for layout in self.layouts):
            return self.layout(plain, tone)
        if name and (named := self.named_layouts.get((role, name))):
            return named
        for layout in self.layouts:
            if layout.role == role and layout.tone == tone:
                return layout
        return next(layout for layout in self.layouts if layout.role == role)


def report_unknown_layout(
    choice: LayoutChoice, names: Iterable[str], owner: str, diagnostics: Diagnostics
) -> None:
    """Report the name of a layout that `owner`, such as “The template”, does not have."""
    from deckgen.support.nearest import did_you_mean

    hint = None
    if not diagnostics.is_full("unknown-layout"):
        listed = name_list(f"“{name}”" for name in names)
        hint = did_you_mean(choice.name, names, f"It has {listed}.", "“{}”")
    message = f"{owner} has no layout called “{choice.name}”."
    diagnostics.error("unknown-layout", message, choice.span, hint)
