"""Edits of the author's files, one module for each sort of change."""
