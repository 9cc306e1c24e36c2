"""What is installed on request: the extra “show”, which draws pages, sets paper and watches files.

The distribution is called `deckgen-pptx`; on PyPI, `deckgen` is somebody else's program.
"""

from typing import Final

INSTALL_SHOW: Final = 'pip install "deckgen-pptx[show]"'
"""What to type for it, in any shell: Windows' own knows double quotation marks only."""
