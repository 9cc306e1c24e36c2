"""Runs of a paragraph, changed or joined: all bold, all one link, neighbours that are set alike."""

from collections.abc import Iterable
from itertools import groupby

from deckgen.deck.text_body import Inline, LineBreak, Run, SlideLink, WebLink


def with_link(runs: Iterable[Inline], link: WebLink | SlideLink | None) -> tuple[Inline, ...]:
    """Return the runs with one link; a formula becomes its words, as an equation holds no link."""
    return tuple(
        run
        if isinstance(run, LineBreak)
        else (run if isinstance(run, Run) else run.run)._replace(link=link)
        for run in runs
    )


def with_bold(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the runs in bold."""
    return tuple(run if isinstance(run, LineBreak) else run._replace(bold=True) for run in runs)


def merge_runs(runs: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join neighbouring runs that are set alike."""
    merged: list[Inline] = []
    for look, group in groupby(runs, lambda run: run[1:] if isinstance(run, Run) else None):
        if look is None:
            merged += group
            continue
        texts = [run for run in group if isinstance(run, Run)]
        merged.append(texts[0]._replace(text="".join([run.text for run in texts])))
    return tuple(merged)
