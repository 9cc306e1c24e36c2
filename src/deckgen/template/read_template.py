"""A template, from its bytes to its masters and layouts."""

from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.package.open_template import open_template
from deckgen.template.resolve.read_masters import read_masters
from deckgen.template.template import Template


def read_template(
    file: str, data: bytes, span: Span | None, diagnostics: Diagnostics
) -> Template | None:
    """Return the template in the bytes of a .pptx, .potx or the like; None, with errors, if none.

    `file` is its name for messages, `span` the place that names it. Repairs are notes.
    """
    opened = open_template(file, data, span, diagnostics)
    return None if opened is None else Template(opened, read_masters(opened))
