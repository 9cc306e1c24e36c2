"""Decks are built again after a save, those of many towns, too."""
