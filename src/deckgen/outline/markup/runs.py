"""Runs of a paragraph, changed or joined: all bold, all one link, neighbours that are set alike."""

from collections.abc import Iterable

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
    texts: list[list[str]] = []
    for run in runs:
        if isinstance(run, Run) and merged and run._replace(text="") == merged[-1]:
            texts[-1].append(run.text)
        else:
            merged.append(run._replace(text="") if isinstance(run, Run) else run)
            texts.append([run.text] if isinstance(run, Run) else [])
    return tuple(
        run._replace(text="".join(text)) if isinstance(run, Run) else run
        for run, text in zip(merged, texts, strict=True)
    )
