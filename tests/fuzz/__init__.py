"""Inputs that nobody meant, made from a seed: whatever comes, deckgen ends as it promises."""
