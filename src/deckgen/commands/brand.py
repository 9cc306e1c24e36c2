"""The commands about brands: look at a template, begin a brand. As in `cli`, no logic."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.commands.options.shared_options import CommandGroup, overwrite_option, style_option
from deckgen.commands.output.console import (
    end_if_wrong,
    ending_on_failure,
    fail,
    report,
    report_texts,
    say,
    terminal_width,
)
from deckgen.commands.output.written_files import end_if_there, named_brand_file, write_file
from deckgen.commands.subcommands.brand_doctor import doctor
from deckgen.commands.subcommands.brand_gallery import gallery
from deckgen.files.overwriting import OverwritePolicy
from deckgen.project.output_paths import Output, check_ending
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from deckgen.brand.new_brand import AdjustedColor, NewBrand
    from deckgen.pipeline.find_template import NamedTemplate


@click.group(cls=CommandGroup)
def brand() -> None:
    """Look at a template, have it examined, choose a style, or begin a brand of your own.

    \b
    Example:
      deckgen brand show corporate.potx
      deckgen brand doctor corporate.potx
      deckgen brand gallery
      deckgen brand new
    """


brand.add_command(doctor)
brand.add_command(gallery)


@brand.command()
@click.argument("template")
@click.option("--map", "as_map", is_flag=True, help="Print the layouts as a brand.yaml to edit.")
@click.option("-o", "--output", metavar="FILE", help="Write that to a new FILE instead.")
@click.option("--sample", metavar="FILE", help="Build a deck with every kind of slide on it.")
@style_option
@overwrite_option
def show(
    template: str,
    output: str | None,
    sample: str | None,
    style: str | None,
    *,
    as_map: bool,
    overwrite: bool,
) -> None:
    """Say what is in TEMPLATE, and what deckgen makes of it.

    TEMPLATE is a .potx or .pptx of your organisation, or a brand.yaml that names one. You learn
    which layout serves which slides and why, whether all text can be read, which fonts the venue
    needs, and how much text each placeholder takes.

    \b
    Example:
      deckgen brand show corporate.potx
      deckgen brand show corporate.potx --sample sample.pptx
      deckgen brand show corporate.potx --map -o brand.yaml
    """
    if output is not None and not as_map:
        fail(ExitCode.USAGE, "-o says where --map is written, and there is no --map.", None)
    with ending_on_failure(ExitCode.OUTLINE):
        if sample is not None:
            _build_sample(template, style, Output(sample, overwrite), err=as_map)
        if as_map:
            _print_map(template, Output(output, overwrite))
        if sample is None and not as_map:
            _print_facts(template)


def _print_facts(name: str) -> None:
    from deckgen.template.inspect.template_facts import template_facts
    from deckgen.template.inspect.template_report import template_report

    diagnostics = Diagnostics()
    named = _named(name, diagnostics)
    if named is not None:
        say(template_report(template_facts(named.template, named.matches), terminal_width()))
        if named.matches:
            say(_next_steps(name, named.file))
    end_if_wrong(diagnostics, name)


def _next_steps(name: str, template: str) -> str:
    choose = f"deckgen brand show {shell_word(name)} --map -o brand.yaml"
    if template != Path(name).as_posix():
        choose = f"change their names in {name}"
    return (
        f"To see it on slides:      deckgen brand show {shell_word(name)} --sample sample.pptx\n"
        f"To choose other layouts:  {choose}"
    )


def _print_map(name: str, output: Output) -> None:
    from deckgen.commands.options.brand_prompts import seen_from
    from deckgen.template.inspect.layout_map import layout_map_yaml

    diagnostics, target = Diagnostics(), output.path or "brand.yaml"
    if output.path is not None and not output.overwrite:
        end_if_there(output.path)
    named = _named(name, diagnostics)
    if named is not None and named.matches and not diagnostics.has_errors:
        file = seen_from(target, named.file)
        text = layout_map_yaml(named.template, named.matches, file or Path(named.file).name)
        if output.path is None:
            say(text, end="")
        else:
            write_file(target, text.encode(), OverwritePolicy([name, named.file], output.overwrite))
            say(f"{target} names the layouts. In your outline, write:  brand: {target}")
        if file is None:
            diagnostics.note(
                "template-elsewhere",
                f"{named.file} does not lie beside {target}, where it is looked for.",
                None,
                "Copy it there.",
            )
    end_if_wrong(diagnostics, name)


def _build_sample(name: str, style: str | None, output: Output, *, err: bool) -> None:
    from deckgen.files.tracked_files import TrackedFiles
    from deckgen.pipeline.compile import deck_bytes
    from deckgen.project.sample_talk import compile_sample

    sample = output.path or ""
    check_ending(sample, ".pptx", "--sample", "sample")
    diagnostics, file = Diagnostics(), named_brand_file(name)
    files = TrackedFiles(file.files)
    files.read(file.name)
    compiled = compile_sample(file._replace(files=files), diagnostics, style)
    end_if_wrong(diagnostics, name)
    if compiled is None:
        return
    replacing = OverwritePolicy(files.names(), output.overwrite, "--sample")
    write_file(sample, deck_bytes(compiled, None), replacing)
    count = len(compiled.deck.slides)
    say(f"{sample}: {count} slides, brand “{compiled.brand.name}”", err=err)


def _named(name: str, diagnostics: Diagnostics) -> NamedTemplate | None:
    from deckgen.pipeline.find_template import read_named_template

    return read_named_template(named_brand_file(name), diagnostics)


@brand.command()
def styles() -> None:
    """List the styles: how slides are composed, in the colours of any brand.

    \b
    Example:
      deckgen brand styles
      deckgen build --style panel
    """
    from deckgen.brand.styles import style_named, style_names

    width = max(map(len, style_names()))
    for name in style_names():
        say(f"{name:<{width}}  {style_named(name).summary}")


@brand.command()
@click.argument("file", default="brand.yaml")
@click.option("--name", help="The name of the brand.")
@click.option("--paper", metavar="COLOR", help="The background, and text on the strong colour.")
@click.option("--ink", metavar="COLOR", help="Text.")
@click.option("--deep", metavar="COLOR", help="The strong colour: cover, headlines.")
@click.option("--sand", metavar="COLOR", help="A quiet tint: panels.")
@click.option("--accent", metavar="COLOR", help="The one accent: numbers, marks.")
@click.option("--highlight", metavar="COLOR", help="The accent on the strong colour.")
@click.option("--heading", metavar="FONT", help="The font of headlines.")
@click.option("--body", metavar="FONT", help="The font of everything else.")
@style_option
@click.option("--logo", metavar="PICTURE", help="An SVG, PNG or JPEG beside the brand.yaml.")
@click.option("--from", "template", metavar="TEMPLATE", help="Take colours and fonts from it.")
@click.option(
    "--overwrite",
    "--force",
    is_flag=True,
    help="Replace a FILE that is there already; it is kept beside.",
)
def new(file: str, template: str | None, *, overwrite: bool, **given: str | None) -> None:
    """Begin a brand: write FILE (brand.yaml if left out), which builds at once.

    On a terminal it asks for all that you do not give as an option; elsewhere it chooses. Colours
    are six hexadecimal digits; colours that cannot be read on each other are refused.

    \b
    Example:
      deckgen brand new
      deckgen brand new --name "Stadt Altenburg" --deep 0E4A50 --accent A83F1B
      deckgen brand new --from corporate.potx
    """
    from deckgen.brand.new_brand import NewBrand, new_brand_yaml
    from deckgen.commands.options.brand_prompts import ask, checked, without_lost_highlight

    if not file.lower().endswith(".yml"):
        check_ending(file, ".yaml", "deckgen brand new", "brand")
    if not overwrite:
        end_if_there(file, "Name another file; or add --overwrite, which keeps this one beside.")
    settings = {key: checked(key, text, file) for key, text in given.items() if text is not None}
    draft, adjusted = (NewBrand(), ()) if template is None else _from_template(template)
    if sys.stdin.isatty():
        settings = ask(draft, settings, file)
    made = without_lost_highlight(draft, settings)._replace(**settings)
    text = new_brand_yaml(
        made, [color for color in adjusted if color.now == getattr(made, color.key)]
    )
    _end_if_unfit(file, text)
    inputs = [name for name in (template, settings.get("logo")) if name]
    write_file(file, text.encode(), OverwritePolicy(inputs, overwrite))
    say(
        f"{file} is your brand. In your outline, write:  brand: {Path(file).name}\n"
        f"To see it:  deckgen brand show {shell_word(file)} --sample sample.pptx"
    )


def _from_template(name: str) -> tuple[NewBrand, tuple[AdjustedColor, ...]]:
    """Return a brand with the colours and fonts of a template, and the adjusted colours.

    Report each adjusted colour; end if the template cannot be read.
    """
    from deckgen.brand.new_brand import brand_from_theme

    diagnostics = Diagnostics()
    with ending_on_failure(ExitCode.OUTLINE):
        named = _named(name, diagnostics)
    if named is None:
        end_if_wrong(diagnostics, name)
        sys.exit(ExitCode.OUTLINE)
    theme = named.theme
    draft, adjusted = brand_from_theme(theme.colors, theme.heading, theme.body)
    changes = Diagnostics()
    for color in adjusted:
        changes.note("adjusted-color", color.message, None)
    report(changes)
    return draft._replace(name=Path(name).stem), adjusted


def _end_if_unfit(file: str, text: str) -> None:
    """Read a brand.yaml as `deckgen build` does; end if it has an error."""
    from deckgen.files.memory_overlay import MemoryOverlay
    from deckgen.files.workspace import Workspace
    from deckgen.pipeline.find_brand import BrandFile, read_brand

    path, diagnostics = Path(file), Diagnostics()
    files = MemoryOverlay({path.as_posix(): text.encode()}, Workspace(Path(), within=path.parent))
    read_brand(BrandFile(path.as_posix(), files), None, None, diagnostics)
    report_texts(diagnostics, {path.as_posix(): text})
    if diagnostics.has_errors:
        sys.exit(ExitCode.USAGE)
