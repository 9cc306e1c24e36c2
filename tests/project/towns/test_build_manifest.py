"""A second run over many towns: it builds what changed, whatever the record of the first says."""

import json
import os
from pathlib import Path

import pytest

from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import GERA, OUTLINE, decks, run, write
from tests.sampled import sampled


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize(
    ("change", "arguments", "written"),
    sampled(
        [
            ({}, [], 0),
            ({}, ["--force"], 2),
            ({"towns/gera.yaml": GERA + "subtitle: New\n"}, [], 1),
            ({"slides.yaml": OUTLINE + "  - closing\n"}, [], 2),
            ({"brand.yaml": "name: Other\n"}, [], 2),
            ({"build/.deckgen-built.json": "{"}, [], 2),
            ({"towns/zeitz.yaml": "vars: {town: Zeitz}\n"}, [], 1),
            ({}, ["--var", "town=Greiz"], 2),
            ({}, ["--tag", "short"], 2),
        ],
        every=8,
    ),
)
def test_a_second_run_builds_only_what_changed(
    change: dict[str, str], arguments: list[str], written: int
) -> None:
    brand = (
        "name: Town\n"
        "colors: {ink: '1B2A2E', paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}\n"
        "fonts: {heading: Cambria, body: Calibri}\n"
    )
    write("brand.yaml", brand)
    write("slides.yaml", OUTLINE.replace("lang:", "brand: brand.yaml\nlang:"))
    assert run("build", "--all").exit_code == ExitCode.OK
    for name, text in change.items():
        if name == "brand.yaml":
            write(name, brand.replace("Town", "Other"))
        elif name == "slides.yaml":
            write(name, text.replace("lang:", "brand: brand.yaml\nlang:"))
        else:
            write(name, text)
    result = run("build", "--all", *arguments)
    said = f"{written} deck{'' if written == 1 else 's'} written"
    assert result.exit_code == ExitCode.OK, result.output
    assert result.stdout.splitlines()[-1].startswith(said)


HEADER = '{"form": 2}'
DAMAGED = {
    "nothing": "",
    "half": '{"form": 2',
    "a list": "[1]",
    "a word": '"gera"',
    "deep": "[" * 100_000,
    "no decks": HEADER,
    "deep within": f"{HEADER}\n{'[' * 100_000}",
    "a number for what was read": f'{HEADER}\n{{"read": 5}}\n["build/gera.pptx", "a", 0, 1, 1]',
    "what was not read": f'{HEADER}\n["build/gera.pptx", "a", 3, 1, 1]',
    "too few": f'{HEADER}\n["build/gera.pptx"]',
    "no size": f'{HEADER}\n{{"read": []}}\n["build/gera.pptx", "a", 0, null, 1]',
    "no end": f'{HEADER}\n{{"read": []}}\n["build/gera.pptx", "a", 0, 1e999, 1]',
    "no name": f'{HEADER}\n{{"read": [["\\ud800", "a"]]}}\n["\\ud800", "a", 0, 1, 1]',
    "no text": "\ufeff\x00",
}


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("record", DAMAGED.values(), ids=DAMAGED)
def test_a_record_that_is_damaged_or_made_up_is_none(record: str) -> None:
    write("build/.deckgen-built.json", record)
    assert run("build", "--all").stdout.endswith("2 decks written\n")
    assert run("build", "--all").stdout == "0 decks written, 2 unchanged\n"


@pytest.mark.usefixtures("two_towns")
def test_a_made_up_record_of_the_right_deck_names_files_that_no_disk_can_have() -> None:
    run("build", "--all")
    record = Path("build/.deckgen-built.json")
    made_up = json.dumps(
        {"read": [["\ud800", "a"], ["\0", "b"], ["x" * 5000, "c"], ["../../x", "d"]]}
    )
    lines = [made_up if '"read"' in line else line for line in record.read_text().splitlines()]
    assert made_up in lines
    write(str(record), "\n".join(lines))
    assert run("build", "--all").stdout.endswith("2 decks written\n")


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("form", [1, 7])
def test_a_record_of_another_form_is_none(form: int) -> None:
    run("build", "--all")
    record = Path("build/.deckgen-built.json")
    header, rest = record.read_text().split("\n", 1)
    assert header == HEADER
    write(str(record), f'{{"form": {form}}}\n{rest}')
    assert run("build", "--all").stdout.endswith("2 decks written\n")


@pytest.mark.usefixtures("two_towns")
def test_a_record_that_ends_within_a_line_counts_up_to_there() -> None:
    run("build", "--all")
    record = Path("build/.deckgen-built.json")
    record.write_bytes(record.read_bytes()[:-5])
    assert run("build", "--all").stdout.endswith("1 deck written, 1 unchanged\n")
    assert run("build", "--all").stdout == "0 decks written, 2 unchanged\n"


@pytest.mark.usefixtures("two_towns")
def test_what_was_built_before_is_remembered_beside_what_is_built_now() -> None:
    run("build", "--all")
    write("towns/zeitz.yaml", "vars: {town: Zeitz}\n")
    assert "1 deck written, 1 unchanged" in run("build", "--town", "zeitz", "--town", "gera").stdout
    assert run("build", "--all").stdout == "0 decks written, 3 unchanged\n"


@pytest.mark.usefixtures("two_towns")
@pytest.mark.skipif(os.name == "nt", reason="links need permission there")
def test_a_record_is_not_written_through_a_link() -> None:
    write("mine.txt", "mine")
    Path("build").mkdir()
    Path("build/.deckgen-built.json").symlink_to(Path("mine.txt").resolve())
    assert run("build", "--all").exit_code == ExitCode.OK
    assert Path("mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("two_towns")
def test_a_deck_that_is_gone_is_built_again() -> None:
    run("build", "--all")
    Path("build/jena.pptx").unlink()
    assert "1 deck written, 1 unchanged" in run("build", "--all").stdout


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_a_deck_has_the_same_bytes_whether_it_is_built_alone_or_among_many() -> None:
    for n in range(8):
        write(f"towns/town-{n}.yaml", f"vars: {{town: Town {n}}}\n")
    run("build", "--all")
    many = {name: Path("build", name).read_bytes() for name in decks()}
    assert len(many) == 10
    for name in many:
        run("build", "--town", name.removesuffix(".pptx"), "-o", "alone/{town}.pptx")
    assert {name: Path("alone", name).read_bytes() for name in decks("alone")} == many
