"""The notes master of a deck whose template has none."""

from deckgen.brand.generate.notes_master import notes_master_xml
from deckgen.opc.part import Part, Relationship
from deckgen.support.xml_text import RELATIONSHIPS
from deckgen.template.template import OpenedTemplate

NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"


def notes_parts(opened: OpenedTemplate) -> tuple[Part, ...]:
    """Return a notes master for a template that has none, with a copy of the first theme."""
    names = {part.name for part in opened.parts}
    number = next(at for at in range(1, len(names) + 2) if f"/ppt/theme/theme{at}.xml" not in names)
    return (
        Part(
            NOTES_MASTER,
            "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
            notes_master_xml(opened.width, opened.height).encode(),
            (Relationship("rId1", f"{RELATIONSHIPS}/theme", f"../theme/theme{number}.xml"),),
        ),
        _first_theme(opened)._replace(name=f"/ppt/theme/theme{number}.xml"),
    )


def _first_theme(opened: OpenedTemplate) -> Part:
    """Return the theme of the first master. Opening gave every master a theme."""
    master = opened.package.parts[opened.master_part_names[0]]
    name = master.target_of("theme")
    return next(part for part in opened.parts if part.name == name)
