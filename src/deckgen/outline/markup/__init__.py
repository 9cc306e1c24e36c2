"""Marked-up text becomes runs: bold, links, formulas; and paragraphs of notes."""
