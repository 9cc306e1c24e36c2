"""The styles of generated templates."""
