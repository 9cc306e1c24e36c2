"""Presentations of PowerPoint: read by python-pptx, made into entries of an outline."""
