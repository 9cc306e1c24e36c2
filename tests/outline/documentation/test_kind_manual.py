"""The manual page of a kind has its keys and its example."""

import pytest

from deckgen.outline.documentation.kind_manual import kind_example, kind_manual
from deckgen.outline.kinds import kinds
from deckgen.outline.schema.entry import Kind


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_page_lists_the_keys_and_shows_the_example(kind: Kind) -> None:
    page = kind_manual(kind)
    assert page.startswith(f"# {kind.name}\n")
    assert f"```yaml\n{kind_example(kind)}```" in page
    assert f"| `{kind.name}` |" in page
    assert "| `notes` |" in page
