"""A file that is not there: the hint names the one that was probably meant."""

from pathlib import Path

import pytest

from deckgen.files.workspace import Workspace, WorkspaceError, read_file

NEW = "`deckgen new talk` makes a folder with an example"


@pytest.mark.parametrize(
    ("there", "wanted", "hint"),
    [
        ([], "slides.yaml", NEW),
        (["picture.png"], "slides.yaml", NEW),
        (["slides.yml"], "slides.yaml", "Did you mean slides.yml?"),
        (["slides.yaml.txt"], "slides.yaml", "It is called slides.yaml.txt"),
        (["autumn.yaml", "spring.yaml"], "slides.yaml", "there are: autumn.yaml, spring.yaml."),
        (["talk/slides.yaml"], "slides.yaml", "Did you mean talk/slides.yaml?"),
        (["talk/slides.yaml", "plan.png"], "logo.png", "there are: plan.png."),
        (["talk/logo.png"], "talk/Logo.PNG", "Did you mean talk/logo.png?"),
        (["a/talk/plan.png"], "a/plan.png", "Did you mean a/talk/plan.png?"),
        (["slides.yaml"], "corporate.potx", "Check the name and the folder."),
        (["slides.yaml"], "pictures/a.png", "There is no folder pictures either"),
        (["images/plan.svg"], "Images/Plan.SVG", "Did you mean images/plan.svg?"),
        (["talk/images/a.svg"], "talk/image/b.svg", "folder talk/image; did you mean talk/images?"),
        (["images"], "image/b.svg", "There is no folder image either"),
        (["talk/slides.yaml"], "talk", "Did you mean talk/slides.yaml?"),
        (["slides.yaml", "plan.png"], "-", "there are: plan.png, slides.yaml."),
        (["plan.png"], "C:/Pictures/plan.png", "Copy the file into the folder of the outline"),
        (["plan.png"], "https://gera.example/plan.png", "Copy the file into the folder of the out"),
        (["plan.png"], "~/plan.png", "Copy the file into the folder of the outline"),
        # As YAML reads it between double quotes.
        (["pictures/a.png"], "pictures\new\table.png", "type pictures/new/table.png."),
        (["talk/a.png"], "talk", "Give the name of a file in it."),
    ],
)
def test_the_hint_of_a_missing_file(
    there: list[str], wanted: str, hint: str, tmp_path: Path
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("title: T")
    with pytest.raises(WorkspaceError) as problem:
        Workspace(str(tmp_path)).read(wanted)
    assert hint in problem.value.hint


def test_a_link_to_nothing_says_where_it_leads(tmp_path: Path) -> None:
    """Its own name, which stands in the folder, is no name that was meant."""
    (tmp_path / "logo.png").symlink_to("moved/logo.png")
    leads = "logo.png is a link to moved/logo.png, which is missing"
    with pytest.raises(WorkspaceError, match=leads):
        Workspace(str(tmp_path)).read("logo.png")
    with pytest.raises(WorkspaceError, match=leads):
        read_file(tmp_path / "logo.png", "logo.png")


def test_links_in_a_circle_have_a_way_out_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to("a.png")
    with pytest.raises(WorkspaceError, match="links lead round in a circle") as problem:
        read_file(tmp_path / "a.png", "a.png")
    assert problem.value.hint == "Delete the link, and put the file in its place."


def test_the_outline_is_looked_for_in_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "slides.yaml").write_text("title: T")
    (tmp_path / "towns").mkdir()
    (tmp_path / "towns/gera.yaml").write_text("vars: {town: Gera}")
    with pytest.raises(WorkspaceError) as problem:
        Workspace(str(tmp_path / "towns")).read("slides.yaml")
    assert problem.value.hint == "Did you mean ../slides.yaml?"
