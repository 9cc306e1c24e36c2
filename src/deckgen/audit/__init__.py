"""Checks on any .pptx: the rules of PowerPoint, and the promises of deckgen for its own decks."""
