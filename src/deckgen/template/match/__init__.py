"""Which layout of a template serves which kind of slide."""
