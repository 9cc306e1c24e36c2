"""The text of a deck names every word, in the order of reading."""
