"""deckgen compiles a talk, written as a YAML outline, into a native PowerPoint deck.

`build` returns the deck of an outline, `check` what is wrong with it; docs/python.md has examples.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from deckgen.files.disk_errors import WorkspaceError
    from deckgen.project.api import OutlineError, OutlineText, Result, ResultSlide, build, check
    from deckgen.support.diagnostics import Diagnostic, Severity, Span
    from deckgen.support.exit_codes import RequestError

__all__ = [
    "Diagnostic",
    "OutlineError",
    "OutlineText",
    "RequestError",
    "Result",
    "ResultSlide",
    "Severity",
    "Span",
    "WorkspaceError",
    "build",
    "check",
]

_MODULES = {
    "Diagnostic": "support.diagnostics",
    "RequestError": "support.exit_codes",
    "Severity": "support.diagnostics",
    "Span": "support.diagnostics",
    "WorkspaceError": "files.disk_errors",
}
"""Where each name is defined, if not in `project.api`; imported when it is first used."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"deckgen.{_MODULES.get(name, 'project.api')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
