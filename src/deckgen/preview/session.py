"""A talk that is built again whenever one of its files changes."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Mapping

from deckgen.deck.bidi import runs_right_to_left
from deckgen.files.file_watcher import file_changes_since
from deckgen.files.source_texts import source_texts
from deckgen.fonts.face import FaceKey
from deckgen.outline.lower.speaking_time import total_minutes
from deckgen.outline.schema.talk import TOWNS_FOLDER
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled, map_deck
from deckgen.preview.edited_deck_findings import DeckOnDisk
from deckgen.preview.picture_queue import PictureQueue, QueuedDeck, picture_keys
from deckgen.preview.preview_slides import PreviewSlide, moved_lines, preview_slides
from deckgen.preview.state import PreviewState, TownName, diagnostic_facts
from deckgen.project.incremental_build import RebuiltTalk, rebuild
from deckgen.project.output_paths import deck_path
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import TownSelection, known_towns, select_town
from deckgen.render.renderer import Renderer
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.support.file_names import path_beside, shell_word

RendererFactory = Callable[[Mapping[FaceKey, bytes]], Renderer]
"""Returns a renderer, given the font files of a brand."""


class PreviewSession:
    """The present talk. `tell` is called with every new state, in any thread."""

    def __init__(
        self,
        options: BuildOptions,
        given: TownSelection,
        renderer: RendererFactory,
        tell: Callable[[PreviewState], None],
    ) -> None:
        """`given` has the variables and tags of the command line."""
        self.pages = PictureQueue(self._publish)
        self._options, self._given = options, given
        self._renderer = renderer
        self._tell = tell
        self._lock = threading.RLock()
        self._cache = BuildCache()
        self._town = ""
        outline = options.outline
        self._good = PreviewState(
            outline=outline, title=outline.rpartition("/")[2], renderer=renderer({}).name
        )
        """The last state without errors; an empty one before."""
        self._sources: Mapping[str, list[str]] = {}
        """The lines of the files of its slides."""
        self._built = RebuiltTalk(None, Diagnostics(), None, {})
        self._on_disk = DeckOnDisk()
        self._by_hand: tuple[Diagnostic, ...] = ()
        """What was changed in the deck on the disk and is not in the outline."""
        self._deck = ""
        """The deck on the disk, from the first build on."""
        self._mistake: Exception | None = None
        self._version = 0
        self._latest = self._state()
        self._again = threading.Event()
        """Set when other files are to be watched."""
        self._stopped = False

    def watch(self) -> None:
        """Build again whenever a file changes, until `stop`: the work of one thread."""
        while not self._stopped:
            self._again.clear()
            for changed in file_changes_since(self._files, self._again):
                self.build(changed)

    def stop(self) -> None:
        """Stop watching and drawing."""
        self._stopped = True
        self._again.set()
        self.pages.stop()

    def choose(self, town: str) -> bool:
        """Show the talk of a town, or without one for “”; return whether the town exists."""
        with self._lock:
            if town and town not in self._towns():
                return False
            if town != self._town:
                self._town = town
                self.build()
                self._again.set()
        return True

    @property
    def state(self) -> PreviewState:
        """The last state; there is one after the first `build`."""
        return self._latest

    def build(self, changed: frozenset[str] = frozenset()) -> None:
        """Build the deck and show it, or after an error the last deck without errors."""
        with self._lock:
            self._mistake = None
            try:
                town, tags = select_town(self._towns(), self._selection()), self._given.tags
                self._built = rebuild(self._options, town, tags, self._cache, changed)
                if self._built.compiled is not None and self._built.data is not None:
                    self._show(self._built.compiled, self._built.data)
                    current = map_deck(self._built.compiled)
                    self._by_hand = self._on_disk.findings(self._deck, current, self._built.data)
            except Exception as mistake:  # noqa: BLE001 - a bug of ours must not end the preview
                self._mistake = mistake
                self._cache = BuildCache()
            self._publish()

    def _selection(self) -> TownSelection:
        """Return what is shown: the town, unless its file is gone."""
        return self._given._replace(towns=(self._town,) if self._town in self._towns() else ())

    def _towns(self) -> dict[str, str]:
        return known_towns(self._options.outline)

    def _files(self) -> Mapping[str, str | None]:
        with self._lock:
            outline = self._options.outline
            towns = f"{path_beside(outline, TOWNS_FOLDER)}/"
            deck = {self._deck: None} if self._deck else {}
            return {outline: None, towns: None, **deck, **self._built.files}

    def _show(self, compiled: Compiled, data: bytes) -> None:
        deck, brand, outline = compiled.deck, compiled.brand, compiled.outline
        renderer = self._renderer(brand.font_files)
        keys = picture_keys(deck, brand, renderer.name)
        sources = self._lines_of(slide.span.file for slide in deck.slides)
        numbers = {key: at for at, key in reversed([*enumerate(keys, 1)])}
        starts_slowly = renderer.name.startswith("LibreOffice")
        self.pages.show(QueuedDeck(data, numbers, renderer, starts_slowly))
        has_minutes = any(entry.minutes is not None for _, entry in outline.slides)
        self._sources = sources
        name, towns = self._options.outline, self._towns()
        self._deck = deck_path(None, name, self._selection(), deck.title, towns)
        self._good = self._good._replace(
            title=deck.title,
            lang=deck.lang,
            dir="rtl" if runs_right_to_left(deck.lang) else "ltr",
            ratio=round(brand.width / brand.height, 4),
            slot=outline.talk.event.slot if outline.talk.event else None,
            minutes=total_minutes(outline) if has_minutes else None,
            built_at=f"{dt.datetime.now().astimezone():%H:%M:%S}",
            slides=preview_slides(compiled, keys, sources, renderer.differences(data)),
        )

    def _lines_of(self, files: Iterable[str]) -> dict[str, list[str]]:
        """Return the lines of files; files that cannot or must not be read are absent."""
        texts = source_texts(files, (self._options.outline, self._options.brand))
        return {name: text.splitlines() for name, text in texts.items()}

    def _publish(self) -> None:
        with self._lock:
            self._version += 1
            self._latest = self._state()
            self._tell(self._latest)

    def _state(self) -> PreviewState:
        diagnostics = [*self._built.diagnostics, *self._troubles()]
        files = {each.span.file for each in diagnostics if each.span}
        is_shown = self._built.data is not None and self._mistake is None
        slides = self._good.slides
        sources = dict(self._sources) if is_shown else {}
        sources |= self._lines_of(files - sources.keys())
        if not is_shown:
            sources |= self._lines_of({slide.file for slide in slides} - sources.keys())
            slides = _with_moved_lines(slides, self._sources, sources)
        return self._good._replace(
            version=self._version,
            town=self._town,
            towns=tuple(map(_town_name, self._towns())),
            good=is_shown,
            slides=slides,
            findings=diagnostic_facts(diagnostics, slides, sources),
        )

    def _troubles(self) -> Iterable[Diagnostic]:
        """Yield errors of the program and of the renderer, and edits by hand."""
        yield from self._by_hand
        if self._mistake is not None:
            yield Diagnostic(
                Severity.ERROR,
                "our-mistake",
                "deckgen made a mistake; it is not yours.",
                None,
                f"Type `deckgen build {shell_word(self._options.outline)}`: "
                "it says what to report.",
            )
        for slide in self._good.slides:
            problem = self.pages.problem(slide.key)
            if problem is not None:
                place = Span(slide.file, slide.line, 1)
                yield Diagnostic(
                    Severity.WARNING, problem.code, problem.message, place, problem.hint
                )


def _with_moved_lines(
    slides: Iterable[PreviewSlide], old: Mapping[str, list[str]], new: Mapping[str, list[str]]
) -> tuple[PreviewSlide, ...]:
    now = {name: moved_lines(lines, new.get(name, lines)) for name, lines in old.items()}
    return tuple(
        slide._replace(
            line=now[slide.file][slide.line - 1], last_line=now[slide.file][slide.last_line - 1]
        )
        if slide.last_line <= len(now.get(slide.file, ()))
        else slide
        for slide in slides
    )


def _town_name(name: str) -> TownName:
    """Return a town with its name as people write it: “Bad Sulza” of the file bad-sulza.yaml."""
    words = name.replace("_", "-").split("-")
    return TownName(name, " ".join(word[:1].upper() + word[1:] for word in words))
