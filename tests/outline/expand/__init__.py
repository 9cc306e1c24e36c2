"""Includes, towns, conditions and variables change what they name, and no more."""
