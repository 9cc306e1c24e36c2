"""Changes that colleagues made in a deck, written into the files of its author."""
