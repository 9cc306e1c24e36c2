"""A deck as colleagues left it, read without trust, and the map of what was built."""
