"""The rules of ECMA-376 within a part: how values are read, decks audited, templates repaired."""
