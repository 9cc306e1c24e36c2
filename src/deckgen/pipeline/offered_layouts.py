"""The layouts that an outline may name: what an editor offers."""

from deckgen.files.workspace import Files
from deckgen.outline.expand.variant import AS_WRITTEN, apply_variant
from deckgen.pipeline.build_cache import BuildCache, resolve_brand
from deckgen.pipeline.choose_layouts import layout_names
from deckgen.pipeline.read_source import Source, read_nodes, read_variant
from deckgen.support.diagnostics import Diagnostics


def offered_layouts(name: str, files: Files, diagnostics: Diagnostics) -> tuple[str, ...] | None:
    """Return the names of the layouts of the brand of the outline called `name`.

    None, with errors, if the outline or its brand cannot be read. Slides may be wrong: an editor is
    open to mend them.
    """
    nodes = read_nodes(name, files, diagnostics)
    if nodes is None:
        return None
    of_slides = Diagnostics()
    outline = read_variant(apply_variant(nodes, AS_WRITTEN, of_slides), of_slides)
    if outline is None:
        diagnostics.extend(of_slides)
        return None
    resolved = resolve_brand(Source(name, nodes, files), outline.talk, BuildCache())
    diagnostics.extend(resolved.diagnostics)
    return None if diagnostics.has_errors else layout_names(resolved.talk_brand)
