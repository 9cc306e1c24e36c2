"""Nothing is replaced that deckgen did not write, or that somebody changed since."""

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import decks, run, words, write
from tests.roundtrip.edited_talk import OUTLINE, PICTURE
from tests.roundtrip.structural_edits import EDITS
from tests.sampled import sampled
from tests.tools.packages import clean_deck, without_map

pytestmark = pytest.mark.usefixtures("two_towns")

DECK = Path("build/the-talk.pptx")


def by_hand(deck: Path) -> bytes:
    """Change a deck as somebody does who corrects it, and return what it holds now."""
    with zipfile.ZipFile(deck, "a") as package:
        package.writestr("docProps/custom.xml", "<by-hand/>")
    return deck.read_bytes()


def sealless(deck: Path) -> None:
    deck.write_bytes(without_map(deck.read_bytes()))


def copied(deck: Path) -> None:
    shutil.copyfile(deck, deck.with_name("copy.pptx"))
    deck.with_name("copy.pptx").replace(deck)


def emptied(deck: Path) -> None:
    deck.write_bytes(b"")


def of_others(deck: Path) -> None:
    deck.write_bytes(clean_deck())


def behind_a_link(deck: Path) -> None:
    deck.rename("elsewhere.pptx")
    deck.symlink_to(Path("elsewhere.pptx").resolve())


def broken(deck: Path) -> None:
    deck.write_bytes(deck.read_bytes()[:-100])


CASES: dict[str, tuple[Callable[[Path], object], str | None]] = {
    "as it was": (lambda _: None, None),
    "copied and renamed": (copied, None),
    "empty": (emptied, None),
    "behind a link": (behind_a_link, None),
    "corrected in PowerPoint": (by_hand, "was changed since deckgen wrote it"),
    "saved without its seal": (sealless, "was not written by deckgen"),
    "of others": (of_others, "was not written by deckgen"),
    "cut off": (broken, "was not written by deckgen"),
}


@pytest.mark.parametrize(("act", "why"), sampled(CASES.values()), ids=CASES)
def test_what_stands_in_the_place_of_a_deck(act: Callable[[Path], object], why: str | None) -> None:
    run("build")
    first = DECK.read_bytes()
    act(DECK)
    before = DECK.read_bytes()
    result = run("build")
    if why is None:
        assert (result.exit_code, DECK.read_bytes()) == (ExitCode.OK, first)
        assert decks() == [DECK.name]
        return
    assert (result.exit_code, result.stdout) == (ExitCode.OUTSIDE, "")
    assert f"{DECK} {why}" in result.stderr
    assert "-o" in result.stderr
    assert "--overwrite" in result.stderr
    assert DECK.read_bytes() == before
    assert run("build", "-o", "build/other.pptx").exit_code == ExitCode.OK

    result = run("build", "--overwrite")
    assert result.exit_code == ExitCode.OK
    assert DECK.read_bytes() == first
    (kept,) = (path for path in Path().rglob("*.by-hand.pptx"))
    assert kept.read_bytes() == before
    assert f"kept as {DECK.with_name(kept.name)}" in result.stdout


def reworded(deck: Path, title: str = "Corrected") -> None:
    presentation = pptx.Presentation(str(deck))
    presentation.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = title
    presentation.slides[0].notes_slide.notes_text_frame.text = "A new note"
    presentation.save(str(deck))


@pytest.mark.slow
def test_what_was_changed_is_told_with_the_way_home() -> None:
    run("build")
    reworded(DECK)
    result = run("build")
    assert "Changed: notes of 1 slide, words of 1 slide." in result.stderr
    assert f"deckgen pull {DECK}" in result.stderr
    outline = Path("slides.yaml").read_text(encoding="utf-8")
    write("slides.yaml", outline.replace("One in ${town}", "Corrected"))
    assert "Changed: notes of 1 slide." in run("build").stderr
    assert run("pull", str(DECK)).exit_code == ExitCode.OK
    edited = DECK.read_bytes()
    result = run("build")
    assert result.exit_code == ExitCode.OK
    assert "kept as build/the-talk.by-hand.pptx" in result.stdout
    assert Path("build/the-talk.by-hand.pptx").read_bytes() == edited
    assert "Corrected" in words(str(DECK))


@pytest.mark.slow
def test_decks_of_towns_are_built_anew_when_the_outline_has_what_was_changed() -> None:
    run("build", "--all")
    reworded(Path("build/gera.pptx"))
    reworded(Path("build/jena.pptx"), "For Jena")
    assert run("build", "--all").exit_code == ExitCode.OUTSIDE
    assert run("pull", "build/gera.pptx", "--everywhere").exit_code == ExitCode.OK
    result = run("build", "--all")
    assert result.exit_code == ExitCode.OUTSIDE
    assert "No deck was written for 1 town: jena" in result.stderr
    assert "kept as build/gera.by-hand.pptx" in result.stdout


@pytest.mark.slow
def test_a_deck_that_lost_its_map_is_compared_with_the_copy_of_it() -> None:
    run("build")
    reworded(DECK)
    sealless(DECK)
    result = run("build")
    assert result.exit_code == ExitCode.OUTSIDE
    assert "Changed: notes of 1 slide, words of 1 slide." in result.stderr
    assert f"deckgen pull {DECK}" in result.stderr
    assert run("pull").exit_code == ExitCode.OK
    assert "kept as build/the-talk.by-hand.pptx" in run("build").stdout


LEFT = {"nothing", "a title taken away"}
_TAKEN = [name for name in EDITS if name not in LEFT]
ON_ONE_DECK = [*(_TAKEN[at::5] for at in range(5)), *([name] for name in sorted(LEFT))]
"""Five edits on each deck: where one of them is not taken, the deck is not built anew."""


@pytest.mark.slow
@pytest.mark.parametrize("names", ON_ONE_DECK, ids=", ".join)
def test_after_a_pull_of_everything_the_deck_is_built_anew(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    head = 'title: The talk\nlang: en-GB\nsize: "16:9"\nslides:\n'
    write("slides.yaml", head + "".join(f"  {line}\n" for line in OUTLINE.splitlines()))
    shutil.copyfile(PICTURE, "plan.png")
    run("build")
    presentation = pptx.Presentation(str(DECK))
    for name in names:
        EDITS[name](presentation)
    presentation.save(str(DECK))
    edited = DECK.read_bytes()
    assert run("build").exit_code == ExitCode.OUTSIDE
    code = run("pull").exit_code
    result = run("build")
    if names[0] in LEFT:
        assert (result.exit_code, DECK.read_bytes()) == (ExitCode.OUTSIDE, edited)
        return
    assert (code, result.exit_code) == (ExitCode.OK, ExitCode.OK), result.stderr
    assert DECK.with_name("the-talk.by-hand.pptx").read_bytes() == edited
    assert run("diff", str(DECK)).exit_code == ExitCode.OK


def test_what_is_kept_is_never_replaced_either() -> None:
    run("build")
    versions = []
    for name in ("the-talk.by-hand.pptx", "the-talk.by-hand-2.pptx", "the-talk.by-hand-3.pptx"):
        versions.append(by_hand(DECK))
        assert f"kept as build/{name}" in run("build", "--overwrite").stdout
    assert [Path("build", name).read_bytes() for name in decks() if "by-hand" in name] == [
        versions[1],
        versions[2],
        versions[0],
    ]
    assert "kept" not in run("build", "--overwrite").stdout


LINKS = {"to a file of others": b"somebody's work", "to an empty file": b"", "to nothing": None}


@pytest.mark.parametrize("held", LINKS.values(), ids=LINKS)
@pytest.mark.parametrize("more", [[], ["--overwrite"]], ids=["", "whatever is asked"])
def test_a_link_leads_to_files_of_ours_only(held: bytes | None, more: list[str]) -> None:
    elsewhere = Path("elsewhere/.profile")
    elsewhere.parent.mkdir()
    if held is not None:
        elsewhere.write_bytes(held)
    DECK.parent.mkdir()
    DECK.symlink_to(elsewhere.resolve())
    result = run("build", *more)
    assert result.exit_code == ExitCode.OUTSIDE
    assert f"{DECK} is a link to {elsewhere.resolve()}" in result.stderr
    assert [path.read_bytes() for path in elsewhere.parent.iterdir()] == [held] * (held is not None)
    assert DECK.is_symlink()


def test_a_link_that_leads_to_itself_is_told() -> None:
    DECK.parent.mkdir()
    DECK.symlink_to(DECK.name)
    assert run("build").exit_code == ExitCode.OUTSIDE


INPUTS = {
    "the template": ("uni.pptx", "brand: uni.pptx\n", ""),
    "the brand's template": ("uni.pptx", "brand: brand.yaml\n", ""),
    "an included deck": ("partner.pptx", "", "  - include: partner.pptx\n"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "head", "slides"), INPUTS.values(), ids=INPUTS)
@pytest.mark.parametrize("link", [False, True], ids=["itself", "a link to it"])
def test_an_input_is_never_replaced_whatever_is_asked(
    name: str, head: str, slides: str, *, link: bool
) -> None:
    run("build", "-o", name)  # by deckgen itself, so that its seal would allow it
    before = Path(name).read_bytes()
    write("brand.yaml", "template: uni.pptx\n")
    write("slides.yaml", f"title: A\n{head}slides:\n  - section: One\n{slides}")
    target = name
    if link:
        target = "link.pptx"
        Path(target).symlink_to(name)
    for more in ([], ["--overwrite"]):
        result = run("build", "-o", target, *more)
        assert result.exit_code == ExitCode.OUTSIDE
        assert f"{target} is read to make this, so it is never replaced" in result.stderr
    assert Path(name).read_bytes() == before


def test_a_folder_or_a_pipe_is_no_place_for_a_deck() -> None:
    Path("folder.pptx").mkdir()
    os.mkfifo("pipe.pptx")
    for name in ("folder.pptx", "pipe.pptx"):
        for more in ([], ["--overwrite"]):
            assert run("build", "-o", name, *more).exit_code == ExitCode.OUTSIDE
    assert Path("folder.pptx").is_dir()
    assert Path("pipe.pptx").is_fifo()


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--all"], ["--each", "towns.csv"]], ids=" ".join)
def test_of_many_towns_those_that_were_changed_are_left_and_listed(arguments: list[str]) -> None:
    write("towns.csv", "town\nGera\nJena\nWeida\n")
    run("build", *arguments)
    count = len(decks())
    kept = by_hand(Path("build/gera.pptx"))
    write("slides.yaml", Path("slides.yaml").read_text(encoding="utf-8") + "  - closing\n")
    result = run("build", *arguments)
    assert result.exit_code == ExitCode.OUTSIDE
    assert result.stdout.endswith(f"{count - 1} deck{'s' * (count > 2)} written\n")
    assert "changed-by-hand: The deck was changed since deckgen wrote it" in result.stderr
    assert "No deck was written for 1 town: " in result.stderr
    assert Path("build/gera.pptx").read_bytes() == kept

    result = run("build", *arguments, "--overwrite")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.endswith("What stood there is kept as build/gera.by-hand.pptx\n")
    assert Path("build/gera.by-hand.pptx").read_bytes() == kept


@pytest.mark.slow
def test_watching_tells_and_waits_until_the_changed_deck_is_moved_away(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from tests.commands.building.test_watch import watched_here

    run("build")
    kept = by_hand(DECK)
    with watched_here(capsys) as until:
        until("was changed since deckgen wrote it; it stays as it is.")
        until("Its words, notes, slides and shapes are as they were built. It is tried again")
        assert DECK.read_bytes() == kept
        DECK.rename("build/mine.pptx")
        until("written now")
    assert Path("build/mine.pptx").read_bytes() == kept
    assert decks() == ["mine.pptx", DECK.name]


@pytest.mark.parametrize("mark", ["~$the-talk.pptx", ".~lock.the-talk.pptx#"])
def test_that_a_program_still_shows_the_old_deck_is_told(mark: str) -> None:
    assert "still shows" not in run("build", "-q").output
    Path("build", mark).write_bytes(b"who has it open")
    result = run("build", "-q")
    assert result.exit_code == ExitCode.OK
    assert f"Another program still shows the old one, as {mark} says" in result.stderr
