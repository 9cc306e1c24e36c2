"""`deckgen pack`: the folder for the USB stick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from deckgen.commands.options.export_options import (
    DeckToExport,
    ExportArguments,
    ShowProgress,
    export_each,
    export_options,
    kept_files_line,
)
from deckgen.commands.output.console import epoch, fail
from deckgen.commands.output.render_differences import differences_text
from deckgen.support.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.pack.build_pack import Pack


@click.command()
@export_options
@click.option("--zip", "zipped", is_flag=True, help="As one zip file, for mail.")
def pack(*, zipped: bool, **arguments: Unpack[ExportArguments]) -> None:
    """Pack what the venue may need of OUTLINE (slides.yaml if left out) into one folder.

    The deck, a PDF, a handout, a page for the browser as plan B, a list of the fonts with what the
    venue has to install, a README and checksums. It goes to build/<title>-pack, that of a town to
    build/<town>-pack, or to the folder that -o names. An older pack is replaced; any other folder
    is left alone, and so is one in which something was changed by hand, unless --overwrite is said.

    What cannot be made here, such as the PDF without LibreOffice, is left out, and the README says
    so. If the outline has errors, nothing is written.

    \b
    Example:
      deckgen pack
      deckgen pack -o /media/stick/talk
      deckgen pack --all
      deckgen pack --town gera --zip
    """

    def write(wanted: DeckToExport, tell: ShowProgress) -> str:
        if zipped:
            return _write_zip(wanted, tell)
        return _write_folder(wanted, tell)

    export_each(arguments, "-pack.zip" if zipped else "-pack", write)


def _write_folder(wanted: DeckToExport, tell: ShowProgress) -> str:
    from deckgen.pack.pack_folder import check_pack_folder, write_pack

    check_pack_folder(wanted.target, wanted.replacing)
    pack = _pack(wanted, tell)
    tell("Writing the folder", 0, 0)
    kept = write_pack(wanted.target, pack.files, wanted.replacing)
    return _summary(wanted.target, pack) + kept_files_line(kept)


def _write_zip(wanted: DeckToExport, tell: ShowProgress) -> str:
    from deckgen.files.workspace import with_slashes
    from deckgen.opc.zip_writer import zip_files

    pack = _pack(wanted, tell)
    inside = with_slashes(wanted.target).rpartition("/")[2].removesuffix(".zip")
    kept = wanted.save(zip_files((f"{inside}/{name}", data) for name, data in pack.files.items()))
    return _summary(wanted.target, pack) + kept


def _pack(wanted: DeckToExport, tell: ShowProgress) -> Pack:
    from deckgen.pack.build_pack import build_pack

    if wanted.compiled is None:
        fail(
            ExitCode.USAGE,
            f"{wanted.source} is a deck as it is; a pack is made of the outline.",
            "Give the outline, such as slides.yaml; or make a PDF: deckgen export pdf.",
        )
    return build_pack(wanted.data, wanted.compiled, wanted.label, epoch(), tell)


def _summary(target: str, pack: Pack) -> str:
    size = sum(map(len, pack.files.values()))
    parts = [
        f"{size / 1_000_000:.1f} MB" if size > 500_000 else f"{size // 1000} kB",
        f"PDF by {pack.pdf_by}" if pack.pdf_by else "",
        f"pictures by {pack.images_by}" if pack.images_by else "",
    ]
    parts[1:] = [", ".join(filter(None, parts[1:]))]
    differs = differences_text(pack.differing, pack.images_by)
    lines = [f"{target}: {len(pack.files)} files, {'; '.join(filter(None, parts))}{differs}"]
    return "\n".join(lines + [f"  Not in it: {name}. {why}" for name, why in pack.missing.items()])
