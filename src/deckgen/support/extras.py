"""The extra “show”: optional packages that draw slides, set paper and watch files.

The distribution is called `deckgen-pptx`; on PyPI, `deckgen` is somebody else's program.
"""

from typing import Final

INSTALL_SHOW: Final = 'pip install "deckgen-pptx[show]"'
"""The command that installs it, in any shell: cmd.exe knows only double quotation marks."""
