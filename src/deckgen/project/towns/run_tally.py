"""The results of a run, counted in bounded memory as each deck is done.

Decks are done in any order, so a town is identified by its place in the run.
"""

from deckgen.project.towns.town_builder import TownResult
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostic, Diagnostics, Severity

_SHOWN = 5
"""Towns that are named beside a problem that they share."""
_NAMED = 50
"""Towns without a deck that are named at the end."""


class FirstNames:
    """The first names by place, added in any order, and the count of all."""

    def __init__(self, most: int) -> None:
        self.count = 0
        self._most = most
        self._names: list[tuple[int, str]] = []

    def add(self, at: int, name: str) -> None:
        """Add the name that stands at a place."""
        self.count += 1
        self._names.append((at, name))
        if len(self._names) > 4 * self._most:
            self._names = sorted(self._names)[: self._most]

    @property
    def names(self) -> list[str]:
        """The first names, in order."""
        return [name for _, name in sorted(self._names)[: self._most]]

    @property
    def place(self) -> int:
        """The place of the first name."""
        return min(self._names)[0]

    def in_words(self) -> str:
        """Return the names, and how many more there are."""
        names = self.names
        rest = self.count - len(names)
        parted = ("; " if any("," in name for name in names) else ", ").join(names)
        return parted + (f" and {rest:,} more" if rest > 0 else "")


class _Kind:
    """The problems of one severity and code: the first of them, each with its towns."""

    def __init__(self) -> None:
        self.towns: dict[Diagnostic, FirstNames] = {}
        self.beyond: Diagnostic | None = None
        """Stands for those that are only counted."""

    def add(self, at: int, label: str, diagnostic: Diagnostic) -> None:
        self.towns.setdefault(diagnostic, FirstNames(_SHOWN)).add(at, label)
        if len(self.towns) > 2 * MOST_OF_A_KIND:
            kept = sorted(self.towns, key=lambda each: self.towns[each].place)
            for further in kept[MOST_OF_A_KIND:]:
                more = further.stands_for * self.towns.pop(further).count
                before = self.beyond.stands_for if self.beyond else 0
                self.beyond = (self.beyond or further)._replace(stands_for=before + more)


class Tally:
    """The results that are reported at the end of a run."""

    def __init__(self) -> None:
        self.done = 0
        """How many decks were begun."""
        self.failed = FirstNames(_NAMED)
        """The towns that have no new deck."""
        self.waiting = 0
        """How many decks failed for a cause outside deckgen, such as a locked file."""
        self.by_hand = FirstNames(_NAMED)
        """The names under which changed decks are kept."""
        self._kinds: dict[tuple[Severity, str], _Kind] = {}

    @property
    def written(self) -> int:
        """How many decks were written."""
        return self.done - self.failed.count

    @property
    def is_outside(self) -> bool:
        """Whether decks failed, all of them for a cause outside deckgen."""
        return 0 < self.failed.count == self.waiting

    def add(self, at: int, result: TownResult) -> None:
        """Count the result of the town at a place of the run."""
        self.done += 1
        label = result.job.town.label
        if result.failed:
            self.failed.add(at, label)
            self.waiting += result.outside
        if result.kept:
            self.by_hand.add(at, result.kept)
        for diagnostic in dict.fromkeys(result.diagnostics):
            kind = self._kinds.setdefault((diagnostic.severity, diagnostic.code), _Kind())
            kind.add(at, label, diagnostic)

    def problems(self, count: int) -> Diagnostics:
        """Return each problem once, with its towns; `count` is the number of towns in the run.

        The first of each code are listed, the others counted (`Diagnostics`).
        """
        diagnostics = Diagnostics()
        for kind in self._kinds.values():
            for problem in sorted(kind.towns, key=lambda each: kind.towns[each].place):
                towns = kind.towns[problem]
                words = f"all {count:,} towns" if towns.count == count > 1 else towns.in_words()
                diagnostics.add(problem._replace(message=f"{problem.message} ({words})"))
            if kind.beyond:
                diagnostics.add(kind.beyond)
        return diagnostics
