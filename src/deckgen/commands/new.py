"""`deckgen new`: a folder with a talk to begin with."""

import sys

import click

from deckgen.brand.tokens import BrandTokens
from deckgen.commands.options.shared_options import ask_style, style_option
from deckgen.commands.output.console import ending_on_failure, say
from deckgen.commands.output.written_files import end_if_in_use
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

_LANGUAGES = {"en": "English", "de": "German", "fr": "French"}


@click.command()
@click.argument("folder", metavar="DIR")
@style_option
@click.option(
    "--lang",
    type=click.Choice([*_LANGUAGES]),
    help="The language of its words; left out: that of this computer, or English.",
)
def new(folder: str, style: str | None, lang: str | None) -> None:
    """Begin a talk in the new folder DIR: an outline, a brand and pictures to change.

    On a terminal you are asked for a style, how slides are composed; you may change it later.

    \b
    Example:
      deckgen new my-talk
      deckgen new my-talk --style editorial
      deckgen new mein-vortrag --lang de
      cd my-talk
      deckgen build
    """
    from pathlib import Path

    from deckgen.files.atomic_folder import write_new_folder
    from deckgen.project.starter import starter_files

    end_if_in_use(folder)
    style = style or (ask_style(BrandTokens.style) if sys.stdin.isatty() else BrandTokens.style)
    words = lang or _system_language()
    with ending_on_failure(ExitCode.OUTSIDE):
        write_new_folder(folder, starter_files(style, words))
    if not lang and words != "en":
        say(f"It is in {_LANGUAGES[words]}, as this computer is set; --lang en makes it English.")
    say(
        f"{Path(folder, 'slides.yaml')} is your talk, in the style {style}. Next:\n"
        f"  cd {shell_word(folder)}\n"
        "  deckgen build\n"
        "To see it in every style:\n"
        "  deckgen brand gallery"
    )


def _system_language() -> str:
    """Return the language of this computer, if a new talk can be in it; else English.

    It is said by names such as de_DE.UTF-8; on Windows, such as German_Germany.
    """
    import locale
    import os

    names = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    known = (tag for tag, word in _LANGUAGES.items() if name.startswith((tag, word)))
    return next(known, "en")
