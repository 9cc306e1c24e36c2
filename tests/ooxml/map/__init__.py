"""The map of a deck says of every slide what was built."""
