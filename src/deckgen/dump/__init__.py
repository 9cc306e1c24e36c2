"""A deck as readable text, for `deckgen text` and for the goldens of the tests."""
