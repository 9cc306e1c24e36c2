"""The brand of a talk: the plain one, that of the tokens in a brand.yaml, or a template."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.brand import Brand
from deckgen.brand.generate.generate_brand import generate_brand, largest_size, minimum_size
from deckgen.brand.generate.logo import Logo, read_logo
from deckgen.brand.styles import is_style, unknown_style
from deckgen.brand.tokens import PLAIN_TOKENS, BrandTokens, FontTokens, TemplateTokens
from deckgen.deck.slide import LayoutChoice
from deckgen.files.workspace import Files, read_or_report
from deckgen.fonts.face import Face, FaceKey
from deckgen.outline.schema.record_reader import read_record
from deckgen.outline.schema.talk import Talk
from deckgen.outline.syntax.nodes import Mapping, Node
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import POWERPOINT_ENDINGS, path_beside
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.template.template_brand import MatchedTemplate

EMPTY_BRAND_HINT = (
    "Begin with a line such as `name: My town`; `deckgen brand new` writes a whole brand."
)
"""What to do with a brand.yaml that is empty."""
_ZIP, _COMPOUND_FILE = b"PK", b"\xd0\xcf\x11\xe0"
"""The first bytes of a template: of a zip, or of a compound file (protected, or before 2007)."""
_SUFFIXES = (*POWERPOINT_ENDINGS, ".ppt", ".pot", ".pps", ".thmx")


class BrandFile(NamedTuple):
    """The name of a brand's file, and the folder that its files are read from."""

    name: str
    files: Files


class TalkBrand(NamedTuple):
    """A brand, its footer and its template."""

    brand: Brand
    footer: tuple[str, Span] | None = None
    """The line at the foot of the slides, its variables not inserted yet, and where it stands."""
    template: "MatchedTemplate | None" = None
    """None for the plain brand and for tokens."""
    is_substitute: bool = False
    """Whether it is the plain brand in the place of one that cannot be read."""


def find_brand(
    name: str,
    talk: Talk,
    files: Files,
    brand_file: BrandFile | None,
    style: str | None,
    diagnostics: Diagnostics,
) -> TalkBrand:
    """Return the brand of the talk in the file `name`, the plain one where it cannot be read.

    Then `diagnostics` has an error. Brand and style of the command line override the talk's.
    """
    file = brand_file
    if file is None and talk.brand:
        file = BrandFile(path_beside(name, talk.brand.text), files)
    if file is None:
        _warn_of_sizes(talk, diagnostics)
        return _plain(talk, style, diagnostics)
    span = talk.brand.span if talk.brand and not brand_file else None
    talk_brand = read_brand(file, span, talk, diagnostics, style)
    if style and talk_brand and talk_brand.template:
        _refuse_style(talk_brand.template.settings.name, span, diagnostics)
    return talk_brand or _plain(talk, style, diagnostics)._replace(is_substitute=True)


def read_brand(
    file: BrandFile,
    span: Span | None,
    talk: Talk | None,
    diagnostics: Diagnostics,
    style: str | None = None,
) -> TalkBrand | None:
    """Return the brand of a file, a brand.yaml or a template; None if it cannot be read.

    `style` replaces that of a brand.yaml; templates have none.
    """
    data = read_or_report(file.files, file.name, span, diagnostics)
    if data is None:
        return None
    if is_template(file.name, data):
        _warn_of_shape(talk, file.name, diagnostics)
        return _on_template(file, data, span, None, talk, diagnostics)
    nodes = parse(file.name, data, diagnostics, empty_hint=EMPTY_BRAND_HINT)
    if nodes is None or _is_outline(nodes, span, diagnostics):
        return None
    if isinstance(nodes, Mapping) and nodes.get("template") is not None:
        settings = read_record(nodes, TemplateTokens, diagnostics)
        _warn_of_shape(talk, file.name, diagnostics)
        return None if settings is None else _template(file, settings, talk, diagnostics)
    tokens = read_record(nodes, BrandTokens, diagnostics)
    if tokens is None:
        return None
    _warn_of_sizes(talk, diagnostics)
    tokens = _with_style(tokens, style, diagnostics)
    logo = _read_logo(tokens, file, diagnostics)
    brand = generate_brand(
        tokens, talk.size if talk else "16:9", logo, diagnostics, talk.lang if talk else "en"
    )
    if tokens.fonts:
        _refuse_files_as_names(tokens.fonts, diagnostics)
        span = tokens.fonts.spans.get("files")
        faces, files = _faces(tokens.fonts.files, span, file, diagnostics)
        brand = brand._replace(fonts=brand.fonts._replace(faces=faces), font_files=files)
    brand = _embedding(brand, tokens, diagnostics)._replace(keeps_map=tokens.map)
    return TalkBrand(brand, (tokens.footer, tokens.spans["footer"]) if tokens.footer else None)


def _is_outline(nodes: Node, span: Span | None, diagnostics: Diagnostics) -> bool:
    """Return whether an outline stands in the place of a brand.yaml; report it."""
    if not isinstance(nodes, Mapping) or nodes.get("slides") is None:
        return False
    from deckgen.outline.schema.outline_reader import report_outline_file

    return report_outline_file(nodes, span, diagnostics)


def _with_style(tokens: BrandTokens, style: str | None, diagnostics: Diagnostics) -> BrandTokens:
    """Return the tokens with the style of the command line; report their own if it is unknown."""
    if style is not None:
        return changed(tokens, style=style)
    if is_style(tokens.style):
        return tokens
    message, way_out = unknown_style(tokens.style)
    diagnostics.error("unknown-style", message, tokens.spans["style"], way_out)
    return changed(tokens, style=BrandTokens.style)


def _refuse_style(name: str, span: Span | None, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "template-decides",
        f"{name} is a template: its layouts are those of its designer, and no style changes them.",
        span,
        "Leave --style out. A brand in the template's colours and fonts, which takes any style, "
        "is begun with `deckgen brand new --from TEMPLATE`.",
    )


def _warn_of_shape(talk: Talk | None, name: str, diagnostics: Diagnostics) -> None:
    """Warn that size and tone come from the template, if the talk sets them."""
    for key, what in (("size", "shape of the slides"), ("tone", "background")):
        if talk is not None and key in talk.spans:
            diagnostics.warning(
                "template-decides",
                f"The {what} is that of {name}; `{key}` changes nothing here.",
                talk.spans[key],
                f"Take the line with `{key}` out.",
            )


def _warn_of_sizes(talk: Talk | None, diagnostics: Diagnostics) -> None:
    """Say that `sizes` is about a template, if the talk stands on none."""
    if talk is not None and talk.sizes:
        diagnostics.warning(
            "without-template",
            "The talk stands on no template of an organisation; `sizes` changes nothing here.",
            talk.spans["sizes"],
            "Take the line with `sizes` out; in a brand.yaml, `limits: {size: 20}` says how small "
            "text may be.",
        )


def is_template(name: str, data: bytes) -> bool:
    """Return whether a file is a template rather than a brand.yaml, by what it holds."""
    return data.startswith((_ZIP, _COMPOUND_FILE)) or name.lower().endswith(_SUFFIXES)


def _plain(talk: Talk, style: str | None, diagnostics: Diagnostics) -> TalkBrand:
    tokens = _with_style(PLAIN_TOKENS, style, diagnostics)
    return TalkBrand(generate_brand(tokens, talk.size, None, diagnostics, talk.lang))


def _template(
    file: BrandFile, settings: TemplateTokens, talk: Talk | None, diagnostics: Diagnostics
) -> TalkBrand | None:
    span = settings.spans["template"]
    name = path_beside(file.name, settings.template)
    data = read_or_report(file.files, name, span, diagnostics)
    if data is None:
        return None
    return _on_template(BrandFile(name, file.files), data, span, settings, talk, diagnostics)


def _on_template(
    file: BrandFile,
    data: bytes,
    span: Span | None,
    settings: TemplateTokens | None,
    talk: Talk | None,
    diagnostics: Diagnostics,
) -> TalkBrand | None:
    from deckgen.audit.validity.kept_faults import warn_of_faults_kept
    from deckgen.template.match.choosing.match_layouts import match_layouts
    from deckgen.template.match.text.text_sizes import page_scale
    from deckgen.template.read_template import read_template
    from deckgen.template.template_brand import MatchedTemplate, TemplateSettings, template_brand

    template = read_template(file.name, data, span, diagnostics)
    if template is None:
        return None
    warn_of_faults_kept(template.opened.package, span, diagnostics)
    matches = match_layouts(template, named_layouts(settings), diagnostics)
    if matches is None:
        return None
    limits = settings.limits if settings else None
    sizes = (talk and talk.sizes) or (settings and settings.sizes)
    keeps_sizes = sizes == "as-is"
    is_said = limits is not None and "size" in limits.spans
    least = minimum_size(limits, diagnostics)
    own = TemplateSettings(
        name=(settings.name if settings else None) or file.name.rpartition("/")[2],
        code=settings.code if settings else "Consolas",
        minimum_size=least if is_said else round(least * page_scale(template.opened.height)),
        least_size=least if is_said and not keeps_sizes else 0,
        keeps_sizes=keeps_sizes,
        fit=limits.fit if limits else "auto",
        largest_size=largest_size(limits, diagnostics),
    )
    footer = None
    if settings and settings.footer:
        footer = (settings.footer, settings.spans["footer"])
    matched = MatchedTemplate(template, matches, own)
    brand = template_brand(matched)
    if settings:
        faces, files = _faces(settings.fonts, settings.spans.get("fonts"), file, diagnostics)
        brand = brand._replace(fonts=brand.fonts._replace(faces=faces), font_files=files)
        brand = _embedding(brand, settings, diagnostics)._replace(keeps_map=settings.map)
    return TalkBrand(brand, footer, matched)


def named_layouts(settings: TemplateTokens | None) -> "dict[str, LayoutChoice]":
    """Return the layouts that a brand.yaml names, by the role that each shall serve."""
    from deckgen.template.match.choosing.layout_match import SLIDE_ROLES, role_key

    if settings is None or settings.layouts is None:
        return {}
    named = {role: getattr(settings.layouts, role_key(role)) for role in SLIDE_ROLES}
    spans = settings.layouts.spans
    return {role: LayoutChoice(name, spans[role_key(role)]) for role, name in named.items() if name}


def _refuse_files_as_names(fonts: FontTokens, diagnostics: Diagnostics) -> None:
    for key in ("heading", "body", "code", "east_asian"):
        name = getattr(fonts, key) or ""
        if name.lower().endswith((".ttf", ".otf", ".ttc", ".woff", ".woff2")):
            diagnostics.error(
                "font-file",
                f"`{key}` takes the name of a font, not its file.",
                fonts.spans[key],
                f"Type its name as PowerPoint shows it, such as Calibri; and `files: [{name}]`.",
            )


def _faces(
    names: tuple[str, ...] | None, span: Span | None, file: BrandFile, diagnostics: Diagnostics
) -> tuple[dict[FaceKey, Face], dict[FaceKey, bytes]]:
    """Return the faces of a brand's font files, and the files; report files that are no fonts."""
    faces: dict[FaceKey, Face] = {}
    files: dict[FaceKey, bytes] = {}
    if names:
        from deckgen.fonts.font_files import read_font
        from deckgen.fonts.table_reader import BrokenFontError

        for name in names:
            data = read_or_report(file.files, path_beside(file.name, name), span, diagnostics)
            if data is None:
                continue
            try:
                key, face = read_font(data)
            except BrokenFontError as broken:
                diagnostics.error(
                    "bad-font",
                    f"{name} cannot be measured: {broken}.",
                    span,
                    "Name the .ttf or .otf file of the font; .woff and .ttc are others.",
                )
                continue
            faces[key], files[key] = face, data
    return faces, files


def _embedding(
    brand: Brand, tokens: BrandTokens | TemplateTokens, diagnostics: Diagnostics
) -> Brand:
    """Return the brand, set to embed its font files if its tokens say so."""
    if not tokens.embed_fonts:
        return brand
    from deckgen.brand.font_embedding import check_embedding

    check_embedding(brand.font_files, tokens.spans["embed_fonts"], diagnostics)
    return brand._replace(embeds_fonts=True)


def _read_logo(tokens: BrandTokens, brand_file: BrandFile, diagnostics: Diagnostics) -> Logo | None:
    if tokens.logo is None:
        return None
    span = tokens.spans["logo"]
    name = path_beside(brand_file.name, tokens.logo)
    data = read_or_report(brand_file.files, name, span, diagnostics)
    return None if data is None else read_logo(name, data, span, diagnostics)
