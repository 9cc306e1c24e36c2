"""Fonts that a machine lacks are replaced by what is nearest, and told."""
