"""The seal of a file shows that deckgen wrote it, and whether somebody has changed it since.

It is a checksum of the rest of the file, kept in the file itself, so that it survives renaming and
copying. It protects against accidents, not against forgery. See docs/decisions/overwriting.md.
"""
