"""Long tables of cases: those that say as much as all, and some for the quick suite."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, product
from typing import Any

import pytest

PARAMETERS = type(pytest.param())


def pairs(*axes: Collection[Any]) -> list[tuple[Any, ...]]:
    """Return cases in which each two values of two axes stand together, in the order of the axes.

    They are a fraction of all combinations. What goes wrong at one value, or where two meet, is
    found as by all; only what needs three at once may be missed. All values stand in about as many
    cases.
    """
    sizes = [len(axis) for axis in axes]
    # Diagonal by diagonal: values take turns, and none stands with only one of another axis.
    rows = sorted(
        product(*map(range, sizes)),
        key=lambda row: [(at - row[0]) % size for at, size in zip(row, sizes, strict=True)],
    )
    every = [(row, frozenset(combinations(enumerate(row), 2))) for row in rows]
    missing = frozenset[Any]().union(*(met for _, met in every))
    taken = set[tuple[int, ...]]()
    for most in range(len(axes) * (len(axes) - 1) // 2, 0, -1):
        for row, met in every:
            if len(met & missing) >= most:
                taken.add(row)
                missing -= met
    values = [list(axis) for axis in axes]
    return [tuple(axis[at] for axis, at in zip(values, row, strict=True)) for row in sorted(taken)]


def sampled(cases: Iterable[Any] | Mapping[str, Any], every: int = 3) -> list[Any]:
    """Return the cases of a table as parameters: the first and each third are quick, others slow.

    It is for cases that each build and read whole decks. A tuple is the parameters of one case; the
    keys of a mapping are the ids. What is slow for itself stays slow.
    """
    named = cases.items() if isinstance(cases, Mapping) else [(None, case) for case in cases]
    return [
        _parameters(case, name, [pytest.mark.slow] if number % every else [])
        for number, (name, case) in enumerate(named)
    ]


def _parameters(case: Any, name: str | None, marks: list[pytest.MarkDecorator]) -> Any:
    if isinstance(case, PARAMETERS):
        return pytest.param(*case.values, id=case.id, marks=[*case.marks, *marks])
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), id=name, marks=marks)
