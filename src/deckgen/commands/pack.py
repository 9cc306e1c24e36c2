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
    size_text,
)
from deckgen.commands.output.console import epoch
from deckgen.commands.output.drawn_slides import differences_text

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
    if zipped:
        export_each(arguments, "-pack.zip", _write_zip)
    export_each(arguments, "-pack", _write_folder)


def _write_folder(deck: DeckToExport, show: ShowProgress) -> str:
    from deckgen.pack.pack_folder import check_pack_folder, write_pack

    check_pack_folder(deck.target, deck.replacing)
    pack = _pack(deck, show)
    show("Writing the folder", 0, 0)
    kept = write_pack(deck.target, pack.files, deck.replacing)
    return _summary(deck.target, pack) + kept_files_line(kept)


def _write_zip(deck: DeckToExport, show: ShowProgress) -> str:
    from deckgen.files.workspace import with_slashes
    from deckgen.opc.zip_writer import zip_files

    pack = _pack(deck, show)
    folder = with_slashes(deck.target).rpartition("/")[2].removesuffix(".zip")
    kept = deck.save(zip_files((f"{folder}/{name}", data) for name, data in pack.files.items()))
    return _summary(deck.target, pack) + kept


def _pack(deck: DeckToExport, show: ShowProgress) -> Pack:
    from deckgen.pack.build_pack import build_pack

    compiled = deck.of_outline("a pack is made of the outline")
    return build_pack(deck.data, compiled, deck.label, epoch(), show)


def _summary(target: str, pack: Pack) -> str:
    size = size_text(sum(map(len, pack.files.values())))
    made = (("PDF", pack.pdf_by), ("pictures", pack.images_by))
    makers = ", ".join(f"{what} by {maker}" for what, maker in made if maker)
    head = f"{target}: {len(pack.files)} files, {size}{'; ' if makers else ''}{makers}"
    missing = "".join(f"\n  Not in it: {name}. {why}" for name, why in pack.missing.items())
    return head + differences_text(pack.differing, pack.images_by) + missing
