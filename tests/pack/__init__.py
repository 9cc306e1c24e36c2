"""A pack holds all that the venue needs, with checksums, and replaces only packs of its own."""
