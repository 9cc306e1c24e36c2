"""The public API: a deck in memory, errors as exceptions; no output, and no state."""

import gc
import io
import re
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli import cli
from deckgen.files.workspace import WorkspaceError
from tests.sampled import sampled

ROOT = Path(__file__).parents[2]
OUTLINE = """\
title: The talk of ${town}
lang: en-GB
vars: {town: Altenburg}
slides:
  - cover
  - title: One
    bullets: [a, b]
  - title: Short
    text: ${town} in brief
    only: kurz
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write an outline with a town into a folder, and stand there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns" / "gera.yaml").write_text("vars: {town: Gera}\n", encoding="utf-8")
    (tmp_path / "towns.csv").write_text("town,amount\nGera,12\nJena,13\n", encoding="utf-8")
    return tmp_path


def test_it_builds_what_the_command_builds(talk: Path) -> None:
    run = CliRunner().invoke(cli, ["build", "--town", "gera", "--tag", "kurz", "-o", "deck.pptx"])
    assert run.exit_code == 0, run.output
    result = deckgen.build("slides.yaml", town="gera", tags=["kurz"])
    assert result.pptx == (talk / "deck.pptx").read_bytes()


@pytest.mark.usefixtures("talk")
def test_the_result_says_what_the_deck_has() -> None:
    result = deckgen.build(Path("slides.yaml"), variables={"town": "Jena"}, tags="kurz")
    assert (result.title, result.brand, result.diagnostics) == ("The talk of Jena", "Plain", ())
    told = [(each.number, each.kind, each.title, str(each.span)) for each in result.slides]
    assert told == [
        (1, "cover", "The talk of Jena", "slides.yaml:5:5"),
        (2, "bullets", "One", "slides.yaml:6:5"),
        (3, "text", "Short", "slides.yaml:8:5"),
    ]
    assert result.slides[1].layout == "Title and bullets"
    assert result.slide_count == 3
    assert result.files == {"slides.yaml"}
    assert result.explanation.startswith("cover: cover, on “Cover”\n")


@pytest.mark.usefixtures("talk")
def test_python_pptx_goes_on_with_it() -> None:
    result = deckgen.build("slides.yaml")
    presentation, other = result.presentation(), result.presentation()
    assert [slide.shapes.title.text for slide in presentation.slides] == [
        slide.title for slide in result.slides
    ]
    assert presentation is not other


def test_an_error_is_raised_with_all_that_was_found(talk: Path) -> None:
    (talk / "slides.yaml").write_text(OUTLINE.replace("bullets", "bulets"), encoding="utf-8")
    with pytest.raises(deckgen.OutlineError, match=r"slides.yaml:7:5 There is no key `bulets`"):
        deckgen.build("slides.yaml")
    (found,) = deckgen.check("slides.yaml")
    assert (found.code, found.severity, found.hint) == (
        "unknown-key",
        deckgen.Severity.ERROR,
        "Did you mean `bullets`?",
    )
    assert found.span == deckgen.Span("slides.yaml", 7, 5, 6)


def test_an_outline_that_is_not_there_is_an_error_like_any_other(talk: Path) -> None:
    (talk / "slides.yaml").unlink()
    assert [each.code for each in deckgen.check("slides.yaml")] == ["missing-file"]


@pytest.mark.usefixtures("talk")
def test_a_town_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(deckgen.RequestError, match="no town “grea”") as raised:
        deckgen.build("slides.yaml", town="grea")
    assert raised.value.hint == "Did you mean gera?"


@pytest.mark.usefixtures("talk")
def test_a_variable_that_nothing_asks_for_is_told_where_the_caller_gave_it() -> None:
    (found,) = deckgen.check("slides.yaml", variables={"twon": "Gera"})
    assert (found.code, str(found.span)) == ("unused-variable", "the call:1:1")


@pytest.mark.usefixtures("talk")
@pytest.mark.parametrize("words", [{"people": 94000}, {"mayor": None}, {None: ["a", "b"]}])
def test_words_that_are_no_text_are_a_mistake_of_the_caller(words: dict[Any, Any]) -> None:
    (pair,) = words.items()
    with pytest.raises(TypeError, match=f"and {re.escape(repr(pair))} is not; type str"):
        deckgen.build("slides.yaml", variables=words)


def test_an_outline_and_its_name_are_told_apart() -> None:
    with pytest.raises(deckgen.RequestError, match="no name of a file") as raised:
        deckgen.build(OUTLINE)
    assert raised.value.hint == "Type deckgen.OutlineText(text)."
    nothing: Any = None  # as of an option that was not given
    with pytest.raises(TypeError):
        deckgen.build(nothing)
    with pytest.raises(TypeError):
        deckgen.build(deckgen.OutlineText(OUTLINE)).save(nothing)


def test_half_a_letter_from_json_is_told_like_any_other_that_is_none() -> None:
    (found,) = deckgen.check(deckgen.OutlineText("title: A\ud83d\nslides: [cover]"))
    assert (found.code, str(found.span)) == ("not-utf8", "slides.yaml:1:9")


def test_words_and_tags_that_are_half_letters_leave_the_deck_whole() -> None:
    outline = deckgen.OutlineText("title: T${a}\nslides: [cover]")
    result = deckgen.build(outline, variables={"a": "\udcff"}, tags=["\udcfe"])
    assert result.presentation().slides[0].shapes.title.text == "T"


@pytest.mark.slow
def test_an_outline_that_is_no_file_reads_from_its_folder_alone(talk: Path) -> None:
    (talk / "inner").mkdir()
    picture = OUTLINE.replace("bullets: [a, b]", "image: {file: plan.svg, alt: A plan}")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0H4V3"/></svg>'
    (talk / "inner" / "plan.svg").write_text(drawing, encoding="utf-8")
    (talk / "plan.svg").write_text(drawing, encoding="utf-8")
    assert deckgen.check(deckgen.OutlineText(picture, folder="inner")) == ()
    for name, code in (("../plan.svg", "outside-folder"), (f"{talk}/plan.svg", "missing-file")):
        text = deckgen.OutlineText(picture.replace("plan.svg", name), folder="inner")
        assert [each.code for each in deckgen.check(text)] == [code]
    (found,) = deckgen.check(deckgen.OutlineText(picture))
    assert (found.code, str(found.span)) == ("missing-file", "slides.yaml:7:19")


def test_saving_replaces_no_work_of_others(talk: Path) -> None:
    result = deckgen.build("slides.yaml")
    assert result.save("out/deck.pptx") is None
    assert (talk / "out" / "deck.pptx").read_bytes() == result.pptx
    result.presentation().save("out/deck.pptx")
    with pytest.raises(WorkspaceError, match="was changed since deckgen wrote it") as raised:
        result.save("out/deck.pptx")
    assert raised.value.hint == (
        "Take over what was changed: deckgen pull out/deck.pptx. Or write to another file with "
        "save(); or add overwrite=True, which replaces this one and keeps it as deck.by-hand.pptx."
    )
    assert result.save("out/deck.pptx", overwrite=True) == str(Path("out/deck.by-hand.pptx"))
    for name in ("slides.yaml", "towns/gera.yaml"):
        with pytest.raises(WorkspaceError, match="is read to make this"):
            deckgen.build("slides.yaml", town="gera").save(name, overwrite=True)


@pytest.mark.usefixtures("talk")
def test_nothing_is_printed_and_nothing_is_left_behind(capfd: pytest.CaptureFixture[str]) -> None:
    before = gc.isenabled(), gc.get_threshold(), sorted(Path().iterdir())
    deckgen.build("slides.yaml", town="gera")
    deckgen.check(deckgen.OutlineText("slides: [{titel: x}]"))
    assert (gc.isenabled(), gc.get_threshold(), sorted(Path().iterdir())) == before
    assert capfd.readouterr() == ("", "")


def _talk(number: int, lang: str) -> deckgen.OutlineText:
    slides = [
        f"  - {{title: 'S {at} \"x\"', bullets: ['{number} **b**', '$x^{at}$']}}"
        for at in range(number + 3)
    ]
    head = [f"title: Talk {number}", f"lang: {lang}", "typography: yes", "slides:"]
    return deckgen.OutlineText("\n".join([*head, *slides]))


@pytest.mark.slow
def test_many_threads_build_what_each_builds_alone() -> None:
    langs = ["de-DE", "en-GB", "fr-FR", "ar-EG", "de-CH", "ja-JP", "es-ES", "en-US"]
    talks = [_talk(number, lang) for number, lang in enumerate(langs)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda talk: deckgen.build(talk).pptx, talks * 3))
    alone = [deckgen.build(talk).pptx for talk in talks]
    assert len(set(alone)) == 8
    assert together == alone * 3


@pytest.mark.slow
def test_importing_it_loads_nothing_until_a_name_is_used() -> None:
    code = (
        "import sys, deckgen\n"
        "assert [name for name in sys.modules if name.startswith('deckgen.')] == []\n"
        "assert {'build', 'check', 'Result'} <= set(dir(deckgen))\n"
        "assert all(getattr(deckgen, name) for name in deckgen.__all__)\n"
        "assert not {'click', 'pptx'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_it_is_typed() -> None:
    assert Path(deckgen.__file__).with_name("py.typed").exists()


@pytest.mark.parametrize("example", sampled(range(3), every=2))
def test_the_examples_of_the_page_run(
    example: int, talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    codes = re.findall(r"^```python\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(codes) == 3
    (talk / "example.py").write_text(codes[example], encoding="utf-8")
    names = runpy.run_path(str(talk / "example.py"))
    if example == 0:
        assert capsys.readouterr().out.splitlines()[1] == "2 bullets One 6"
        assert (talk / "build" / "gera.pptx").exists()
    if example == 1:
        decks = [pptx.Presentation(io.BytesIO(data)) for data in names["decks"]]
        bodies = [deck.slides[1].placeholders[1].text for deck in decks]
        assert bodies == ["12 euros", "13 euros"]
    if example == 2:
        assert (talk / "gera.pptx").exists()
