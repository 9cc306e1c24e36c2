"""The public API: one outline becomes one deck, in memory. `import deckgen` offers all of it.

Nothing here prints, ends the process or keeps state between two calls, so any number of threads may
call it at the same time. Only the files of the talk and its brand are read.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.styles import is_style, unknown_style
from deckgen.files.memory_overlay import files_of
from deckgen.files.tracked_files import TrackedFiles
from deckgen.files.workspace import with_slashes
from deckgen.pipeline.compile import Compiled, deck_bytes, map_deck
from deckgen.project.towns.town_builder import BuildOptions, TownBuilder, warn_of_included_faults
from deckgen.project.towns.town_selection import (
    TownSelection,
    located_tags,
    located_variables,
    select_town,
    town_files,
)
from deckgen.support.diagnostics import REQUIRED_BY_CHECK, Diagnostic, Diagnostics, Span
from deckgen.support.exit_codes import RequestError
from deckgen.support.file_names import StrPath, path_name

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from deckgen.deck.deck_map import DeckMap

_CALLER = "the call"
"""The file in spans that point at a variable or a tag of the caller."""


class OutlineText(NamedTuple):
    """An outline that is not a file, such as the body of a request."""

    text: str
    folder: StrPath | None = None
    """The folder of pictures, brands, towns and included files; None: none are read."""
    name: str = "slides.yaml"
    """What diagnostics call it."""


class OutlineError(ValueError):
    """The outline, its brand or a file that it names has errors, so there is no deck."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [each for each in diagnostics if each.severity == "error"]
        super().__init__("\n".join(f"{each.span or ''} {each.message}".strip() for each in errors))
        self.diagnostics = diagnostics
        """All that was found, warnings and notes too."""


class ResultSlide(NamedTuple):
    """A slide of a deck."""

    number: int
    """The number that PowerPoint shows, from 1; hidden slides count."""
    id: str
    title: str
    kind: str
    """Its kind, as `deckgen kinds` lists them; `include` for a slide of another deck."""
    layout: str
    """The name of its layout."""
    hidden: bool
    span: Span
    """Its entry in the outline; an entry that goes on over several slides has several."""


class Result:
    """A deck that was built."""

    def __init__(
        self,
        compiled: Compiled,
        timestamp: dt.datetime | None,
        diagnostics: tuple[Diagnostic, ...],
        files: frozenset[str],
    ) -> None:
        self._compiled = compiled
        self._timestamp = timestamp
        self.diagnostics = diagnostics
        """Warnings and notes, in the order in which they were found."""
        self.files = files
        """The files that were read."""

    @cached_property
    def pptx(self) -> bytes:
        """The bytes of the .pptx file."""
        return deck_bytes(self._compiled, self._timestamp)

    def cleaned(self) -> "Result":
        """Return the same deck for publishing: without the map that `deckgen pull` needs."""
        compiled = self._compiled._replace(keeps_map=False)
        return Result(compiled, self._timestamp, self.diagnostics, self.files)

    @property
    def deck_map(self) -> "DeckMap":
        """What stands in the deck, text by text."""
        return map_deck(self._compiled)

    @property
    def title(self) -> str:
        """The title of the talk."""
        return self._compiled.deck.title

    @property
    def brand(self) -> str:
        """The name of the brand."""
        return self._compiled.brand.name

    @property
    def slide_count(self) -> int:
        """How many slides it has."""
        return len(self._compiled.deck.slides)

    @property
    def slides(self) -> tuple[ResultSlide, ...]:
        """The slides in order."""
        kinds = {entry.span: kind.name for kind, entry in self._compiled.outline.slides}
        placed = zip(self._compiled.deck.slides, self._compiled.fitted.slides, strict=True)
        return tuple(
            ResultSlide(
                number,
                slide.id,
                slide.title,
                kinds.get(slide.span, "include"),
                fitted.layout,
                slide.hidden,
                slide.span,
            )
            for number, (slide, fitted) in enumerate(placed, 1)
        )

    @property
    def explanation(self) -> str:
        """How the text of each slide was fitted, as `deckgen build --explain` prints it."""
        from deckgen.project.diagnostic_report import fitting_report

        return fitting_report(self._compiled.fitted.reports)

    def save(self, path: StrPath, *, overwrite: bool = False) -> str | None:
        """Write the deck to a file, whole or not at all; missing folders are made.

        A file that deckgen did not write, or that somebody changed since, is replaced only with
        `overwrite`; it is then kept beside, and its new name is returned. Files that the deck was
        made of are never replaced. Raises WorkspaceError.
        """
        from deckgen.files.overwriting import OverwritePolicy, write_output

        policy = OverwritePolicy(
            self.files, overwrite, option="save()", overwrite_option="overwrite=True"
        )
        return write_output(path_name(path), self.pptx, policy)

    def presentation(self) -> "Presentation":
        """Return the deck as a new Presentation of python-pptx, to go on with it there."""
        import io

        import pptx

        return pptx.Presentation(io.BytesIO(self.pptx))


def build(
    outline: StrPath | OutlineText,
    *,
    brand: StrPath | None = None,
    style: str | None = None,
    town: str | None = None,
    variables: Mapping[str, str] | None = None,
    tags: Iterable[str] = (),
    timestamp: dt.datetime | None = None,
    given_in: str = _CALLER,
) -> Result:
    """Build the deck of an outline, or of one of its towns.

    `outline` is the path of a file, or its text. `brand` is the path of a brand.yaml or a template
    that replaces the outline's, `style` the name of a style that replaces the brand's. `town` names
    a file in the folder `towns` beside the outline.
    `variables` are the words for `${name}`, `tags` what `only:` and `except:` ask for. `timestamp`
    is the date of the file where the outline has none; without it the same input gives the same
    bytes. Diagnostics about variables and tags point into `given_in`.

    Raises OutlineError if there is no deck, and RequestError if there is no such town or style, or
    if a text is given for a path.
    """
    diagnostics = Diagnostics()
    compiled, files = _compile(outline, brand, style, town, variables, tags, given_in, diagnostics)
    if compiled is None or diagnostics.has_errors:
        raise OutlineError(tuple(diagnostics))
    return Result(compiled, timestamp, tuple(diagnostics), files)


def check(
    outline: StrPath | OutlineText,
    *,
    brand: StrPath | None = None,
    style: str | None = None,
    town: str | None = None,
    variables: Mapping[str, str] | None = None,
    tags: Iterable[str] = (),
    given_in: str = _CALLER,
) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with an outline, or with one of its towns.

    It takes what `build` takes, and is stricter: a picture without a text for people who cannot see
    it is an error. Raises RequestError if there is no such town or style.
    """
    diagnostics = Diagnostics()
    compiled, _ = _compile(outline, brand, style, town, variables, tags, given_in, diagnostics)
    findings = diagnostics.stricter(REQUIRED_BY_CHECK)
    if compiled is not None and not diagnostics.has_errors:
        warn_of_included_faults(compiled, findings)
    return tuple(findings)


def _compile(
    outline: StrPath | OutlineText,
    brand: StrPath | None,
    style: str | None,
    town: str | None,
    variables: Mapping[str, str] | None,
    tags: Iterable[str],
    given_in: str,
    diagnostics: Diagnostics,
) -> tuple[Compiled | None, frozenset[str]]:
    """Return the deck, if there is one, and the names of the files that were read."""
    if style is not None and not is_style(style):
        raise RequestError(*unknown_style(style))
    if isinstance(outline, OutlineText):
        text = outline.text.encode(errors="surrogatepass")  # JSON may hold half a letter
        files = files_of(outline.name, text, outline.folder)
    elif "\n" in (name := path_name(outline)):
        raise RequestError("A text is no name of a file.", "Type deckgen.OutlineText(text).")
    else:
        files = files_of(name)
    selection = TownSelection(
        towns=(town,) if town else (),
        variables=located_variables(variables or {}, given_in),
        tags=located_tags((tags,) if isinstance(tags, str) else tags, given_in),
    )
    brand_name = None if brand is None else with_slashes(path_name(brand))
    towns_by_name = town_files(files.name, files)
    chosen = select_town(towns_by_name, selection)
    builder = TownBuilder(BuildOptions(files.name, brand_name, None, style=style), files=files)
    builder.check_names(towns_by_name, selection.tags, diagnostics)
    own = TrackedFiles(files)
    compiled = builder.compile(chosen, diagnostics, own)
    return compiled, builder.names(own)
