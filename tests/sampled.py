"""Long tables of cases of which the quick suite runs some."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

PARAMETERS = type(pytest.param())


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
