"""The map of a deck: what stands where on its slides, as they were built, for `deckgen pull`."""
