"""`deckgen import`: a talk that exists, as an outline."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from deckgen.commands.output.console import ending_on_failure, fail, report, say
from deckgen.commands.output.written_files import end_if_in_use
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from deckgen.importing.outline_yaml import ImportedTalk

_FEW = 12
_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd")


@click.command("import")
@click.argument("talk", metavar="TALK")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--slides", "which", metavar="WHICH", help="Only these slides: 3,5-7.")
@click.option("--words", is_flag=True, help="Of drawn slides, take the words alone.")
def import_talk(talk: str, folder: str | None, which: str | None, *, words: bool) -> None:
    """Make an outline of TALK in the new folder DIR.

    TALK is a presentation of PowerPoint (.pptx, .potx, .pptm, .ppsx), or Markdown (.md, .qmd) as
    pandoc, Quarto, Marp, Slidev and md2pptx read it. Slides become the kinds that they are; slides
    of PowerPoint that no kind can show stay as they are. TALK is not changed. DIR is called after
    TALK, if it is left out.

    \b
    Example:
      deckgen import last-year.pptx my-talk
      cd my-talk
      deckgen build
    """
    from pathlib import Path

    from deckgen.files.atomic_folder import write_new_folder
    from deckgen.files.workspace import Workspace, folder_of, with_slashes

    target = Path(folder or Path(talk).stem)
    end_if_in_use(str(target))
    files, name = Workspace(".", within=folder_of(talk)), with_slashes(talk)
    with ending_on_failure(ExitCode.OUTLINE):
        data = files.read(name)
    diagnostics = Diagnostics()
    if name.lower().endswith(_MARKDOWN):
        if which is not None or words:
            fail(ExitCode.USAGE, "--slides and --words are for presentations.", "Leave them out.")
        from deckgen.importing.markdown.import_markdown import import_markdown

        imported = import_markdown(name, data, files, diagnostics)
    else:
        from deckgen.importing.powerpoint.import_presentation import import_presentation

        _note_own_deck(talk, data)
        chosen = None if which is None else _chosen(which)
        imported = import_presentation(Path(talk).name, data, diagnostics, chosen, words=words)
    report(diagnostics)
    if imported is None:
        sys.exit(ExitCode.OUTLINE)
    with ending_on_failure(ExitCode.OUTSIDE):
        write_new_folder(str(target), imported.files)
    say("\n".join(_summary(imported)))
    say(f"{target / 'slides.yaml'} is your talk. Next:")
    say(f"  cd {shell_word(str(target))}\n  deckgen check\n  deckgen build")


def _chosen(which: str) -> "Callable[[Sequence[str]], Collection[int]]":
    """Return a function from the ids of all slides to the numbers of those in `which`."""
    from deckgen.export.slide_selection import selected_slides

    return lambda ids: selected_slides(which, ids, len(ids))


def _note_own_deck(talk: str, data: bytes) -> None:
    """Tell the author of a deck that deckgen built to go on with its outline."""
    import io

    from deckgen.seal.condition import Condition
    from deckgen.seal.seal import seal_condition

    if seal_condition(io.BytesIO(data)) in {Condition.AS_WRITTEN, Condition.CHANGED}:
        say(f"deckgen built {talk} from an outline. If you have it, go on with that outline.")


def _summary(talk: "ImportedTalk") -> list[str]:
    kinds = Counter(slide.kind for slide in talk.slides)
    included = kinds.pop("include", 0)
    named = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    stays = "1 stays as it is" if included == 1 else f"{included} stay as they are"
    stay = f" {stays}; the outline says why." if included else ""
    return [
        (
            f"{counted(len(talk.slides), 'slide')}, {counted(talk.words, 'word')}, "
            f"{counted(talk.pictures, 'picture')}: {named or 'no kind fits'}.{stay}"
        ),
        *(
            f"Slide {slide.number} has lost words: {' '.join(slide.lost[:_FEW])}."
            for slide in talk.slides
            if slide.lost
        ),
        *(
            f"Slide {slide.number} has lost pictures: {', '.join(slide.lost_pictures[:_FEW])}."
            for slide in talk.slides
            if slide.lost_pictures
        ),
    ]
