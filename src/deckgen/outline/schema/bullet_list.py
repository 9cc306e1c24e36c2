"""A list of nodes → bullets: texts, or keys with a list below them.

`- Challenge: the inertia` is a mapping to YAML, but a text with a colon to its author.
"""

import re

from deckgen.outline.schema.fields import ListItem, ListItems, Text
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, is_blank
from deckgen.support.diagnostics import Diagnostics, LocatedError, Span

_CONDITIONS = frozenset({"only", "except"})


def read_bullets(node: Node, name: str, diagnostics: Diagnostics) -> ListItems:
    """Return the bullets of a list, of any depth; what is not a bullet is reported and left out."""
    if isinstance(node, Scalar):
        report_no_list(node, name, diagnostics)
        return ()
    if isinstance(node, Mapping):
        diagnostics.error(
            "wrong-type",
            f"`{name}` takes a list, and here are keys.",
            node.span,
            f"Begin each bullet with a dash and a blank: `- {node.pairs[0][0].text.lstrip('-')}`."
            if node.pairs
            else "Begin each bullet with a dash and a blank.",
        )
        return ()
    if not node.items:
        diagnostics.error(
            "empty-text", f"`{name}` is an empty list.", node.span, "Add a line such as `- Point`."
        )
    return _items(node, diagnostics)


def _items(node: Sequence, diagnostics: Diagnostics) -> ListItems:
    items: list[ListItem] = []
    for item in node.items:
        if type(item) is Scalar and not is_blank(item.text):  # as most are
            items.append(ListItem(item))
            continue
        try:
            items.append(_bullet(item, diagnostics))
        except LocatedError as fault:
            diagnostics.report(fault)
    return tuple(items)


def _bullet(item: Node, diagnostics: Diagnostics) -> ListItem:
    """Return a bullet that is a key, with those below it. Raises LocatedError for what is none."""
    if isinstance(item, Sequence):
        raise LocatedError(
            "list-in-list",
            "Here a list stands in a list, without the bullet that it belongs to.",
            item.span,
            "Give the bullet above a colon at its end, and indent this list below it. If the text "
            "begins with [, put it in quotation marks.",
        )
    if isinstance(item, Scalar) or not item.pairs:
        raise LocatedError(
            "empty-bullet",
            "This bullet is empty.",
            item.span,
            "Type its text behind the dash, or delete the line. Text that begins with # stands in "
            "quotation marks.",
        )
    key, value = item.pairs[0]
    is_in_braces = item.span.column != key.span.column and item.span.line == key.span.line
    if key.plain and is_in_braces and not isinstance(value, Sequence):
        raise LocatedError(
            "text-starts-with-sign",
            "Text may not begin with { or ? as it stands: to the file format it is a sign.",
            item.span,
            "Put the text in quotation marks. A variable is inserted with ${name}.",
        )
    if len(item.pairs) > 1:
        raise _two_keys(item)
    if isinstance(value, Scalar):
        return ListItem(text_with_colon(key, value))
    if isinstance(value, Mapping):
        example = value.pairs[0][0].text if value.pairs else "Point"
        raise LocatedError(
            "wrong-type",
            f"Below `{key.text}` stand keys instead of bullets.",
            value.span,
            f"Begin each bullet below it with a dash and a blank: `- {example}`.",
        )
    return ListItem(key, _items(value, diagnostics))


def _two_keys(item: Mapping) -> LocatedError:
    (key, _), (second, _), *_ = item.pairs
    condition = next((name.span for name, _ in item.pairs if name.text in _CONDITIONS), None)
    if condition is not None:
        return LocatedError(
            "marked-bullet",
            "A bullet with `only` or `except` has its words in `text`, and bullets below it in "
            "`bullets`.",
            condition,
            "Type `- text: your words`; and on a line of its own, below the t, `only: gera`.",
        )
    return LocatedError(
        "two-keys-in-bullet",
        f"This bullet has two keys, `{key.text}` and `{second.text}`.",
        second.span,
        f"Begin the second with a dash of its own: `- {second.text}: …`; or put the whole "
        "text of the bullet in quotation marks.",
    )


def text_of_line(node: Node) -> Text | None:
    """Return a scalar, or the text `key: value` that YAML takes for a mapping; None for others."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        key, value = node.pairs[0]
        return text_with_colon(key, value) if isinstance(value, Scalar) else None
    return None


def text_with_colon(key: Scalar, value: Scalar) -> Text:
    """Return the text that the author sees where YAML has a key and a value: `key: value`."""
    text = f"{key.text}: {value.text}" if value.text else f"{key.text}:"
    here, there = key.span, value.span
    length = there.column + there.length - here.column if here.line == there.line else here.length
    before = key.text.count("$")
    dollars = key.dollars | {before + at for at in value.dollars}
    return Text(text, Span(here.file, here.line, here.column, max(length, 1)), dollars)


def report_no_list(node: Scalar, name: str, diagnostics: Diagnostics) -> None:
    """Report the text of a key `name` that takes a list, with the list that it may be."""
    from deckgen.outline.syntax.pitfall import excerpt
    from deckgen.outline.syntax.source_lines import BULLET_SIGNS

    text = node.text.strip()
    code, message = "wrong-type", f"`{name}` takes a list, not one text."
    if not text:
        code, message = "empty-text", f"`{name}` is empty."
        hint = "Add bullets below it, each on a line of its own: `- Point`."
    elif text.startswith("- "):
        message = f"`{name}` takes a list, and the | makes one text of it."
        hint = f"Delete the | behind `{name}:`."
    elif signs := re.split(rf"(?:\A|\s)(?:[{BULLET_SIGNS}]|[1-9][.)])\s+", text)[1:]:
        code = "bullet-sign"
        message = f"A bullet begins with a dash and a blank, not with “{text.split()[0]}”."
        examples = (f"`- {excerpt(each.strip())}`" for each in signs[:2])
        hint = f"Type {', and on a line of its own '.join(examples)}."
    elif text.startswith("-") and len(text) > 1:
        code, message = "missing-blank", "Behind the dash a blank is missing."
        example = text[1:].split(" -")[0].strip()
        hint = f"Type each bullet with a dash and a blank: `- {example}`."
    else:
        example = excerpt(text.splitlines()[0])
        hint = f"Begin a line of its own with a dash and a blank: `- {example}`."
    diagnostics.error(code, message, node.span, hint)
