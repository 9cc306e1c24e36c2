"""Colours, sizes and fonts are what PowerPoint inherits, in every template."""
