"""`include:`: slides of a shared outline, in their place, with their own places in messages."""

import pytest

from deckgen.files.workspace import Workspace
from deckgen.outline.expand.town_overlay import slide_id
from deckgen.outline.syntax.nodes import Mapping, Sequence
from deckgen.pipeline.compile import compile_talk
from deckgen.pipeline.read_source import read_nodes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.outline.expand.test_town_overlay import shown

SHARED = """\
title: Shared
vars: {town: nowhere, house: the town hall}
slides:
  - id: a
    section: In ${town}
  - id: b
    section: In ${house}
"""


def built(files: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    diagnostics = Diagnostics()
    compiled = compile_talk("slides.yaml", Folder(files), None, diagnostics)
    reported = [f"{each.span} {each.code}" for each in diagnostics]
    return shown(compiled.deck) if compiled else {}, reported


def outline(*entries: str) -> str:
    slides = "".join(f"  - {entry}\n" for entry in entries)
    return f"title: Talk\nvars: {{town: Gera}}\nslides:\n{slides}"


def test_the_slides_come_in_place_with_words_for_their_variables() -> None:
    slides, reported = built(
        {
            "slides.yaml": outline("section: ${town}", "include: shared.yaml", "closing"),
            "shared.yaml": SHARED,
        }
    )
    assert list(slides) == ["gera", "a", "b", "closing"]
    assert (slides["a"], slides["b"]) == ("In Gera | 2", "In the town hall | 3")
    assert reported == []


def test_files_are_named_as_seen_from_the_one_that_names_them() -> None:
    slides, reported = built(
        {
            "slides.yaml": outline("section: ${town}", "include: parts/one.yaml"),
            "parts/one.yaml": "slides:\n  - include: more/two.yaml\n",
            "parts/more/two.yaml": "slides:\n  - include: ../three.yaml\n",
            "parts/three.yaml": "slides:\n  - closing\n",
        }
    )
    assert (list(slides), reported) == (["gera", "closing"], [])


@pytest.mark.parametrize(
    ("entry", "shared", "reported"),
    [
        ("include: gone.yaml", SHARED, "slides.yaml:4:14 missing-file"),
        ("include: [a]", SHARED, "slides.yaml:4:14 wrong-type"),
        ("{include: shared.yaml, only: gera}", SHARED, "slides.yaml:4:28 unknown-key"),
        ("include: shared.yaml", "a: b", "shared.yaml:1:1 wrong-type"),
        ("include: shared.yaml", SHARED + "titel: x\n", "shared.yaml:8:1 unknown-key"),
        ("include: shared.yaml", SHARED + "  - secton: x\n", "shared.yaml:8:5 unknown-key"),
        ("include: shared.yaml", "slides: [", "shared.yaml:1:9 text-starts-with-sign"),
        (
            "include: shared.yaml",
            "slides:\n  - include: slides.yaml\n",
            "shared.yaml:2:14 circular-include",
        ),
        (
            "include: shared.yaml",
            "slides:\n  - include: ./x/../shared.yaml\n",
            "shared.yaml:2:14 circular-include",
        ),
    ],
)
def test_what_is_wrong_is_reported_where_it_stands(entry: str, shared: str, reported: str) -> None:
    text = outline(entry).replace("vars: {town: Gera}", "lang: en-GB")
    assert reported in built({"slides.yaml": text, "shared.yaml": shared})[1]


def test_files_that_double_each_other_do_not_fill_the_memory() -> None:
    files = {f"{n}.yaml": "slides:\n" + f"  - include: {n + 1}.yaml\n" * 9 for n in range(7)} | {
        "7.yaml": "slides:\n  - cover\n"
    }
    diagnostics = Diagnostics()
    node = read_nodes("0.yaml", Folder(files), diagnostics)
    assert isinstance(node, Mapping)
    assert {each.code for each in diagnostics} == {"circular-include"}
    assert len(diagnostics) < 2000


def test_nothing_outside_of_the_folder_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("talk")
    (folder.parent / "secret.yaml").write_text("slides: [cover]\n", encoding="utf-8")
    (folder / "slides.yaml").write_text(outline("include: ../secret.yaml"), encoding="utf-8")
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Workspace(folder), None, diagnostics)
    assert "outside-folder" in {each.code for each in diagnostics}


def test_a_town_can_insert_slides_of_another_file() -> None:
    text = "slides: {two: {insert-after: [include: extra.yaml]}}"
    diagnostics = Diagnostics()
    files = Folder({"towns/gera.yaml": text, "towns/extra.yaml": "slides:\n  - closing\n"})
    node = read_nodes("towns/gera.yaml", files, diagnostics)
    assert isinstance(node, Mapping)
    slides = node.get("slides")
    assert isinstance(slides, Mapping)
    patch = slides.get("two")
    assert isinstance(patch, Mapping)
    inserted = patch.get("insert-after")
    assert isinstance(inserted, Sequence)
    assert [slide_id(entry) for entry in inserted.items] == ["closing"]


def test_a_town_finds_the_included_slides() -> None:
    diagnostics = Diagnostics()
    files = Folder({"slides.yaml": outline("include: shared.yaml"), "shared.yaml": SHARED})
    node = read_nodes("slides.yaml", files, diagnostics)
    assert isinstance(node, Mapping)
    slides = node.get("slides")
    assert isinstance(slides, Sequence)
    assert [slide_id(entry) for entry in slides.items] == ["a", "b"]
