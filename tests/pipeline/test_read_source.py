"""An outline with all that it includes: what is known of it before a town is chosen.

What has no variables and no conditions is compiled as it is read. So each way to write one has to
be seen, also those that only a program would take.
"""

import pytest

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.expand.variant import AS_WRITTEN, apply_variant
from deckgen.pipeline.read_source import read_source
from deckgen.support.diagnostics import Diagnostics
from tests.present import present

OUTLINE = """\
title: The market square
vars: {town: Gera}
slides:
  - title: Benches
    bullets: [One, Two]
"""
VARYING = {
    "a variable": OUTLINE.replace("One", '"${town}"'),
    "a variable, its sign as an escape": OUTLINE.replace("One", '"\\x24{town}"'),
    "a slide of others": OUTLINE + "    only: gera\n",
    "a slide of others, its key as an escape": OUTLINE + '    "\\u006Fnly": gera\n',
    "a slide that some lack": OUTLINE + "    except: gera\n",
    "a bullet of others": OUTLINE.replace("One", "{text: One, only: gera}"),
    "a variable in what is included": OUTLINE + "  - include: more.yaml\n",
}
MORE = b"title: More\nslides:\n  - title: Chairs of ${town}\n    bullets: [Three]\n"


def is_fixed(outline: bytes) -> bool:
    files = MemoryOverlay({"slides.yaml": outline, "more.yaml": MORE}, Workspace("."))
    diagnostics = Diagnostics()
    source = present(read_source("slides.yaml", files, None, diagnostics))
    assert not list(diagnostics)
    as_read = insert_variables(apply_variant(source.nodes, AS_WRITTEN, diagnostics), diagnostics)
    assert not source.is_fixed or as_read is source.nodes
    return source.is_fixed


def test_an_outline_without_variables_and_conditions_is_fixed() -> None:
    assert is_fixed(OUTLINE.encode())


@pytest.mark.parametrize("outline", VARYING.values(), ids=VARYING)
def test_an_outline_with_a_variable_or_a_condition_is_not(outline: str) -> None:
    assert not is_fixed(outline.encode())
