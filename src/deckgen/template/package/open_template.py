"""Opening a template: any .pptx, .potx, .ppsx and their relatives, from any program.

Only parts that a deck keeps are read. What PowerPoint would repair is repaired; other bytes stay.
"""

import re
from dataclasses import replace

from deckgen.opc.package_reader import kind_by_first_bytes, package_kind, report_too_much
from deckgen.opc.parsed_package import ParsedPackage, part_to_write
from deckgen.opc.reachable_parts import (
    MAIN_PART,
    Follow,
    ReachableParts,
    UnreadablePart,
    read_reachable,
)
from deckgen.opc.xml_parser import q
from deckgen.opc.zip_reader import SAVE_AGAIN, ZipEntries, open_entries
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.package.content_repairs import with_valid_content
from deckgen.template.package.kept_parts import (
    MACROS,
    RESERVED,
    SIGNATURES,
    is_kept,
    without_unreachable,
)
from deckgen.template.package.layout_lists import (
    NOTES_MASTER,
    layout_part_names,
    list_entries,
    master_part_names,
    with_valid_ids,
    with_valid_lists,
)
from deckgen.template.package.missing_parts import (
    with_missing_layouts,
    with_missing_themes,
    with_places_for_text,
)
from deckgen.template.package.presentation_part import (
    cut_presentation,
    presentation_part,
    without_samples,
    without_seal,
)
from deckgen.template.package.relationships import (
    note_external_links,
    with_master_relationships,
    with_valid_content_types,
    with_valid_relationships,
    without_dangling_relationships,
    without_harmful_links,
)
from deckgen.template.package.sample_slides import sample_slides, with_sample_design
from deckgen.template.package.stretched_layouts import with_stretched_layouts
from deckgen.template.template import OpenedTemplate

MAX_KEPT = 25_000
"""Parts. A zip holds 65,535 entries, of which a part with relationships takes two."""

_NEEDED = frozenset({"officeDocument", "slideMaster", "theme", "relationships"})
_STRICT = "http://purl.oclc.org/ooxml/"


def open_template(
    file: str, data: bytes, span: Span | None, diagnostics: Diagnostics
) -> OpenedTemplate | None:
    """Open a template; None, with an error, if no deck can be made from it.

    `file` is its name for messages; `span` is where the author names it. Notes say what was left
    out or repaired. Nothing outside of `data` is read.
    """
    findings = Diagnostics()
    opened = _opened(file, data, findings)
    diagnostics.extend(finding._replace(span=span) for finding in findings)
    return None if findings.has_errors else opened


def _opened(file: str, data: bytes, diagnostics: Diagnostics) -> OpenedTemplate | None:
    package = read_presentation(file, data, is_kept, diagnostics, RESERVED)
    if package is None:
        return None
    package = _mended(_without_macros(package, diagnostics), diagnostics)
    entries = open_entries(data, diagnostics, file)
    samples = () if entries is None else sample_slides(entries, file)
    if entries is not None:
        package = with_sample_design(package, samples, entries, diagnostics)
    if not master_part_names(package):
        diagnostics.error(
            "no-master",
            f"{file} has no slide master, so there is no layout to put a slide on",
            None,
            "Take another template; every presentation that PowerPoint saves has a slide master.",
        )
        return None
    template = _template(file, package, diagnostics)
    return template and template._replace(
        sampled_layouts=tuple(each.target_of("slideLayout") or "" for each in samples)
    )


def read_presentation(
    file: str,
    data: bytes,
    is_followed: Follow,
    diagnostics: Diagnostics,
    reserved: re.Pattern[str] | None = None,
) -> ParsedPackage | None:
    """Read a presentation in bounds; None, with an error, if the bytes are none.

    `is_followed` and `reserved` are those of `read_reachable`.
    """
    if not data:
        diagnostics.error("empty-file", f"{file} is empty", None, "Copy or download it again.")
        return None
    kind, way_out = kind_by_first_bytes(data, file)
    if kind:
        _report_other_kind(kind, way_out, file, diagnostics)
        return None
    entries = open_entries(data, diagnostics, file)
    if entries is None or _is_encrypted(entries, file, diagnostics):
        return None
    reached = read_reachable(entries, file, is_followed, reserved)
    return reached.package if _is_presentation(reached, entries, file, diagnostics) else None


def _template(file: str, package: ParsedPackage, diagnostics: Diagnostics) -> OpenedTemplate | None:
    """Return the template of a repaired package; None, with an error, if it is too large."""
    package = without_unreachable(package)
    if len(package.parts) > MAX_KEPT:
        diagnostics.error(
            "too-large",
            f"{file} has {len(package.parts)} parts besides its sample slides; it is not read",
            None,
            f"deckgen keeps up to {MAX_KEPT}; delete layouts and masters that nobody needs.",
        )
        return None
    note_external_links(package, diagnostics)
    frame, width, height = cut_presentation(package)
    masters = master_part_names(package)
    notes_master = next(list_entries(package, presentation_part(package), NOTES_MASTER), None)
    return OpenedTemplate(
        file=file,
        width=width,
        height=height,
        presentation=frame,
        parts=tuple(
            part_to_write(part) for part in package.parts.values() if part.name != MAIN_PART
        ),
        master_part_names=masters,
        layout_part_names={name: layout_part_names(package, name) for name in masters},
        notes_master_part_name=notes_master[1].name if notes_master else None,
        package=package,
    )


def _mended(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without faults that PowerPoint would repair, with a note for each."""
    if package.repeated:
        diagnostics.note(
            "repeated-entries",
            f"{package.file} holds {package.repeated[0]} more than once; the last one counts",
            None,
        )
    package = with_valid_relationships(package, diagnostics)
    package = without_seal(without_samples(package, diagnostics))
    package = with_sound_masters(package, diagnostics)
    package = with_places_for_text(with_missing_layouts(package, diagnostics), diagnostics)
    package = without_harmful_links(package, diagnostics)
    package = without_dangling_relationships(package, diagnostics)
    package = with_valid_content(package, package.parts.values(), diagnostics)
    package = with_stretched_layouts(package, diagnostics)
    return with_valid_ids(package, diagnostics)


def with_sound_masters(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return a package whose parts have types, and whose masters are listed and whole."""
    package = with_valid_content_types(package, diagnostics)
    package = with_valid_lists(package, diagnostics)
    # Parts that no list names are removed before other repairs report them.
    package = without_unreachable(package)
    package = with_master_relationships(package, diagnostics)
    return with_missing_themes(package, diagnostics)


def _is_encrypted(entries: ZipEntries, file: str, diagnostics: Diagnostics) -> bool:
    """Return whether a zip has a password; add the error if so."""
    if not any(info.flag_bits & 1 for info in entries.infos.values()):
        return False
    diagnostics.error(
        "encrypted",
        f"{file} is a zip file with a password",
        None,
        "Unpack it with the password, and name the presentation that is in it.",
    )
    return True


def _is_presentation(
    reached: ReachableParts, entries: ZipEntries, file: str, diagnostics: Diagnostics
) -> bool:
    """Return whether a package is a presentation with readable parts; add the error if not."""
    if reached.unread and reached.unread[-1].code == "too-large":
        report_too_much(reached.unread[-1].reason, diagnostics, file)
        return False
    for unread in reached.unread:
        _report_unread(unread, file, diagnostics)
    if diagnostics.has_errors:
        return False
    main = reached.package.parts.get(MAIN_PART)
    root = main.root if main is not None else None
    if root is not None and root.tag == q("p:presentation"):
        return True
    if root is not None and str(root.tag).startswith(f"{{{_STRICT}presentationml"):
        diagnostics.error(
            "strict-presentation",
            f"{file} is a “Strict Open XML Presentation”, which deckgen does not read",
            None,
            "In PowerPoint, save it as “PowerPoint Presentation (*.pptx)”, without “Strict”.",
        )
        return False
    kind, way_out = package_kind(entries, reached.package.overrides)
    _report_other_kind(kind, way_out, file, diagnostics)
    return False


def _report_other_kind(kind: str, way_out: str, file: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "not-a-template",
        f"{file} is {kind}, not a PowerPoint file"
        if kind
        else f"{file} is a zip file, but there is no presentation in it",
        None,
        way_out,
    )


def _report_unread(unread: UnreadablePart, file: str, diagnostics: Diagnostics) -> None:
    message = f"{file}: {unread.name} {unread.reason}"
    if unread.code == "part-damaged" or unread.relationship_type in _NEEDED:
        diagnostics.error(unread.code, message, None, SAVE_AGAIN)
    else:
        diagnostics.note("part-dropped", f"{message}; it is left out", None)


def _without_macros(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without the ribbon of its macros; note macros and signatures."""
    types = {each.type for each in presentation_part(package).relationships}
    if SIGNATURES & {each.type for each in package.relationships}:
        diagnostics.note(
            "signature-dropped",
            f"{package.file} is signed; the deck, being another file, is not",
            None,
        )
    if not types & MACROS:
        return package
    diagnostics.note(
        "macros-dropped", f"{package.file} has macros; they are not taken into the deck", None
    )
    kept = tuple(each for each in package.relationships if each.type != "extensibility")
    return replace(package, relationships=kept)
