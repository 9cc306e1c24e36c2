"""More of an outline or of a talk takes more time in proportion, or is refused at a limit."""

import io
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from bench.growth import MOST, Grown, lay_out, section
from bench.growth_cases import CASES, Growing
from deckgen.cli import cli
from deckgen.files.workspace import Workspace
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.executed_lines import executed_lines
from tests.present import present


def built(case: Growing, count: int, folder: Path) -> int:
    """Build an input in this process; return how many lines of Python that took."""
    lay_out(case, count, folder)

    def build() -> None:
        diagnostics = Diagnostics()
        compiled = compile_talk("slides.yaml", Workspace(folder), None, diagnostics)
        if compiled is not None and not diagnostics.has_errors:
            deck_bytes(compiled, None)

    return executed_lines(build)


def built_alone(case: Growing, count: int, folder: Path) -> int:
    """Build an input, whatever other tests have built; return how many lines of Python that took.

    What is imported, or measured once for any talk, is not counted.
    """
    for name, module in tuple(sys.modules.items()):
        if name.startswith("deckgen."):
            for each in vars(module).values():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()
    built(case, 1, folder)
    return built(case, count, folder)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ten_times_the_input_takes_about_ten_times_as_long(case: Growing, tmp_path: Path) -> None:
    count = max(case.first // 4, 1)
    small, large = (built_alone(case, each, tmp_path) for each in (count, 10 * count))
    assert large <= MOST * small


def old_talk(slides: int) -> bytes:
    """Return a presentation of slides with five lines each."""
    talk = Presentation()
    for number in range(slides):
        slide = talk.slides.add_slide(talk.slide_layouts[1])
        slide.shapes.title.text = f"Slide {number}"
        slide.placeholders[1].text = "\n".join(f"Line {line} of {number}" for line in range(5))
    data = io.BytesIO()
    talk.save(data)
    return data.getvalue()


def imported(slides: int) -> int:
    """Import a presentation of slides; return how many lines of Python that took."""
    data = old_talk(slides)

    def read() -> None:
        talk = present(import_presentation("old.pptx", data, Diagnostics()))
        assert {slide.kind for slide in talk.slides} == {"bullets"}

    return executed_lines(read)


@pytest.mark.slow
def test_ten_times_the_slides_take_about_ten_times_as_long_to_import() -> None:
    imported(1)  # what is imported only now is not counted
    assert imported(200) <= MOST * imported(20)


LONG = """\
  - title: Slide {0} of a long talk
    bullets: [The first line of {0}, The second line of {0}]
    notes: What is said of {0}.
"""


def pulled(slides: int) -> int:
    """Pull a deck with every fifth slide changed; return how many lines of Python that took."""
    entries = "".join(LONG.format(number) for number in range(slides))
    Path("slides.yaml").write_text(f"title: Long\nslides:\n{entries}", encoding="utf-8")
    assert CliRunner().invoke(cli, ["build", "-q", "--overwrite"]).exit_code == 0
    deck = Presentation("build/long.pptx")
    for number in range(0, slides, 5):
        frame = deck.slides[number].shapes[1].text_frame
        frame.paragraphs[0].runs[0].text = f"Another line of {number}"
    deck.save("edited.pptx")
    count = len(range(0, slides, 5))

    def pull() -> None:
        result = CliRunner().invoke(cli, ["pull", "edited.pptx"])
        assert f"{count} of {count} changes written into slides.yaml." in result.stdout

    return executed_lines(pull)


@pytest.mark.slow
def test_ten_times_the_slides_take_about_ten_times_as_long_to_pull(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pulled(10)  # what is imported only now is not counted
    small = pulled(30)
    assert pulled(300) <= MOST * small


def test_the_table_tells_what_grows_too_fast() -> None:
    even = Grown(Growing("even", 5, lambda _: ""), (0.1, 0.2, 0.4, 1.0))
    fast = Grown(Growing("fast", 5, lambda _: "", limit="7"), (0.1, 0.4, 1.6, 10.0))
    assert "- reached: " in section([even])
    assert "- MISSED by fast: " in section([even, fast])
    cells = [cell.strip() for cell in section([fast]).splitlines()[2].split("|")[1:-1]]
    assert cells == ["fast", "5", "0.10", "0.40", "1.60", "10.00", "100.0", "7"]
