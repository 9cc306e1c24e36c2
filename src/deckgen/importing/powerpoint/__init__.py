"""Presentations of PowerPoint: read, and made into entries of an outline."""
