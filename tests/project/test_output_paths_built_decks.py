"""The decks in the folder build: unchanged, changed, kept from before."""

from pathlib import Path

import pytest

from deckgen.project.output_paths import BuiltDecks, built_decks
from tests.commands.test_replaced_decks import by_hand
from tests.project.two_towns import run


@pytest.mark.usefixtures("two_towns")
def test_decks_by_whether_somebody_changed_them() -> None:
    assert built_decks() == BuiltDecks()
    assert run("build", "--all").exit_code == 0
    assert run("build").exit_code == 0
    names = sorted(str(path) for path in Path("build").glob("*.pptx"))
    assert built_decks() == BuiltDecks(unchanged=tuple(names))
    by_hand(Path("build/the-talk.pptx"))
    assert run("build", "--overwrite").exit_code == 0
    by_hand(Path("build/the-talk.pptx"))
    Path("build/.~lock.the-talk.pptx#").write_bytes(b"LibreOffice")
    Path("build/~$the-talk.pptx").write_bytes(b"PowerPoint")
    Path("build/notes.pdf").write_bytes(b"no deck")
    others = tuple(name for name in names if name != "build/the-talk.pptx")
    assert built_decks() == BuiltDecks(
        others, ("build/the-talk.pptx",), ("build/the-talk.by-hand.pptx",)
    )


@pytest.mark.usefixtures("two_towns")
def test_decks_of_an_outline_begin_with_its_name() -> None:
    Path("slides.yaml").rename("spring.yaml")
    assert run("build", "spring.yaml").exit_code == 0
    (name,) = built_decks("spring.yaml").unchanged
    assert name.startswith("build/spring-")
    assert built_decks("autumn.yaml") == BuiltDecks()


@pytest.mark.usefixtures("two_towns")
def test_the_folder_may_be_a_link_to_elsewhere(tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-decks"
    elsewhere.mkdir()
    Path("build").symlink_to(elsewhere)
    assert run("build").exit_code == 0
    assert built_decks() == BuiltDecks(unchanged=("build/the-talk.pptx",))
    assert run("pull").exit_code == 0
