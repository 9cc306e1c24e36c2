"""Markdown becomes an outline that deckgen builds: headings, lists, tables, pictures, notes."""
