"""A deck as colleagues left it is read without trust, with the map of what was built."""
