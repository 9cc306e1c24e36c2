"""The template that a command reports on: a file, or one that a brand.yaml names."""

from typing import NamedTuple

from deckgen.audit.validity.kept_faults import warn_of_faults_kept
from deckgen.brand.tokens import TemplateTokens
from deckgen.files.workspace import read_or_report
from deckgen.outline.schema.outline_reader import report_outline_file
from deckgen.outline.schema.record_reader import read_record
from deckgen.outline.syntax.nodes import Mapping
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.pipeline.find_brand import EMPTY_BRAND_HINT, BrandFile, is_template, named_layouts
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import path_beside
from deckgen.template.match.choosing.layout_match import LayoutMatch
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.read_template import read_template
from deckgen.template.template import OFFICE_THEME, Template, Theme


class NamedTemplate(NamedTuple):
    """A template, and the layouts chosen in it."""

    file: str
    template: Template
    matches: tuple[LayoutMatch, ...] | None
    """None if no layout can hold text; then there is an error."""

    @property
    def theme(self) -> Theme:
        """The theme of the master of the layout for bullets, else of the first master."""
        owners = self.template.owners
        layouts = [match.layout.layout for match in self.matches or () if match.role == "bullets"]
        masters = (*(owners[layout.part_name] for layout in layouts), *self.template.masters)
        return masters[0].theme if masters else OFFICE_THEME


def read_named_template(file: BrandFile, diagnostics: Diagnostics) -> NamedTemplate | None:
    """Return the template of a file and what is chosen in it; None, with errors, if there is none.

    Raises WorkspaceError if the file itself cannot be read.
    """
    data = file.files.read(file.name)
    if is_template(file.name, data):
        return _with_matches(file.name, data, None, None, diagnostics)
    nodes = parse(file.name, data, diagnostics, empty_hint=EMPTY_BRAND_HINT)
    if nodes is None or report_outline_file(nodes, None, diagnostics):
        return None
    if not isinstance(nodes, Mapping) or nodes.get("template") is None:
        diagnostics.error(
            "no-template",
            f"{file.name} names no template: deckgen makes one of its colours and fonts.",
            nodes.span,
            "Name a .potx or .pptx of your organisation. To see this brand on slides of every "
            "kind, add --sample sample.pptx.",
        )
        return None
    tokens = read_record(nodes, TemplateTokens, diagnostics)
    if tokens is None:
        return None
    name, span = path_beside(file.name, tokens.template), tokens.spans["template"]
    named = read_or_report(file.files, name, span, diagnostics)
    return None if named is None else _with_matches(name, named, span, tokens, diagnostics)


def _with_matches(
    file: str,
    data: bytes,
    span: Span | None,
    settings: TemplateTokens | None,
    diagnostics: Diagnostics,
) -> NamedTemplate | None:
    template = read_template(file, data, span, diagnostics)
    if template is None:
        return None
    warn_of_faults_kept(template.opened.package, span, diagnostics)
    return NamedTemplate(
        file, template, match_layouts(template, named_layouts(settings), diagnostics)
    )
