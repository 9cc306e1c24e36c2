"""Random edits of words in decks of all examples and towns, pulled into their outlines in memory.

`python -m tests.roundtrip.random_pulls --edits 10000` prints how many came out exactly.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Files, Workspace
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import deck_bytes
from deckgen.project.towns.town_builder import BuildOptions, TownBuilder
from deckgen.project.towns.town_selection import TownSelection, known_towns, select_town
from deckgen.roundtrip.comparing.changes import LookChange, SlideRestyled, WordsChanged
from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.deck_outline import TalkVersion, compile_version
from deckgen.roundtrip.pull import Pulled, pull
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.roundtrip.writing.pin_slides import HandDeck
from deckgen.roundtrip.writing.targets.draft import CurrentTalk
from deckgen.support.diagnostics import Diagnostics
from tests.building import EXAMPLES, FORMULAS, ROOT, TOUR, TOWNS
from tests.roundtrip.random_edits import edited_deck, places

Verdict: TypeAlias = Literal[
    "exact", "signs differ", "generated", "variable", "included", "refused", "untold", "wrong"
]
"""Signs differ: the talk sets quotation marks and dashes itself. Generated, variable, included:
refused, as the words are deckgen's, a variable's, or another deck's. Untold: no change was found.
"""


class Subject(NamedTuple):
    """A talk or a town, its deck as built, and what it takes to pull into it."""

    name: str
    files: Files
    version: TalkVersion
    talk: CurrentTalk
    deck: EditedDeck

    def compiled(self, files: Files, diagnostics: Diagnostics) -> CurrentTalk | None:
        """Compile the same version of other files."""
        return compile_version(self.version, files, diagnostics)


class Trial(NamedTuple):
    """An edit, and what became of it."""

    subject: str
    seed: int
    place: str
    old: str
    new: str
    verdict: Verdict
    why: str = ""
    lines: int = 0
    """Of the author's files that changed."""


def subjects() -> Iterator[Subject]:
    """Yield all talks and towns."""
    outlines = [*EXAMPLES, FORMULAS, TOUR, ROOT / "slides.yaml"]
    for outline in outlines:
        yield _subject(outline, "")
    for town in TOWNS:
        yield _subject(ROOT / "slides.yaml", town.stem)


def _subject(outline: Path, town: str) -> Subject:
    name = str(outline)
    files = Workspace.around(name)
    selection = TownSelection((town,) if town else ())
    chosen = select_town(known_towns(name), selection)
    version = TalkVersion(name, chosen, BuildCache())
    diagnostics = Diagnostics()
    talk = compile_version(version, files, diagnostics)
    made = TownBuilder(BuildOptions(name, None, None)).compile(chosen, diagnostics)
    assert talk is not None
    assert made is not None
    deck = read_edited(deck_bytes(made, None), diagnostics, outline.name)
    assert deck is not None
    return Subject(f"{outline.stem} {town}".strip(), files, version, talk, deck)


def trial(subject: Subject, seed: int) -> Trial:
    """Make one random edit and pull it."""
    rng = random.Random(f"{subject.name} {seed}")  # noqa: S311 - the same edits on every run
    place = rng.choice(places(subject.deck))
    deck, old, new = edited_deck(subject.deck, place, rng)
    base = subject.deck.base
    assert base is not None
    every = compare(base, deck, subject.talk.deck)
    changes = [each for each in every if not isinstance(each, LookChange)]
    told = Trial(subject.name, seed, "", old, new, "untold")
    if any(isinstance(each, SlideRestyled) for each in every):
        return told._replace(verdict="included")
    if not changes:
        return told if plain(old) != plain(new) else told._replace(verdict="exact")
    pulled = pull(
        subject.talk,
        changes,
        subject.files,
        subject.compiled,
        HandDeck("deck.pptx", b"", "slides.yaml"),
    )
    change = next((each for each in changes if isinstance(each, WordsChanged)), changes[0])
    told = told._replace(place=f"{getattr(change, 'slide_id', '')} {getattr(change, 'place', '')}")
    results = {each.result for each in pulled.outcomes}
    if results & {"refused", "conflict"}:
        whys = "; ".join(each.why for each in pulled.outcomes if each.why)
        wrong = bool(pulled.files) and results == {"refused"}
        kind: Verdict = "generated" if change.current.generated else "refused"
        kind = "variable" if "variable" in whys else kind
        return told._replace(verdict="wrong" if wrong else kind, why=whys)
    return _checked(told, subject, deck, pulled)


def _checked(told: Trial, subject: Subject, deck: EditedDeck, pulled: Pulled) -> Trial:
    """Compile the pulled files, and compare what they show with what stands in the deck."""
    lines = sum(_changed_lines(subject, name, data) for name, data in pulled.files.items())
    told = told._replace(lines=lines)
    diagnostics = Diagnostics()
    after = subject.compiled(MemoryOverlay(dict(pulled.files), subject.files), diagnostics)
    if after is None or diagnostics.has_errors:
        return told._replace(verdict="wrong", why="does not compile")
    wanted, shown = _author_words(subject, deck), _words_of(after)
    if len(subject.talk.entries) != len(after.entries):
        return told._replace(verdict="wrong", why="other slides")
    followers, exact = _followers(subject, after) | _told(subject, pulled), True
    for key, before in _words_of(subject.talk).items():
        now = shown.get(key, ())
        asked = wanted.get(key)
        if asked is not None and _plain(asked) != _plain(now):
            if _signs(asked) != _signs(now):
                return told._replace(verdict="wrong", why=f"{key}: {asked} became {now}")
            exact = False
        elif asked is None and key not in followers and _plain(before) != _plain(now):
            return told._replace(verdict="wrong", why=f"{key}: {before} became {now}")
    return told._replace(verdict="exact" if exact else "signs differ")


_Key: TypeAlias = tuple[int, str]
"""The index of an entry, and a place on its slides."""


def _words_of(talk: CurrentTalk) -> dict[_Key, tuple[str, ...]]:
    words: dict[_Key, tuple[str, ...]] = {}
    for at, entry in enumerate(talk.entries):
        for text in entry.texts:
            # Longer words may stand in other shapes of their drawing.
            key = at, text.place.partition(" shape ")[0]
            shown = (each.words for each in text.paragraphs if not each.is_generated)
            words[key] = (*words.get(key, ()), *shown)
    return {
        key: tuple(sorted(lines)) if key[1].startswith("drawing ") else lines
        for key, lines in words.items()
    }


def _author_words(subject: Subject, deck: EditedDeck) -> dict[_Key, tuple[str, ...]]:
    """Return what the edited texts shall show: the changes, put into the words as they were."""
    assert subject.deck.base is not None
    wanted: dict[_Key, list[str]] = {}
    words = _words_of(subject.talk)
    for change in compare(subject.deck.base, deck, subject.talk.deck):
        if not isinstance(change, WordsChanged):
            continue
        entry = next(
            at for at, each in enumerate(subject.talk.entries) if change.slide_id in each.ids
        )
        key = entry, change.place.partition(" shape ")[0]
        lines = wanted.setdefault(key, list(words[key]))
        at = lines.index(change.base)
        lines[at] = change.edited
    return {
        key: tuple(sorted(lines) if key[1].startswith("drawing ") else lines)
        for key, lines in wanted.items()
    }


def _followers(subject: Subject, after: CurrentTalk) -> set[_Key]:
    """Return the texts that deckgen makes itself, or that repeat a scalar shown elsewhere."""
    counts: Counter[object] = Counter(
        paragraph.span
        for entry in subject.talk.entries
        for text in entry.texts
        for paragraph in text.paragraphs
    )
    return {
        (at, text.place.partition(" shape ")[0])
        for talk in (subject.talk, after)
        for at, entry in enumerate(talk.entries)
        for text in entry.texts
        if any(
            each.is_generated or each.span is None or counts[each.span] > 1
            for each in text.paragraphs
        )
    }


def _told(subject: Subject, pulled: Pulled) -> set[_Key]:
    """Return the texts of the slides of which it is told that they change, too."""
    slides = subject.talk.deck.slides
    ids = {slides[number - 1].id for each in pulled.outcomes for number in each.also}
    return {
        (at, text.place)
        for at, entry in enumerate(subject.talk.entries)
        if ids & set(entry.ids)
        for text in entry.texts
        if text.place in {"title", "kicker", "subtitle", "body", "footer"}
    }


def _plain(words: Sequence[str]) -> list[str]:
    return [plain(each) for each in words]


def _signs(words: Sequence[str]) -> list[str]:
    return ["".join(sign for sign in each if sign.isalnum()) for each in words]


def _changed_lines(subject: Subject, name: str, data: bytes) -> int:
    old = subject.files.read(name).decode().splitlines()
    new = data.decode().splitlines()
    return sum(
        max(j - i, m - k)
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
    )


def main() -> int:
    """Try edits of all subjects in turn; return 1 if one came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a subject")
    parser.add_argument("--examples", type=int, default=0, help="of each reason to refuse")
    asked = parser.parse_args()
    every = [each for each in subjects() if asked.only in each.name]
    begun = time.monotonic()
    trials = []
    for number in range(asked.edits):
        made = trial(every[number % len(every)], asked.seed + number // len(every))
        trials.append(made)
        if made.verdict in {"wrong", "untold"}:
            _say(str(made))
    counts = Counter(each.verdict for each in trials)
    own = len(trials) - counts["generated"] - counts["variable"] - counts["included"]
    taken = [each for each in trials if each.verdict in {"exact", "signs differ"}]
    _say(f"{len(trials)} edits in {time.monotonic() - begun:.0f} s: {dict(counts)}")
    _say(f"exact of the author's words: {counts['exact'] / own:.2%}")
    one = sum(each.lines <= 1 for each in taken)
    _say(f"one line changed: {one / max(len(taken), 1):.2%}")
    refused = [each for each in trials if each.verdict == "refused"]
    whys = Counter(_kind(each.why) for each in refused)
    for why, count in whys.most_common():
        _say(f"{count:6} {why}")
        for each in [one for one in refused if _kind(one.why) == why][: asked.examples]:
            _say(f"         {each.subject} {each.seed} {each.place}: {each.old!r} -> {each.new!r}")
    return 1 if counts["wrong"] + counts["untold"] else 0


def _kind(why: str) -> str:
    return why.partition("“")[0][:90]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
