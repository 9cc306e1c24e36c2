"""A few cases of every kind, the same each time; `make fuzz` runs others, for minutes or hours."""

import sys
from collections.abc import Iterator

import pytest

from tests.fuzz.kinds import KINDS, case
from tests.sampled import sampled

if sys.platform == "win32":
    pytest.skip("needs processes that are split off", allow_module_level=True)

from tests.fuzz.running import Runner

CASES = 3


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with Runner() as started:
        yield started


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_comes_it_ends_as_promised(kind: str, runner: Runner) -> None:
    failures = [runner.run(kind, seed) for seed in range(CASES)]
    assert not [str(one) for one in failures if one is not None]


@pytest.mark.parametrize("kind", sampled([*KINDS]))
def test_a_seed_makes_one_case(kind: str) -> None:
    assert case(kind, 7) == case(kind, 7)
    assert case(kind, 7) != case(kind, 8)
