"""Widths, heights and line breaks of text, and its division over slides."""
