"""Formulas become native equations; what is unknown is told at its column."""
