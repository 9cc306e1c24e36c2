"""A run over many towns builds what changed, counts what became of it, and can be stopped."""
