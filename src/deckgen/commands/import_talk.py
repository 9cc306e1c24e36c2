"""`deckgen import`: a talk that exists, as an outline."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from deckgen.commands.console import ending_on_failure, fail, report, say
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.importing.imported_talk import ImportedTalk

_FEW = 12
_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd")


@click.command("import")
@click.argument("talk", metavar="TALK")
@click.argument("folder", metavar="[DIR]", required=False)
def import_talk(talk: str, folder: str | None) -> None:
    """Make an outline of TALK in the new folder DIR.

    TALK is a presentation of PowerPoint (.pptx, .potx, .pptm, .ppsx), or Markdown (.md, .qmd) as
    pandoc, Quarto, Marp and Slidev write it. Slides become the kinds that they are; slides of
    PowerPoint that no kind can show stay as they are. TALK is not changed. DIR is called after
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
    from deckgen.importing.markdown.import_markdown import import_markdown
    from deckgen.importing.powerpoint.import_presentation import import_presentation

    target = Path(folder or Path(talk).stem)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        fail(
            ExitCode.USAGE, f"{target} is there already.", "Name a folder that does not exist yet."
        )
    files, name = Workspace(".", within=folder_of(talk)), with_slashes(talk)
    with ending_on_failure(ExitCode.OUTLINE):
        data = files.read(name)
    diagnostics = Diagnostics()
    if name.lower().endswith(_MARKDOWN):
        imported = import_markdown(name, data, files, diagnostics)
    else:
        imported = import_presentation(Path(talk).name, data, diagnostics)
    report(diagnostics)
    if imported is None:
        sys.exit(ExitCode.OUTLINE)
    with ending_on_failure(ExitCode.OUTSIDE):
        write_new_folder(str(target), imported.files)
    say("\n".join(_summary(imported)))
    say(f"{target / 'slides.yaml'} is your talk. Next:")
    say(f"  cd {target}\n  deckgen check\n  deckgen build")


def _summary(talk: "ImportedTalk") -> list[str]:
    kinds = Counter(slide.kind for slide in talk.slides)
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return [
        f"{len(talk.slides)} slides, {talk.words} words: {counted}.",
        *(
            f"Slide {slide.number} has lost words: {' '.join(slide.lost[:_FEW])}."
            for slide in talk.slides
            if slide.lost
        ),
    ]
