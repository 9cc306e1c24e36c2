"""Builds the decks of one outline in one process; what does not change is read and made once."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from deckgen.files.overwriting import KeptFileError, OverwritePolicy, write_output
from deckgen.files.tracked_files import TrackedFiles
from deckgen.files.workspace import Files, Stamp, Workspace, WorkspaceError
from deckgen.outline.expand.variant import (
    Variant,
    apply_variant,
    warn_of_unknown_towns,
    warn_of_unused_tags,
)
from deckgen.outline.schema.entry import Outline
from deckgen.outline.syntax.nodes import Scalar
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, compile_nodes, deck_bytes, map_deck
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.read_source import read_nodes, read_source, read_variant
from deckgen.project.towns.town_selection import Town
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span

if TYPE_CHECKING:
    from deckgen.audit.finding import Finding
    from deckgen.deck.deck_map import DeckMap


_KEEP = (
    "Give it another name, or add --overwrite, which replaces it and keeps it beside, with "
    "“by-hand” in its name."
)
_GROUPS = frozenset({"accessibility", "legibility"})
"""The groups of rules whose faults are reported on slides of other decks."""
_PULL = "Take over what was changed: deckgen pull, with the name of the deck."


def _is_never(_deck: str, _current: "DeckMap", _built: bytes) -> bool:
    """Return False; a function with a name, as options are sent to other processes."""
    return False


class BuildOptions(NamedTuple):
    """What the decks of one run have in common."""

    outline: str
    """The outline, as seen from the current folder, like all names here."""
    brand: str | None
    """A brand from the command line."""
    epoch: dt.datetime | None
    overwrite: bool = False
    """Whether decks that were changed by hand are replaced; the old ones are kept beside."""
    style: str | None = None
    """A style from the command line, by its name."""
    is_clean: bool = False
    """Whether decks hold no map of their words, for publishing."""
    is_taken_over: Callable[[str, "DeckMap", bytes], bool] = _is_never
    """Whether all that was changed by hand in a deck is in what the outline gives."""
    leaves_open: bool = False
    """Whether decks are left as they are while an office program has them open."""


class Job(NamedTuple):
    """A town, and where its deck goes; nowhere if it is only to be checked."""

    town: Town
    target: str | None


class TownResult(NamedTuple):
    """What became of a job."""

    job: Job
    slides: int
    """How many slides were written; 0 where nothing was."""
    diagnostics: tuple[Diagnostic, ...]
    read: tuple[tuple[str, str], ...] = ()
    """The files that were read, each with its digest."""
    stamp: Stamp | None = None
    """The stamp of the deck that was written."""
    outside: bool = False
    """Whether it failed for a cause outside deckgen, such as a locked file."""
    kept: str | None = None
    """The name under which the replaced deck is kept, if it was changed by hand."""

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing was written."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


class TownBuilder:
    """Builds the decks of one outline; what does not change between towns is read and made once."""

    def __init__(
        self, options: BuildOptions, cache: BuildCache | None = None, files: Files | None = None
    ) -> None:
        """`cache` is what an earlier builder made of files that have not changed since.

        `files` are those of the talk; None: what lies around the outline on the disk.
        """
        self._options = options
        self._files = Workspace.around(options.outline) if files is None else files
        common = TrackedFiles(self._files)
        brand = None
        self._recorded = [common]
        if options.brand is not None:
            self._recorded.append(TrackedFiles(Workspace.around(options.brand)))
            brand = BrandFile(options.brand, self._recorded[-1])
        self._read_problems = Diagnostics()
        source = read_source(options.outline, common, brand, self._read_problems)
        self._source = source and source._replace(style=options.style, is_clean=options.is_clean)
        self._cache = BuildCache() if cache is None else cache

    def check_names(
        self, towns: Collection[str], tags: Sequence[Scalar], diagnostics: Diagnostics
    ) -> None:
        """Report names in the outline, and tags, that are probably misspelled."""
        if self._source is not None and (towns or tags):
            tag_texts = {tag.text for tag in tags}
            warn_of_unknown_towns(self._source.nodes, towns, tag_texts, diagnostics)
            warn_of_unused_tags(self._source.nodes, tags, diagnostics)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the outline for every town: it cannot be read."""
        return tuple(self._read_problems)

    def outline(self, town: Town, diagnostics: Diagnostics) -> Outline | None:
        """Return a town's outline, typed, without making a deck of it; None if it has none."""
        variant = self._variant(town, self._files, diagnostics)
        if self._source is None or variant is None:
            return None
        return read_variant(apply_variant(self._source.nodes, variant, diagnostics), diagnostics)

    def compile(
        self, town: Town, diagnostics: Diagnostics, own: Files | None = None
    ) -> Compiled | None:
        """Return a town's deck; None if it cannot be made. `own` reads what is the town's alone."""
        variant = self._variant(town, own or self._files, diagnostics)
        if self._source is None or variant is None:
            return None
        return compile_nodes(self._source, variant, self._cache, diagnostics)

    def _variant(self, town: Town, files: Files, diagnostics: Diagnostics) -> Variant | None:
        """Return a town's variant with its file read; None, with errors, if it cannot be built."""
        diagnostics.extend([*self._read_problems, *town.problems])
        if town.problems:
            return None
        if town.file is None:
            return town.variant
        file = read_nodes(town.file, files, diagnostics)
        return None if file is None else town.variant._replace(file=file)

    def build(self, job: Job) -> TownResult:
        """Build one deck and write it, unless something is wrong with it."""
        diagnostics, own = Diagnostics(), TrackedFiles(self._files)
        compiled = self.compile(job.town, diagnostics, own)
        if job.target is None:
            if compiled is not None and not diagnostics.has_errors:
                warn_of_included_faults(compiled, diagnostics)
            return TownResult(job, 0, tuple(diagnostics))
        if compiled is None or diagnostics.has_errors:
            return TownResult(job, 0, tuple(diagnostics), _sorted(self.asked(own)))
        data = deck_bytes(compiled, self._options.epoch, self._cache.packed)
        options = self._options
        policy = OverwritePolicy(
            self.names(own),
            options.overwrite,
            is_taken_over=lambda deck: options.is_taken_over(deck, map_deck(compiled), data),
            leaves_open=options.leaves_open,
        )
        try:
            kept = write_output(job.target, data, policy)
        except WorkspaceError as problem:
            message, hint = problem.message, problem.hint
            if isinstance(problem, KeptFileError):
                # Without its name, so that many towns have one problem.
                message = f"The deck {problem.why}"
                hint = f"{_PULL} {_KEEP}" if problem.code == "changed-by-hand" else _KEEP
            diagnostics.error(problem.code, message, None, hint)
            return TownResult(job, 0, tuple(diagnostics), _sorted(self.asked(own)), outside=True)
        read = {name: of for each in (*self._recorded, own) for name, of in each.digests().items()}
        stamp = Workspace(".").stamp(job.target)
        count = len(compiled.deck.slides)
        return TownResult(job, count, tuple(diagnostics), _sorted(read), stamp, kept=kept)

    def names(self, own: TrackedFiles | None = None) -> frozenset[str]:
        """Return the names of the files that were read, at no cost."""
        read = (*self._recorded, own) if own else self._recorded
        return frozenset(name for each in read for name in each.names())

    def asked(self, own: TrackedFiles | None = None) -> dict[str, str]:
        """Return what was read of each file: `TrackedFiles.all_digests` of all."""
        read = (*self._recorded, own) if own else self._recorded
        return {name: of for each in read for name, of in each.all_digests().items()}


def _sorted(read: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(read.items()))


def warn_of_included_faults(compiled: Compiled, diagnostics: Diagnostics) -> None:
    """Warn of faults on slides of other decks, at the line that names the slides.

    Each fault is reported once for the slides of a line. Without such slides, nothing is audited.
    """
    included = {
        number: slide.included
        for number, slide in enumerate(compiled.deck.slides, 1)
        if slide.included
    }
    if not included:
        return
    from deckgen.audit.audit import audit_deck

    faults: dict[tuple[Span, str], list[tuple[str, Finding]]] = {}
    for finding in audit_deck(deck_bytes(compiled, None), "deck.pptx").findings:
        slide = included.get(finding.slide or 0)
        is_fault = finding.rule.severity is not Severity.NOTE and finding.rule.group in _GROUPS
        if slide is not None and is_fault:
            place = f"{slide.file}, slide {slide.number}"
            faults.setdefault((slide.span, finding.rule.code), []).append((place, finding))
    for (span, code), (first, *more) in faults.items():
        place, finding = first
        again = f" (and {len(more):,} more)" if more else ""
        diagnostics.warning(
            code, f"{place}: {finding.message}{again}", span, f"In that deck: {finding.remedy}"
        )
