"""Every kind's example on both brands, and the templates, as readable text.

`pytest --rewrite-goldens` writes them anew; the diff is reviewed like code.
"""

from pathlib import Path

import pytest

from deckgen.dump.deck_dump import dump_deck
from deckgen.opc.package_reader import read_package
from deckgen.outline.kinds import kinds
from deckgen.roundtrip.reading.read_map import map_of_package
from deckgen.support.diagnostics import Diagnostics
from tests.building import BRANDS, EXAMPLES, FORMULAS, ROOT, TOWNS, BrandName, built, built_for
from tests.dump.template_dump import dump_template
from tests.roundtrip.readable_map import readable_map
from tests.sampled import sampled

GOLDEN = ROOT / "tests" / "golden"


def test_every_kind_has_an_example() -> None:
    assert [path.stem for path in EXAMPLES] == [kind.name for kind in kinds()]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(
    "example", sampled([*EXAMPLES, FORMULAS], every=5), ids=lambda path: path.stem
)
def test_example(example: Path, brand: BrandName, *, rewrite_goldens: bool) -> None:
    shown = dump_deck(built(example, brand), Diagnostics(), example.stem)
    _compare(shown, GOLDEN / brand / f"{example.stem}.txt", rewrite_goldens=rewrite_goldens)


@pytest.mark.slow
@pytest.mark.parametrize("brand", sampled(BRANDS, every=2))
def test_template(brand: BrandName, *, rewrite_goldens: bool) -> None:
    shown = dump_template(built(EXAMPLES[0], brand), Diagnostics(), "template")
    _compare(shown, GOLDEN / brand / "template.txt", rewrite_goldens=rewrite_goldens)


def test_talk(*, rewrite_goldens: bool) -> None:
    shown = dump_deck(built(ROOT / "slides.yaml"), Diagnostics(), "talk")
    _compare(shown, GOLDEN / "talk" / "slides.txt", rewrite_goldens=rewrite_goldens)


def test_map(*, rewrite_goldens: bool) -> None:
    package = read_package(built(ROOT / "slides.yaml"), Diagnostics(), "talk")
    deck_map = map_of_package(package) if package else None
    shown = readable_map(deck_map) if deck_map else None
    _compare(shown, GOLDEN / "talk" / "map.txt", rewrite_goldens=rewrite_goldens)


@pytest.mark.parametrize("town", sampled(TOWNS), ids=lambda path: path.stem)
def test_town(town: Path, *, rewrite_goldens: bool) -> None:
    shown = dump_deck(built_for(town), Diagnostics(), town.stem)
    _compare(shown, GOLDEN / "towns" / f"{town.stem}.txt", rewrite_goldens=rewrite_goldens)


def test_there_are_three_towns() -> None:
    assert len(TOWNS) == 3


def test_every_golden_is_compared() -> None:
    expected = {f"{brand}/{path.stem}.txt" for brand in BRANDS for path in [*EXAMPLES, FORMULAS]}
    expected |= {f"{brand}/template.txt" for brand in BRANDS} | {"talk/slides.txt", "talk/map.txt"}
    expected |= {f"towns/{path.stem}.txt" for path in TOWNS}
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.txt")}
    assert there == expected


def _compare(shown: str | None, golden: Path, *, rewrite_goldens: bool) -> None:
    assert shown is not None
    if rewrite_goldens:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")
