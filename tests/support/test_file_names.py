"""Names of files whose accents the disk spells otherwise than the outline: found, all the same."""

from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize

import pytest

from deckgen.files.workspace import Workspace, WorkspaceError, read_file, write_atomically
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import comparable_name, normalized_path, numbered_names, shell_word
from tests.project.two_towns import run, words, write
from tests.sampled import sampled

Form: TypeAlias = Literal["NFC", "NFD"]
COMPOSED: Form = "NFC"
DECOMPOSED: Form = "NFD"
BOTH_WAYS = pytest.mark.parametrize(
    ("disk", "said"),
    [(DECOMPOSED, COMPOSED), (COMPOSED, DECOMPOSED)],
    ids=["decomposed on the disk", "composed on the disk"],
)
TALK = """title: Über uns
brand: größe/märkte.yaml
vars: {bürgermeister: niemand, town: nirgends}
slides:
  - include: größe/öffnung.yaml
  - title: Bild
    image: {file: größe/brücke.svg, alt: Brücke}
  - title: Zahlen
    table: größe/städte.csv
  - title: ${town}
    text: ${bürgermeister}
    only: schmölln
"""
FILES = {
    "größe/öffnung.yaml": "title: T\nslides:\n  - section: Öffnung\n",
    "größe/brücke.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "größe/städte.csv": "Stadt;Zahl\nGera;1\n",
    "größe/märkte.yaml": """name: Markt
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C, highlight: F3B66E}
fonts: {heading: Cambria, body: Calibri}
""",
    "towns/schmölln.yaml": "vars: {town: Schmölln, bürgermeister: Jäger}\n",
    "tafel-für-alle.csv": "town;bürgermeister\nSchmölln;Jäger\n",
}


@pytest.mark.slow
@BOTH_WAYS
def test_everything_that_is_named_is_found(
    disk: Form, said: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(normalize(disk, "täglich.yaml"), normalize(said, TALK))
    for name, text in FILES.items():
        write(normalize(disk, name), normalize(said, text))
    outline, table = normalize(said, "täglich.yaml"), normalize(said, "tafel-für-alle.csv")
    for arguments, deck in (
        (("--town", normalize(said, "Schmölln")), "build/taeglich-schmoelln.pptx"),
        (("--each", table, "-o", "each/{town}.pptx"), "each/schmoelln.pptx"),
    ):
        result = run("build", outline, *arguments)
        assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
        assert normalize("NFC", "Jäger") in normalize("NFC", words(deck))


@BOTH_WAYS
def test_a_deck_is_written_over_the_one_that_looks_alike(
    disk: Form, said: Form, tmp_path: Path
) -> None:
    first = write_atomically(tmp_path / normalize(disk, "größe/öl.txt"), b"1")
    second = write_atomically(tmp_path / normalize(said, "größe/öl.txt"), b"2")
    assert first == second
    assert read_file(tmp_path / normalize(said, "größe/öl.txt")) == b"2"
    assert [len(list(folder.iterdir())) for folder in (tmp_path, Path(first).parent)] == [1, 1]
    files = Workspace(tmp_path)
    assert files.stamp(normalize(said, "größe/öl.txt")) is not None
    files.remove(normalize(said, "größe/öl.txt"))
    assert not Path(first).exists()


def test_of_two_that_look_alike_each_is_itself(tmp_path: Path) -> None:
    for form in (COMPOSED, DECOMPOSED):
        (tmp_path / normalize(form, "ü.txt")).write_text(form, encoding="ascii")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk takes the two for one name")
    for form in (COMPOSED, DECOMPOSED):
        assert Workspace(tmp_path).read(normalize(form, "ü.txt")) == form.encode()


@BOTH_WAYS
def test_no_spelling_leads_out_of_the_folder(disk: Form, said: Form, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="ascii")
    inside = tmp_path / "talk"
    inside.mkdir()
    (inside / normalize(disk, "lösung.txt")).symlink_to(tmp_path / "secret.txt")
    with pytest.raises(WorkspaceError) as refused:
        Workspace(inside).read(normalize(said, "lösung.txt"))
    assert refused.value.code == "outside-folder"


def test_what_is_nowhere_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as refused:
        Workspace(tmp_path).read("größe/öl.txt")
    assert refused.value.code == "missing-file"


@pytest.mark.parametrize(
    "said", sampled(["Schmölln", "SCHMÖLLN", "schmoelln", "schmo\u0308lln"], every=2)
)
@pytest.mark.usefixtures("two_towns")
def test_a_town_is_known_however_it_is_typed(said: str) -> None:
    write("towns/schmölln.yaml", "vars: {town: Schmölln}\n")
    assert run("build", "--town", said, "-q").exit_code == ExitCode.OK
    assert run("towns", "diff", said, "Gera").exit_code == ExitCode.OK
    assert Path("build/schmoelln.pptx").exists()


@pytest.mark.usefixtures("two_towns")
def test_of_two_towns_that_may_be_meant_none_is() -> None:
    write("towns/weissensee.yaml", "vars: {town: A}\n")
    write("towns/weißensee.yaml", "vars: {town: B}\n")
    if len(list(Path("towns").iterdir())) < 4:
        pytest.skip("this disk takes the two for one name")
    assert run("build", "--town", "weißensee", "-q").exit_code == ExitCode.OK
    assert run("build", "--town", "WEISSENSEE", "-q").exit_code == ExitCode.USAGE


def test_names_that_look_alike_are_equal() -> None:
    assert (
        comparable_name(" Schmo\u0308lln")
        == comparable_name("SCHMÖLLN")
        != comparable_name("schmolln")
    )


@pytest.mark.parametrize(
    ("path", "normalized"),
    [
        ("a.yaml", "a.yaml"),
        ("./a/../b.yaml", "b.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/a/b", "/a/b"),
    ],
)
def test_a_path_is_normalized(path: str, normalized: str) -> None:
    assert normalized_path(path) == normalized


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("my-talk/slides.yaml", "my-talk/slides.yaml"),
        ("C:\\Talks\\grüße.pptx", "C:\\Talks\\grüße.pptx"),
        ("Mein Vortrag", '"Mein Vortrag"'),
        ("100% #1.pptx", '"100% #1.pptx"'),
        ("$HOME.pptx", "'$HOME.pptx'"),
        ("", '""'),
    ],
)
def test_a_name_is_typed_so_that_a_shell_reads_it_as_one_word(name: str, typed: str) -> None:
    assert shell_word(name) == typed


def test_the_next_steps_can_be_typed_in_a_folder_with_blanks(tmp_path: Path) -> None:
    folder = str(tmp_path / "Mein Vortrag")
    assert f'  cd "{folder}"\n' in run("new", folder, "--style", "panel").stdout


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("a.b/town.png", ["a.b/town.png", "a.b/town-2.png", "a.b/town-3.png"]),
        ("a.b/town", ["a.b/town", "a.b/town-2", "a.b/town-3"]),
    ],
)
def test_a_name_that_is_taken_gets_a_number_before_its_ending(name: str, names: list[str]) -> None:
    assert list(islice(numbered_names(name), 3)) == names
