"""`deckgen pack` from outside: what lies in the folder, and what its papers say."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import cli
from deckgen.pack.pack_texts import ENGLISH, GERMAN, PackTexts, pack_texts
from deckgen.pack.text_files import (
    CHECKSUM_FILE,
    FontAvailability,
    NeededFont,
    fonts_list,
    read_checksums,
)
from deckgen.support.exit_codes import ExitCode
from tests.ooxml.test_embedded_fonts import lay_out
from tests.present import present
from tests.project.two_towns import write
from tests.tools.needs import need

pytest.importorskip("betteroffice_pptx")
pytest.importorskip("typst")

TALK = """\
title: Wege in die Stadt
subtitle: Ein Vortrag
speaker: Anna Muster
lang: de-DE
event: {name: Konferenz, place: Leipzig, date: 2026-11-22}
slides:
  - cover
  - {title: Eins, text: Wörter}
"""
PAPERS = ["FONTS.txt", "README.txt", CHECKSUM_FILE]
FOLDER = Path("build/wege-in-die-stadt-pack")


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a talk, on a computer without LibreOffice."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DECKGEN_LIBREOFFICE", "nowhere")
    write("slides.yaml", TALK)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ("pack", *arguments))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
@pytest.mark.usefixtures("talk")
def test_a_pack_holds_the_deck_what_stands_in_for_it_and_what_is_what() -> None:
    result = run()
    assert result.exit_code == ExitCode.OK, result.output
    stem = "wege-in-die-stadt"
    made = [f"{stem}-handout.pdf", f"{stem}.html", f"{stem}.pptx"]
    assert names(FOLDER) == sorted([*PAPERS, *made])
    assert f"Not in it: {stem}.pdf. LibreOffice is not installed." in result.output
    readme = (FOLDER / "README.txt").read_bytes()
    assert readme.startswith("\ufeffWege in die Stadt\r\n".encode())
    text = readme.decode("utf-8-sig")
    for word in (
        *made,
        "FONTS.txt",
        CHECKSUM_FILE,
        "Anna Muster",
        "22. November 2026",
        "Was hier fehlt",
    ):
        assert word in text
    listed = present(read_checksums((FOLDER / CHECKSUM_FILE).read_bytes()))
    assert sorted(listed) == sorted({*names(FOLDER)} - {CHECKSUM_FILE})
    assert names(FOLDER.parent) == [FOLDER.name]


@pytest.mark.slow
@pytest.mark.usefixtures("talk")
def test_packed_again_it_takes_the_place_of_the_old_one_unless_that_was_changed() -> None:
    run()
    write("slides.yaml", TALK.replace("Wörter", "Andere"))
    assert run().exit_code == ExitCode.OK
    (FOLDER / "wege-in-die-stadt.pptx").write_bytes(b"edited by hand")
    result = run()
    assert result.exit_code == ExitCode.OUTSIDE
    assert "was changed since, and would be lost" in result.output
    assert f"deckgen pull {FOLDER}/wege-in-die-stadt.pptx. Or pack into" in result.output
    assert (FOLDER / "wege-in-die-stadt.pptx").read_bytes() == b"edited by hand"


@pytest.mark.usefixtures("talk")
def test_of_a_talk_with_errors_nothing_is_written() -> None:
    write("slides.yaml", TALK.replace("text:", "txet:"))
    result = run()
    assert result.exit_code == ExitCode.OUTLINE
    assert "unknown-key" in result.output
    assert not Path("build").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_every_town_has_a_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKGEN_LIBREOFFICE", "nowhere")
    assert run("--all").exit_code == ExitCode.OK
    assert names(Path("build")) == ["gera-pack", "jena-pack"]
    assert {"gera.pptx", "gera.html"} < {*names(Path("build/gera-pack"))}
    assert run("--town", "gera", "-o", "stick/talk").exit_code == ExitCode.OK
    assert "gera.pptx" in names(Path("stick/talk"))


@pytest.mark.slow
@pytest.mark.usefixtures("talk")
def test_as_a_zip_file_it_is_one_folder_too() -> None:
    assert run("--zip").exit_code == ExitCode.OK
    (file,) = Path("build").iterdir()
    assert file.name == "wege-in-die-stadt-pack.zip"
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        assert {name.partition("/")[0] for name in packed.namelist()} == {file.stem}


@pytest.mark.slow
@pytest.mark.usefixtures("talk")
def test_its_names_are_safe_on_every_stick_and_system() -> None:
    write("slides.yaml", TALK.replace("Wege in die Stadt", "Con"))
    assert run("-o", "stick").exit_code == ExitCode.OK
    assert "con_.pptx" in names(Path("stick"))


@pytest.mark.usefixtures("talk")
def test_a_deck_as_it_is_cannot_be_packed() -> None:
    CliRunner().invoke(cli, ("build", "-o", "talk.pptx"))
    result = run("talk.pptx")
    assert result.exit_code == ExitCode.USAGE
    assert "made of the outline" in result.output


@pytest.mark.slow
@pytest.mark.usefixtures("talk")
def test_slides_that_powerpoint_shows_differently_are_named() -> None:
    write("slides.yaml", f"{TALK}  - {{title: Zwei, text: ~~Wort~~}}\n")
    said = "PowerPoint shows these slides differently: 3 (struck-out text)."
    assert said in run().output
    readme = " ".join((FOLDER / "README.txt").read_text("utf-8-sig").split())
    assert "sehen in PowerPoint anders aus als in den übrigen Dateien hier: 3." in readme
    write("slides.yaml", TALK)
    assert said not in run().output
    assert "anders aus" not in (FOLDER / "README.txt").read_text("utf-8-sig")


@pytest.mark.slow
def test_with_libreoffice_the_pdf_is_there(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKGEN_LIBREOFFICE", str(need("libreoffice")))
    result = run()
    assert "PDF by LibreOffice" in result.output
    assert "pictures by LibreOffice" in result.output
    pdf = talk / FOLDER / "wege-in-die-stadt.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Was hier fehlt" not in (talk / FOLDER / "README.txt").read_text("utf-8-sig")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("embed", "said"),
    [
        ("yes", "Own Sans (regular, bold)\n    is in the deck."),
        ("no", "Own Sans (regular, bold)\n    comes with neither Office"),
    ],
)
def test_the_list_of_fonts_says_what_the_venue_must_have(
    embed: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DECKGEN_LIBREOFFICE", "nowhere")
    lay_out(tmp_path, '"A **V**"', embed)
    assert run("-o", "stick").exit_code == ExitCode.OK
    listed = Path("stick/FONTS.txt").read_text("utf-8-sig")
    assert said in listed
    assert "Cambria (regular, bold)\n    comes with Office" in listed
    assert ("has to install, unless it has them: Own Sans." in listed) is (embed == "no")


@pytest.mark.parametrize("said", [ENGLISH, GERMAN], ids=["en", "de"])
def test_every_standing_of_a_font_has_words(said: PackTexts) -> None:
    standings: tuple[FontAvailability, ...]
    standings = ("office", "microsoft-365", "windows", "macos", "unknown", "embedded")
    fonts = [NeededFont(f"Font {one}", ((False, False),), one) for one in standings]
    lacking = NeededFont("Half", ((False, False), (True, True)), "embedded", ((True, True),))
    text = fonts_list("talk.pptx", [*fonts, lacking], said).decode("utf-8-sig")
    assert "{" not in text
    assert said["faces"].split("|")[3] in text
    assert "Font macos, Font unknown." in text
    assert max(map(len, text.splitlines())) <= 76


def test_both_languages_have_all_texts() -> None:
    assert ENGLISH.keys() == GERMAN.keys()


@pytest.mark.parametrize(
    ("lang", "said"), [("de", GERMAN), ("de-AT", GERMAN), ("en-GB", ENGLISH), ("fr", ENGLISH)]
)
def test_the_papers_are_in_the_language_of_the_talk_where_we_speak_it(
    lang: str, said: PackTexts
) -> None:
    assert pack_texts(lang) is said
