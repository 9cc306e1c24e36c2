"""Which layout of a template serves each role, and how it is made ready for its slides."""
