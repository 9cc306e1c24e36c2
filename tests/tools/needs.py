"""What a test needs from the machine: skip it kindly, but never on the build server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

import pytest

from tests.tools import browser, libreoffice, validator

if TYPE_CHECKING:
    from pathlib import Path

Tool = Literal["axe", "chromium", "libreoffice", "validator"]


def need(tool: Tool) -> Path:
    """Return the tool's program; without it, skip the test, or fail where CI is set."""
    found, how_to_get = _look_for(tool)
    if found is not None:
        return found
    reason = f"needs {tool}: {how_to_get}"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _look_for(tool: Tool) -> tuple[Path | None, str]:
    """Return where a tool is, and how to get it."""
    match tool:
        case "axe":
            return browser.find_axe(), browser.HOW_TO_GET_AXE
        case "chromium":
            return browser.find(), browser.HOW_TO_GET
        case "libreoffice":
            return libreoffice.find(), libreoffice.HOW_TO_GET
        case "validator":
            return validator.find(), validator.HOW_TO_GET
