"""Texts of other programs become an outline that deckgen builds: no word is lost or misread."""
