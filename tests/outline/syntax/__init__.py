"""Nodes know their line and column; a typing mistake is reported with what to type instead."""
