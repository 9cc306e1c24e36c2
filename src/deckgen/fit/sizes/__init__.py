"""Texts in their frames: the sizes at which they fit, and those that look right together."""
