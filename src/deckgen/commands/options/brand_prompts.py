"""The questions for a new brand; each answer is checked at once."""

from collections.abc import Mapping
from pathlib import Path

import click

from deckgen.brand.new_brand import COLOR_PURPOSES, NewBrand, contrast_problems, hex_digits
from deckgen.commands.options.shared_options import ask_style
from deckgen.commands.output.console import ask_on_terminal
from deckgen.files.workspace import WorkspaceError, read_file


def ask(draft: NewBrand, settings: Mapping[str, str], file: str) -> dict[str, str]:
    """Ask for everything that was not said yet, offering what `draft` has; return all of it.

    What is no colour, no picture, or cannot be read on what was answered before, is asked again.
    """
    answers = dict(settings)
    questions = {
        "name": "The name of the brand",
        "style": "",
        **{key: f"{what[0].upper()}{what[1:]} ({key})" for key, what in COLOR_PURPOSES.items()},
        "heading": "The font of headlines; Enter for the style's",
        "body": "The font of everything else; Enter for the style's",
        "logo": "The logo, an SVG, PNG or JPEG file; Enter for none",
    }
    for key, question in questions.items():
        if key in answers:
            continue
        if key == "style":
            answers[key] = ask_style(draft.style)
            continue

        def answered(text: str, key: str = key) -> str:
            answer = checked(key, text, file)
            weak = (
                list(contrast_problems({**answers, key: answer}, answers["style"]))
                if key in COLOR_PURPOSES
                else []
            )
            if weak:
                raise click.UsageError(" ".join(weak))
            return answer

        offered = getattr(without_lost_highlight(draft, answers), key)
        answers[key] = ask_on_terminal(question, offered, answered)
    return answers


def without_lost_highlight(draft: NewBrand, settings: Mapping[str, str]) -> NewBrand:
    """Return the brand without its highlight if that was chosen for another deep colour."""
    return draft if settings.get("deep", draft.deep) == draft.deep else draft._replace(highlight="")


def checked(key: str, text: str, file: str) -> str:
    """Return an answer as the brand.yaml has it, or raise UsageError."""
    text = text.strip()
    if key == "logo" and text:
        return _logo(text, file)
    if key not in COLOR_PURPOSES or (key == "highlight" and not text):
        return text
    color = hex_digits(text)
    if color is None:
        raise click.UsageError(
            f"{key}: “{text}” is no colour. Type six hexadecimal digits, such as 0E4A50."
        )
    return color


def _logo(name: str, file: str) -> str:
    try:
        read_file(Path(name))
    except WorkspaceError as problem:
        raise click.UsageError(f"{problem.message} {problem.hint}") from None
    beside = seen_from(file, name)
    if beside is None:
        raise click.UsageError(
            f"{name} does not lie beside {file}. Copy it there, and give its name there."
        )
    return beside


def seen_from(file: str, other: str) -> str | None:
    """Return the path of another file as seen from a file; None unless beside or below it."""
    folder, path = Path(file).parent.resolve(), Path(other).resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None
