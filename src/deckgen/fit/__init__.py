"""Sizes and places of text and graphics; long ones go on over further slides."""
