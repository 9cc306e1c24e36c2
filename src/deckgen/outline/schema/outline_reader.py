"""Nodes → `Outline`: the head of the talk, and each entry with the kind its keys define."""

import datetime as dt
from collections.abc import Callable
from functools import cache

from deckgen.outline.schema.bullet_list import report_no_list
from deckgen.outline.schema.entry import Entry, Kind, KindTable, Outline
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.record_reader import keys_of, read_record
from deckgen.outline.schema.talk import (
    BRAND_KEY_HINTS,
    DEFAULT_LANGUAGE,
    EVENT_KEY_HINTS,
    TAGS,
    TOWNS_FOLDER,
    Talk,
)
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, describe_node
from deckgen.outline.syntax.yaml_parser import EMPTY_OUTLINE_HINT
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostics, Span
from deckgen.support.file_names import shell_word


def read_outline(node: Node, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> Outline | None:
    """Return the outline; None, with errors, if it is no mapping or has no list of slides.

    Wrong slides and keys are reported and left out, so that later stages can find more in this run.
    """
    if not isinstance(node, Mapping):
        diagnostics.error(
            "wrong-type",
            f"An outline begins with keys such as `title`, not with {describe_node(node)}.",
            node.span,
            "Begin with `title: My talk`; then type `slides:`, and below it the slides.",
        )
        return None
    nearly = (value for key, value in _first(node) if _means_slides(key))
    slides = node.get("slides") or next(nearly, None)
    if not isinstance(slides, Sequence) and (
        _report_town_file(node, slides, diagnostics) or _report_brand_file(node, diagnostics)
    ):
        return None
    entries = _entries(node, slides, diagnostics)
    talk = _talk(node, kinds, diagnostics)
    if talk.frame and talk.frame.kinds:
        _check_kinds(talk.frame.kinds, talk.frame.spans["kinds"], kinds, diagnostics)
    for kind, layout in (talk.layouts or {}).items():
        _check_kinds((kind,), layout.span, kinds, diagnostics)
    if entries is None:
        return None
    table = KindTable(
        {kind.name: kind for kind in kinds},
        {kind.name: frozenset(keys_of(kind.entry)) for kind in kinds},
    )
    kind_of = cache(table.kind_of)  # many slides have the same keys
    read: list[tuple[Kind, Entry]] = []
    unread: list[str] = []
    for item in entries:
        pair = _slide(item, table, kind_of, diagnostics)
        if pair is not None:
            read.append(pair)
        elif isinstance(item, Mapping) and isinstance(name := item.get("id"), Scalar):
            unread.append(name.text)
    return Outline(talk, tuple(read), frozenset(unread))


def report_outline_file(node: Node, span: Span | None, diagnostics: Diagnostics) -> bool:
    """Report an outline that was given as a brand; return whether it is one.

    `span` is where it is named as a brand, if it is named in an outline.
    """
    if not isinstance(node, Mapping) or node.get("slides") is None:
        return False
    diagnostics.error(
        "outline-alone",
        f"{node.span.file} is an outline, not a brand.",
        span or node.span,
        "Name a brand.yaml, or a .potx or .pptx; `deckgen brand new` writes a brand.yaml.",
    )
    return True


def empty_file_hint(file: str) -> str:
    """Return what to do with an empty file: an outline, or a town's file by its folder."""
    if not _is_in_towns_folder(file):
        return EMPTY_OUTLINE_HINT
    town = _town_of(file)
    return f"Say what is different there, such as `vars: {{town: {town}}}`; or delete the file."


def slide_keys(node: Node) -> set[str]:
    """Return the keys and bare words of all slides; the names of their kinds are among them."""
    slides = node.get("slides") if isinstance(node, Mapping) else None
    words: set[str] = set()
    for item in slides.items if isinstance(slides, Sequence) else ():
        if isinstance(item, Mapping):
            words.update([key.text for key, _ in item.pairs])
        elif isinstance(item, Scalar):
            words.add(item.text)
    return words


def _report_town_file(node: Mapping, slides: Node | None, diagnostics: Diagnostics) -> bool:
    """Report a town's file that was given as an outline; return whether it is one.

    `slides` is the value of that key, which is not a list.
    """
    file = node.span.file
    keys = {key.text for key, _ in node.pairs}
    has_changes = isinstance(slides, Mapping) and "title" not in keys
    has_little = bool(keys) and keys <= {"vars", "event", TAGS}
    if not (_is_in_towns_folder(file) or has_changes or has_little):
        return False
    town = shell_word(_town_of(file))
    diagnostics.error(
        "town-alone",
        "This is what is different in a town, and no whole talk.",
        node.span,
        f"Name the town beside the outline: `deckgen check slides.yaml --town {town}`.",
    )
    return True


def _is_in_towns_folder(file: str) -> bool:
    return file.rpartition("/")[0].rpartition("/")[2] == TOWNS_FOLDER


def _town_of(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def _report_brand_file(node: Mapping, diagnostics: Diagnostics) -> bool:
    """Report a brand.yaml that was given as an outline; return whether it is one.

    `node` has no list of slides.
    """
    if node.get("colors") is None and node.get("template") is None:
        return False
    name = node.span.file.rpartition("/")[2]
    diagnostics.error(
        "brand-alone",
        "This is a brand, not an outline: it says how slides look, and not what they are.",
        node.span,
        f"Name the outline, such as slides.yaml; in it stands `brand: {name}`.",
    )
    return True


def _first(node: Mapping) -> tuple[tuple[Scalar, Node], ...]:
    """Return the pairs that are reported in full, as guessing what a key means is slow."""
    return node.pairs[:MOST_OF_A_KIND]


def _means_slides(key: Scalar) -> bool:
    from deckgen.outline.syntax.key_synonyms import nearest_key

    return nearest_key(key.text, [*keys_of(Talk), "slides"]) == "slides"


def _talk(node: Mapping, kinds: tuple[Kind, ...], diagnostics: Diagnostics) -> Talk:
    head = Mapping(tuple(pair for pair in node.pairs if pair[0].text != "slides"), node.span)
    head = _with_iso_date(head)
    misplaced = (
        BRAND_KEY_HINTS
        | EVENT_KEY_HINTS
        | {
            key: f"`{key}` belongs to a slide: type it below `slides:`, in an entry with a dash."
            for kind in kinds
            for key in keys_of(kind.entry)
        }
    )
    if "slides" not in {key.text for key, _ in node.pairs}:
        misplaced |= {
            key.text: "Did you mean `slides`?" for key, _ in _first(head) if _means_slides(key)
        }
    talk = read_record(head, Talk, diagnostics, misplaced)
    if talk is not None:
        return talk
    # The title is missing, which is reported. Another one lets later stages find more.
    rest = (pair for pair in head.pairs if pair[0].text != "title")
    titled = Mapping(((Scalar("title", node.span), Scalar("…", node.span)), *rest), node.span)
    talk = read_record(titled, Talk, Diagnostics(), misplaced)
    return talk or Talk(title=Text("…", node.span), span=node.span, spans={})


def _with_iso_date(head: Mapping) -> Mapping:
    """Return the head with the date of its event as YYYY-MM-DD, if it is one in its language."""
    event, lang = head.get("event"), head.get("lang")
    date = event.get("date") if isinstance(event, Mapping) else None
    if not isinstance(event, Mapping) or not isinstance(date, Scalar):
        return head
    if date.text[4:5] == date.text[7:8] == "-":
        return head
    from deckgen.language.time_reader import read_day

    day = read_day(date.text, lang.text if isinstance(lang, Scalar) else DEFAULT_LANGUAGE)
    if not isinstance(day, dt.date):
        return head  # reported where it is read
    iso = date._replace(text=day.isoformat())
    return head.with_value("event", event.with_value("date", iso))


def _check_kinds(
    named: tuple[str, ...], span: Span, kinds: tuple[Kind, ...], diagnostics: Diagnostics
) -> None:
    """Report names that are no kinds."""
    names = [kind.name for kind in kinds]
    for name in named:
        if name not in names:
            from deckgen.outline.syntax.key_synonyms import nearest_key

            near = nearest_key(name, names)
            diagnostics.error(
                "unknown-kind",
                f"There is no kind of slide called `{name}`.",
                span,
                f"Did you mean `{near}`?" if near else f"The kinds are: {', '.join(names)}.",
            )


def _entries(
    node: Mapping, slides: Node | None, diagnostics: Diagnostics
) -> tuple[Node, ...] | None:
    example = "Type `slides:`, and below it each slide with a dash: `  - cover`."
    if slides is None:
        diagnostics.error("missing-key", "The key `slides` is missing.", node.span, example)
    elif isinstance(slides, Scalar) and slides.text.strip():
        report_no_list(slides, "slides", diagnostics)
    elif not isinstance(slides, Sequence):
        empty = isinstance(slides, Scalar)
        problem = "is empty" if empty else f"takes a list, not {describe_node(slides)}"
        code = "empty-text" if empty else "wrong-type"
        key = slides.pairs[0][0].text if isinstance(slides, Mapping) and slides.pairs else ""
        if key.startswith("-"):
            code, problem = "missing-blank", "begins with a dash that no blank follows"
            example = f"Type `- {key[1:]}: …`, and each further key in the column of `{key[1:]}`."
        diagnostics.error(code, f"`slides` {problem}.", slides.span, example)
    elif not slides.items and diagnostics.has_errors:
        pass  # those that were meant are told
    elif not slides.items:
        diagnostics.error(
            "empty-text",
            "There is no slide to show.",
            slides.span,
            f"{example} If all slides have `only:`, choose a town or a version that has some: "
            "`--town gera`, `--tag short`.",
        )
    else:
        return slides.items
    return None


def _slide(
    node: Node,
    table: KindTable,
    kind_of: Callable[[tuple[str, ...]], Kind | None],
    diagnostics: Diagnostics,
) -> tuple[Kind, Entry] | None:
    """Return an entry with its kind; None, with an error, if it has none or is incomplete."""
    kind: Kind | None
    if isinstance(node, Scalar):
        kind = table.kinds.get(node.text.strip())
        if kind is None or not kind.bare:
            from deckgen.outline.schema.slide_errors import report_bare_word

            report_bare_word(node, table, diagnostics)
            return None
        node = Mapping(((node, Scalar("", node.span)),), node.span)
    elif isinstance(node, Sequence):
        diagnostics.error(
            "wrong-type",
            "Here a list stands where a slide must stand.",
            node.span,
            "One dash begins a slide; its keys follow, such as `- title: My headline`.",
        )
        return None
    else:
        kind = kind_of(tuple([key.text for key, _ in node.pairs]))
        if kind is None:
            from deckgen.outline.schema.slide_errors import probable_kind

            kind, node = probable_kind(node, table, diagnostics)
    entry = read_record(node, kind.entry, diagnostics) if kind else None
    return (kind, entry) if kind and entry else None
