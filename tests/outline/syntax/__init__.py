"""Nodes know their line and column; what YAML misreads is told as the author means it."""
