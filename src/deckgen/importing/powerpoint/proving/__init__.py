"""Entries built again: which of them shows its slide."""
