"""The tests of deckgen."""
