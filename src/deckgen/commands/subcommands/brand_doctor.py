"""`deckgen brand doctor`: what the designer of a template should change, and a mended copy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from deckgen.commands.options.shared_options import format_option, renderer_option
from deckgen.commands.output.console import (
    end_if_wrong,
    ending_on_failure,
    fail,
    say,
    terminal_width,
)
from deckgen.commands.output.written_files import end_if_there, named_brand_file, write_file
from deckgen.files.overwriting import OverwritePolicy
from deckgen.project.output_paths import check_ending
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word
from deckgen.support.terminal_text import wrapped_lines

if TYPE_CHECKING:
    from deckgen.project.doctor_report import DoctorReport
    from deckgen.render.choose_renderer import RendererName
    from deckgen.template.doctor.mend import MendedTemplate, MendRequest


class _MendOptions(TypedDict):
    output: str | None
    lang: str | None
    drop_unused: bool


@click.command()
@click.argument("template")
@click.option("--outline", metavar="FILE", help="Try this talk on it, not a sample of every kind.")
@format_option(("text", "json"), "How to report: for people, or for programs.")
@click.option("--report", "page", metavar="FILE", help="Write the report with pictures as HTML.")
@renderer_option("the pictures")
@click.option("--mend", is_flag=True, help="Write a copy with all changes that are safe.")
@click.option("-o", "--output", metavar="FILE", help="The mended copy, a new .potx or .pptx.")
@click.option("--lang", metavar="TAG", help="With --mend: the language of all sample texts.")
@click.option("--drop-unused", is_flag=True, help="With --mend: remove masters that no slide uses.")
def doctor(
    template: str,
    outline: str | None,
    report_format: str,
    page: str | None,
    renderer: RendererName,
    *,
    mend: bool,
    **options: Unpack[_MendOptions],
) -> None:
    """Say what the designer of TEMPLATE should change in PowerPoint.

    deckgen tries a whole talk on it and names what is missing, unreadable, too small, in the way,
    duplicated, badly named or unused, each with the path in PowerPoint's menus. --mend writes a
    copy with all changes that are safe; TEMPLATE stays as it is.

    \b
    Example:
      deckgen brand doctor corporate.potx
      deckgen brand doctor corporate.potx --report doctor.html
      deckgen brand doctor corporate.potx --mend -o better.potx
    """
    from deckgen.files.memory_overlay import files_of
    from deckgen.project.doctor_report import doctor_json, doctor_text, examine

    output = options["output"]
    if page is not None:
        check_ending(page, ".html", "--report", "doctor")
    request = _request(template, options) if mend or any(options.values()) else None
    if not mend and request is not None:
        fail(ExitCode.USAGE, "Without --mend, nothing is written.", _hint(template))
    diagnostics = Diagnostics()
    with ending_on_failure(ExitCode.OUTLINE):
        talk = None if outline is None else files_of(outline)
        examined = examine(named_brand_file(template), talk, diagnostics)
        end_if_wrong(diagnostics, template, outline)
        if examined is None:
            sys.exit(ExitCode.OUTLINE)
        copy = None if request is None else _mended(template, examined, request)
    inputs = [name for name in (template, outline, examined.template.file) if name]
    if copy is not None and output is not None:
        write_file(output, copy.data, OverwritePolicy(inputs))
    if page is not None:
        _write_page(page, examined, renderer, OverwritePolicy(inputs, option="--report"))
    if report_format == "json":
        say(doctor_json(examined, output, copy.mends if copy else ()), end="")
        return
    say(doctor_text(examined, terminal_width()), end="")
    if copy is not None:
        _tell_mends(f"{output}", copy)
    if page is not None:
        say(f"\n{page} shows the slides.")


def _tell_mends(output: str, copy: MendedTemplate) -> None:
    if not copy.mends:
        say(f"\n{output} is a copy; there was nothing to do that is safe.")
        return
    say(f"\n{output} is a copy in which this is done:")
    for mend in copy.mends:
        say("  - " + "\n    ".join(wrapped_lines(mend.message, terminal_width() - 4)))


def _request(template: str, options: _MendOptions) -> MendRequest:
    """Return the request of --mend; end if the copy's name or the language is not valid."""
    from deckgen.ooxml_rules.attributes import LANGUAGE
    from deckgen.template.doctor.mend import COPY_ENDINGS, MendRequest

    output, lang = options["output"], options["lang"] or ""
    if output is None:
        fail(ExitCode.USAGE, "The mended copy needs a name.", _hint(template))
    ending = output.rpartition(".")[2].lower()
    if ending not in COPY_ENDINGS:
        fail(ExitCode.USAGE, f"{output} is no name for a template.", _hint(template))
    if lang and not LANGUAGE.fullmatch(lang):
        fail(ExitCode.USAGE, f"“{lang}” is no language.", "Write it as de-DE or en-GB.")
    end_if_there(output)
    return MendRequest(ending, lang, options["drop_unused"])


def _hint(template: str) -> str:
    return f"deckgen brand doctor {shell_word(template)} --mend -o better.potx"


def _mended(name: str, examined: DoctorReport, request: MendRequest) -> MendedTemplate | None:
    """Return the mended copy; end if the template cannot be copied."""
    from deckgen.template.doctor.mend import mend_template

    named, diagnostics = examined.template, Diagnostics()
    data = named_brand_file(name).files.read(named.file)
    done = mend_template(data, named.template, named.matches or (), request, diagnostics)
    end_if_wrong(diagnostics, name)
    return done


def _write_page(
    page: str, examined: DoctorReport, renderer: RendererName, replacing: OverwritePolicy
) -> None:
    from deckgen.commands.output.drawn_slides import drawn_slides
    from deckgen.export.pages.doctor_page import doctor_page
    from deckgen.export.pages.html_head import PICTURE_WIDTH
    from deckgen.seal.seal import seal_file

    numbers = tuple(slide.number for slide in examined.slides)
    drawn = drawn_slides(examined.deck, numbers, PICTURE_WIDTH, renderer, examined.font_files, page)
    remark = f"The pictures are made by {drawn.by}; PowerPoint may differ a little."
    if not drawn.images:
        remark = f"There are no pictures: {drawn.problem}" if drawn.problem else ""
    write_file(page, seal_file(doctor_page(examined, drawn.images, remark)), replacing)
