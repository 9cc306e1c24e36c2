"""Where decks, and what is made of them, are written; checked before anything is built."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckgen.files.overwriting import is_unchanged_output
from deckgen.files.workspace import Workspace, with_slashes
from deckgen.project.output_names import (
    outline_prefix,
    output_name,
    pattern_fields,
    safe_name,
    title_name,
    unreserved,
    version_suffix,
)
from deckgen.project.towns.town_selection import Town, TownSelection, pattern_values
from deckgen.support.exit_codes import RequestError
from deckgen.support.file_names import in_folder, is_folder, shell_word
from deckgen.support.nearest import did_you_mean

_OTHER_ENDINGS = (
    r"(?i)\.(ppt[xm]?|pot[xm]?|pps[xm]?|od[pt]|docx?|key|pdf|png|jpe?g|html?|md|txt|ya?ml|zip)$"
)
"""What is an ending, and no part of a name such as `talk.v2`."""
_EXPORTS = ("pdf", "png", "html")
OUTPUT_FOLDER = "build"
"""The folder of decks for which no other is named."""


class Output(NamedTuple):
    """The place to which a command shall write."""

    path: str | None = None
    """A file, a folder or a pattern for paths; None for the usual place."""
    overwrite: bool = False
    """Whether files that deckgen did not write, or that were changed since, may be replaced."""


def deck_path(
    output: str | None,
    outline: str,
    selection: TownSelection,
    title: str,
    towns: Iterable[str],
    ending: str = ".pptx",
) -> str:
    """Return where the one deck goes that is asked for, or what is made of it.

    `output` is the name or pattern that the user gave, `title` the talk's, `towns` the names of the
    talk's towns. Raises RequestError where the pattern names what is not given.
    """
    town = next(iter(selection.towns), "")
    if output is None:
        name = safe_name(town) if town else title_name(title)
        if not town and name in {safe_name(each) for each in towns}:
            name += "-talk"
        file = unreserved(f"{outline_prefix(outline)}{name}{_version(selection)}{ending}")
        return in_folder(OUTPUT_FOLDER, file)
    named = pattern_fields(output)
    if not named:
        return output
    words = pattern_values(town, selection.variables, selection.tag_names)
    for field in named:
        if field not in words:
            hint = f"Add --{field} NAME, or take {{{field}}} out."
            if field not in {"town", "tag"}:
                also = "{town} and {tag} stand for what --town and --tag say."
                hint = f"Add --var {field}=WORDS; {also}"
            raise RequestError(f"{output} names {{{field}}}, which is not said.", hint)
    return output_name(with_slashes(output), words)


def path_pattern(
    output: str | None, outline: str, selection: TownSelection, ending: str = ".pptx"
) -> str:
    """Return the pattern for the paths of what is made of many towns."""
    if output is not None:
        return with_slashes(output)
    return f"{OUTPUT_FOLDER}/{outline_prefix(outline)}{{town}}{_version(selection)}{ending}"


def check_pattern(
    pattern: str, towns: Sequence[Town], ending: str = ".pptx", *, from_table: bool = False
) -> None:
    """Raise RequestError if a pattern lacks its ending, names all decks alike or an unknown field.

    `from_table` says whether the towns are rows, whose variables are columns.
    """
    check_ending(pattern, ending, example="{town}")
    named = pattern_fields(pattern)
    if not named:
        raise RequestError(
            f"All towns would be written to {pattern}.",
            f'Type {{town}} in it, such as -o "build/{{town}}{ending}".',
        )
    names = {"town", *(each.name for town in towns for each in town.variant.variables)}
    names |= {name for town in towns for name, _ in town.variant.empty}
    names |= {"tag"} if any(town.variant.tags for town in towns) else set()
    for name in named:
        if name not in names:
            kind = "column" if from_table else "variable"
            raise RequestError(
                f"The pattern {pattern} names {{{name}}}, which is no {kind}.",
                did_you_mean(name, names, f"There are: {', '.join(sorted(names))}.", "{{{}}}"),
            )


def check_ending(path: str, ending: str, option: str = "-o", example: str = "talk") -> None:
    """Raise RequestError if the name of a file lacks its ending; its hint is the name with it.

    `option` is what names the file on the command line, `example` a name for a file in a folder.
    """
    folder, slash, name = with_slashes(path).rpartition("/")
    if not path.strip() or name.lower() == ending:
        hint = f"Type {option} {shell_word(folder + slash + example + ending)}."
        raise RequestError(f"Behind {option}, the name of the file is missing.", hint)
    if name.lower().endswith(ending):
        return
    if path.endswith(("/", "\\")) or is_folder(path):
        folder = path if path.endswith(("/", "\\")) else f"{path}/"
        meant = shell_word(f"{folder}{example}{ending}")
        raise RequestError(f"{path} is a folder.", f"Name the file in it: {option} {meant}.")
    stem = re.sub(_OTHER_ENDINGS, "", path)
    if "{" in example and "{" not in path:
        stem += f"-{example}"  # each town has a file of its own
    hint = f"Type {option} {shell_word(stem + ending)}."
    other = path.rpartition(".")[2].lower()
    if ending == ".pptx" and other in _EXPORTS:
        hint = f"Type deckgen export {other} -o {shell_word(path)}; or for a deck {hint[5:]}"
    raise RequestError(f"{path} does not end in {ending}.", hint)


def _version(selection: TownSelection) -> str:
    tags = [tag.text for tag in selection.tags]
    return version_suffix(tags, [(each.name, each.words) for each in selection.variables])


_KEPT = r"\.by-hand(-\d+)?\.pptx"
"""The end of the names under which replaced decks are kept."""


class BuiltDecks(NamedTuple):
    """Decks by their names, as seen from the current folder."""

    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Decks that were changed, and replaced."""


def built_decks(outline: str | None = None) -> BuiltDecks:
    """Return the decks in the folder build; with an `outline`, those that bear its name."""
    prefix = "" if outline is None else outline_prefix(outline)
    # It may be a link to a folder elsewhere.
    folder = Workspace(".", within=OUTPUT_FOLDER)
    decks = [
        in_folder(OUTPUT_FOLDER, name)
        for name in folder.names(OUTPUT_FOLDER)
        # Marks of open programs begin so, too: `~$talk.pptx`, `.~lock.talk.pptx#`.
        if name.startswith(prefix) and name.lower().endswith(".pptx") and name[0] not in ".~"
    ]
    kept = [name for name in decks if re.search(_KEPT, name)]
    standing = [name for name in decks if name not in kept]
    unchanged = [name for name in standing if is_unchanged_output(name)]
    changed = [name for name in standing if name not in unchanged]
    return BuiltDecks(tuple(unchanged), tuple(changed), tuple(kept))
