"""A copy of a template in which what is safe is changed; all other parts stay byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.ooxml_rules.child_order import present_child
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.reachable_parts import part_key
from deckgen.opc.xml_parser import Element, q
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics, counted, names_in_words
from deckgen.template.doctor import safe_changes
from deckgen.template.doctor.added_shapes import add_footer, mark_as_decorative
from deckgen.template.match.choosing.layout_match import LayoutMatch
from deckgen.template.package.kept_parts import part_label, with_edited_tree, with_parts
from deckgen.template.package.layout_lists import without_masters
from deckgen.template.package.written_package import written_package
from deckgen.template.template import Template

_KINDS = {"pot": "template", "ppt": "presentation", "pps": "slideshow"}
_PLAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
_WITH_MACROS = "application/vnd.ms-powerpoint.{}.macroEnabled.main+xml"
_MAIN_TYPES: tuple[Mapping[str, str], ...] = tuple(
    {f"{ending}{last}": name.format(kind) for ending, kind in _KINDS.items()}
    for name, last in ((_PLAIN, "x"), (_WITH_MACROS, "m"))
)
"""The content types of the main part by the ending of the file, without and with macros."""
COPY_ENDINGS = tuple(ending for family in _MAIN_TYPES for ending in family)
"""The endings that a copy may have."""


class MendRequest(NamedTuple):
    """What is asked for beside what is always safe."""

    ending: str
    """That of the copy, such as “potx”."""
    lang: str = ""
    """The language of all sample texts, as BCP 47 has it; empty: only texts without one get one."""
    without_unused_masters: bool = False


class Mend(NamedTuple):
    """A change that was made."""

    code: str
    """That of the finding which it mends."""
    message: str


class MendedTemplate(NamedTuple):
    """The bytes of the copy, and what was changed in it."""

    data: bytes
    mends: tuple[Mend, ...]


def mend_template(
    data: bytes,
    template: Template,
    matches: Sequence[LayoutMatch],
    request: MendRequest,
    diagnostics: Diagnostics,
) -> MendedTemplate | None:
    """Return the file `data`, which was read as `template`, with safe changes.

    Parts that are not changed have the same bytes. None, with an error, if it cannot be unpacked.
    """
    file = template.opened.file
    before = read_package(data, diagnostics, file)
    entries = None if before is None else open_entries(data, diagnostics, file)
    if before is None or entries is None:
        return None
    package, mends = before, list[Mend]()
    if request.without_unused_masters:
        package, template, mends = _without_unused_masters(package, template, matches)
    copy = _Copy(package, template)
    copy.set_types(safe_changes.sure_layout_types(template, matches))
    copy.rename(safe_changes.new_layout_names(template))
    copy.add_footers(matches)
    copy.describe_pictures()
    copy.set_languages(request.lang)
    after = _with_main_type(copy.changed_package(), request.ending)
    if after is None:
        diagnostics.error(
            "other-ending",
            f"{file} and a .{request.ending} differ in whether they have macros.",
            None,
            "Give the copy the ending of the template.",
        )
        return None
    written = written_package(entries, before, after, diagnostics)
    return None if written is None else MendedTemplate(written, (*mends, *copy.mends))


def _without_unused_masters(
    package: ParsedPackage, template: Template, matches: Sequence[LayoutMatch]
) -> tuple[ParsedPackage, Template, list[Mend]]:
    """Return the package and the template without masters that nobody needs, and what was done."""
    names = {part_key(name): name for name in package.parts}
    unused = {
        names.get(part_key(master.part_name), ""): master
        for master in safe_changes.unused_masters(template, matches)
    }
    fewer, gone = without_masters(package, unused)
    removed = [unused[name] for name in gone]
    kept = tuple(master for master in template.masters if master not in removed)
    mends = [Mend("unused-master", f"The master “{master.name}” is gone.") for master in removed]
    return fewer, template._replace(masters=kept), mends


def _with_main_type(package: ParsedPackage, ending: str) -> ParsedPackage | None:
    """Return the package with the content type that files with this ending have.

    None if that would make of a file with macros one without, or the other way round.
    """
    main = package.main()
    family = next(
        (each for each in _MAIN_TYPES if main and main.content_type in each.values()), None
    )
    if main is None or family is None:
        return package
    if ending not in family:
        return None
    return with_parts(package, [replace(main, content_type=family[ending])])


class _Copy:
    """The parts of a template, some of them changed."""

    def __init__(self, package: ParsedPackage, template: Template) -> None:
        self._package = package
        self._template = template
        self._names = {part_key(name): name for name in package.parts}
        self._changed = set[str]()
        self.mends: list[Mend] = []

    def changed_package(self) -> ParsedPackage:
        """Return the package; the parts that were changed have new bytes."""
        parts = self._package.parts
        return with_parts(
            self._package,
            [with_edited_tree(parts[self._names[part_key(name)]]) for name in self._changed],
        )

    def set_types(self, types: Mapping[str, str]) -> None:
        """Give layouts their types."""
        for name, type_ in types.items():
            root = self._root(name)
            if root is not None:
                root.set("type", type_)
                self._did(name, "missing-type", f"{self._label(name)} has the type “{type_}”.")

    def rename(self, names: Mapping[str, str]) -> None:
        """Give layouts new names."""
        for name, new in names.items():
            root = self._root(name)
            slide = None if root is None else root.find(q("p:cSld"))
            if slide is not None:
                before = self._label(name)
                slide.set("name", new)
                self._did(name, "duplicate-name", f"{before} is now called “{new}”.")

    def add_footers(self, matches: Sequence[LayoutMatch]) -> None:
        """Add placeholders at the foot where that is safe."""
        owners = self._template.owners
        added: dict[str, list[str]] = {}
        for gap in safe_changes.footer_gaps(self._template, matches):
            name = gap.layout.part_name
            root, master = self._root(name), self._root(owners[name].part_name)
            if (
                gap.is_safe
                and root is not None
                and master is not None
                and add_footer(root, master, gap.type)
            ):
                added.setdefault(name, []).append(safe_changes.PLACEHOLDERS_AT_FOOT[gap.type])
        for name, what in added.items():
            message = (
                f"{self._label(name)} has a placeholder for {names_in_words(what)}, as its master."
            )
            self._did(name, "missing-footer", message)

    def describe_pictures(self) -> None:
        """Describe logos, and mark other pictures as decorative."""
        for name in safe_changes.layout_and_master_parts(self._template):
            for picture in safe_changes.undescribed_pictures(self._root(name)):
                called = f"the picture “{picture.name}”" if picture.name else "a picture"
                if picture.is_logo:
                    picture.properties.set("descr", "Logo")
                    message = "is described as “Logo”"
                else:
                    picture.properties.set("descr", "")
                    mark_as_decorative(picture.properties)
                    message = "is marked as decorative"
                self._did(name, "missing-alt", f"On {self._label(name)}, {called} {message}.")

    def set_languages(self, lang: str) -> None:
        """Mark the sample texts with a language: those without one, or all with `lang`."""
        counts = safe_changes.text_languages(self._template)
        del counts[""]
        wanted = lang or next((most for most, _ in counts.most_common(1)), "")
        for name in safe_changes.layout_and_master_parts(self._template) if wanted else ():
            root = self._root(name)
            runs = [
                run
                for run in safe_changes.shown_runs(root)
                if safe_changes.language_of(run) != wanted
                and (lang or not safe_changes.language_of(run))
            ]
            if root is None or not runs:
                continue
            for run in runs:
                present_child(run, "a:rPr").set("lang", wanted)
            for properties in root.iter(q("a:rPr"), q("a:endParaRPr")) if lang else ():
                properties.set("lang", wanted)
            message = (
                f"{self._label(name)}: {counted(len(runs), 'sample text')} marked as {wanted}."
            )
            self._did(name, "mixed-languages" if lang else "missing-language", message)

    def _root(self, name: str) -> Element | None:
        """Return the tree of a part as the file has it; None if there is none."""
        part = self._package.parts.get(self._names.get(part_key(name), ""))
        return None if part is None else part.root

    def _label(self, name: str) -> str:
        return part_label(self._template.opened.package.parts[name])

    def _did(self, name: str, code: str, message: str) -> None:
        self._changed.add(name)
        self.mends.append(Mend(code, message[0].upper() + message[1:]))
