"""What `deckgen brand show` tells about a template."""
