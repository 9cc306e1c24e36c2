"""The head of a page in one file: it loads nothing, and its content security policy forbids it."""

import base64
import hashlib
from importlib.resources import files

from deckgen import __version__


def export_file(name: str) -> str:
    """Return the text of a file that stands beside this module."""
    return files("deckgen.export").joinpath(name).read_text(encoding="utf-8")


def head_lines(language: str, title: str, style: str, script: str = "") -> tuple[str, ...]:
    """Return the lines of a page up to `<body>`.

    `language` are the attributes of `<html>`, `title` is escaped. Only this `style` and this
    `script` may act on the page; it may show only pictures that are in it.
    """
    policy = f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; "
    policy += f"script-src '{_hash(script)}'; " if script else ""
    policy += "base-uri 'none'; form-action 'none'"
    return (
        "<!DOCTYPE html>",
        f"<html {language}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="deckgen {__version__}">',
        f"<title>{title}</title>",
        '<link rel="icon" href="data:,">',
        f"<style>{style}</style>",
        "</head>",
        "<body>",
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
