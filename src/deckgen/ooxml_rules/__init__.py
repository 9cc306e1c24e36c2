"""The rules of ECMA-376 within a part, by which decks are audited and templates repaired."""
