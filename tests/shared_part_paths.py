"""Paths within packages, which python-pptx works out anew for each part of each deck."""

import sys
from functools import lru_cache

import pytest


def share_paths_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let python-pptx, where tests have imported it, work out each path once in a process.

    Its paths are texts, and never change; decks have the same few hundred.
    """
    if "pptx" not in sys.modules:
        return
    from pptx.opc.packuri import PackURI

    absolute = lru_cache(maxsize=4096)(PackURI.from_rel_ref)
    monkeypatch.setattr(PackURI, "from_rel_ref", staticmethod(absolute))
    monkeypatch.setattr(PackURI, "relative_ref", lru_cache(maxsize=4096)(PackURI.relative_ref))
    beside = lru_cache(maxsize=4096)(vars(PackURI)["rels_uri"].fget)
    monkeypatch.setattr(PackURI, "rels_uri", property(beside))
