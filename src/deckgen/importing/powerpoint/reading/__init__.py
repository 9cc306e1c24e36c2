"""Slides as they stand in a presentation, read into values."""
