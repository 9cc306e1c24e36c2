"""Bytes: the package, its parts, and the checks on them."""
