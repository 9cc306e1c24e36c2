"""A disk that is soon full, in a folder: where the system lets us mount one for ourselves."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_MOUNTED = 'mount -t tmpfs -o "size=$1,$2" small "$3" || exit 99; shift 3; exec "$@"'
_ALONE = ("unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, "sh")


def run_with(
    disk: Path,
    kilobytes: int,
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    writable: bool = True,
) -> subprocess.CompletedProcess[str]:
    """Run a command that sees a small disk in the folder `disk`; then the disk is gone.

    Skips the test where that is not permitted, or no Linux.
    """
    disk.mkdir(parents=True, exist_ok=True)
    mode = "rw" if writable else "ro"
    try:
        ran = subprocess.run(
            [*_ALONE, f"{kilobytes}k", mode, str(disk), *command],
            env=environment,
            cwd=disk.parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("needs unshare, of Linux")
    if ran.returncode == 99 or "unshare: " in ran.stderr:
        pytest.skip(f"needs the right to mount a disk: {ran.stderr}")
    return ran
