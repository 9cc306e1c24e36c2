"""The labelled corpus: one fault a deck, with the rule that finds it, its slide and its shape.

Each deck is the base deck with an edit of its parts. Faults that make PowerPoint offer a repair
stand in `tests/audit/test_validity.py`; the first column of both tables is the code that
`deckgen audit` tells.
"""
