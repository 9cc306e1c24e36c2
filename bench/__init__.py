"""The race between deckgen and its peers, as `make bench` runs it."""
