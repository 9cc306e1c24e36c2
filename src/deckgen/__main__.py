"""`python -m deckgen` is the command line too."""

from deckgen.cli import main

main()
