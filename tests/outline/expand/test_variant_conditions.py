"""`only:` and `except:`: which slides and bullets stay, for which towns and tags."""

import pytest

from deckgen.outline.expand.variant import (
    apply_conditions,
    warn_of_unknown_towns,
    warn_of_unused_tags,
)
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.support.diagnostics import Diagnostics, Span
from tests.outline.reading import parsed

OUTLINE = """\
slides:
  - a
  - b: x
    only: gera
  - c: x
    except: [jena, kurz]
  - d:
      - e
      - text: f
        only: [gera, kurz]
      - g:
          - h
          - text: i
            except: gera
      - text: j
        except: kurz
        bullets:
          - text: k
            only: jena
      - text: only one key
"""


def words(node: Node) -> str:
    """Return a node as short text: lists in brackets, keys with a colon."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return "[" + " ".join(map(words, node.items)) + "]"
    return " ".join(f"{key.text}:{words(value)}" for key, value in node.pairs)


@pytest.mark.parametrize(
    ("active", "left"),
    [
        ("", "a c:x except:[jena kurz] d:[e g:[h i] j text:only one key]"),
        ("gera", "a b:x only:gera c:x except:[jena kurz] d:[e f g:[h] j text:only one key]"),
        ("jena", "a d:[e g:[h i] j:[k] text:only one key]"),
        ("zeitz kurz", "a d:[e f g:[h i] text:only one key]"),
        ("Jena", "a d:[e g:[h i] j:[k] text:only one key]"),
        ("gera kurz", "a b:x only:gera d:[e f g:[h] text:only one key]"),
    ],
)
def test_what_stays(active: str, left: str) -> None:
    chosen = apply_conditions(parsed(OUTLINE, Diagnostics()), frozenset(active.split()))
    assert isinstance(chosen, Mapping)
    assert words(chosen) == f"slides:[{left}]"


def test_an_outline_without_marks_is_the_same_node() -> None:
    node = parsed("slides:\n  - a\n  - b: [c, {d: [e]}]\n", Diagnostics())
    assert apply_conditions(node, frozenset({"gera"})) is node


def test_a_chosen_bullet_keeps_its_place() -> None:
    chosen = apply_conditions(parsed(OUTLINE, Diagnostics()), frozenset({"gera"}))
    assert isinstance(chosen, Mapping)
    slides = chosen.get("slides")
    assert isinstance(slides, Sequence)
    last = slides.items[-1]
    assert isinstance(last, Mapping)
    bullets = last.pairs[0][1]
    assert isinstance(bullets, Sequence)
    assert bullets.items[1] == Scalar("f", Span("talk.yaml", 9, 15))


@pytest.mark.parametrize(
    ("name", "hint"),
    [("gerra", "Did you mean gera?"), ("Gera", None), ("kurz", None), ("lang", None)],
)
def test_a_misspelt_town_is_reported(name: str, hint: str | None) -> None:
    diagnostics = Diagnostics()
    outline = parsed(f"slides:\n  - a: b\n    only: {name}\n", Diagnostics())
    warn_of_unknown_towns(outline, ["gera", "jena"], {"kurz"}, diagnostics)
    assert [each.hint for each in diagnostics] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("tag", "hint"), [("kruz", "Did you mean kurz?"), ("kurz", None), ("x", "Mark slides")]
)
def test_a_tag_that_nothing_names_is_reported(tag: str, hint: str | None) -> None:
    diagnostics = Diagnostics()
    outline = parsed("slides:\n  - a: [{text: b, except: kurz}]\n", Diagnostics())
    warn_of_unused_tags(outline, [Scalar(tag, Span("towns/gera.yaml", 1, 7))], diagnostics)
    assert [(each.hint or "").startswith(hint or "") for each in diagnostics] == (
        [True] if hint else []
    )
