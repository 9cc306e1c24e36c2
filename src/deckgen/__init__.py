"""deckgen compiles a talk, written as a YAML outline, into a native PowerPoint deck."""

__version__ = "0.1.0"
