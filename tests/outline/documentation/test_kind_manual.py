"""The manual page of a kind has its keys and its example."""

import pytest

from deckgen.outline.documentation.kind_manual import kind_example, kind_manual
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Kind
from tests.tools.make_docs import kinds_manual


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_page_lists_the_keys_and_shows_the_example(kind: Kind) -> None:
    page = kind_manual(kind)
    assert page.startswith(f"# {kind.name}\n")
    _, example, keys = page.split("```")
    assert example.removeprefix("yaml\n") == kind_example(kind)
    assert example.startswith("yaml\n- ")
    assert f" {kind.name}:" in example
    assert f"| `{kind.name}` |" in keys
    assert "| `notes` |" in page


def test_the_page_on_all_kinds_tells_once_what_several_have() -> None:
    page = kinds_manual(kinds())
    assert [kind.name for kind in kinds() if f"```yaml\n{kind_example(kind)}```" not in page] == []
    tables = page.split("\n\n")
    assert [part for part in tables if part.startswith("| Key") and tables.count(part) > 1] == []
    assert page.count("| `notes` |") == 1
    assert page.count("# Below image\n") == 1
    assert "(#below-image)" in page
