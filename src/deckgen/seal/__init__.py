"""The seal of a file: what shows that deckgen wrote it, and that nobody has changed it since.

It is a checksum of the rest of the file, kept in the file itself, so that it survives renaming and
copying. It holds no time, no path and no words. It guards against accidents, not against forgers.
docs/decisions/overwriting.md says why it is as it is.
"""
