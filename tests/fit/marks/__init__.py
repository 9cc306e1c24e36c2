"""Hairlines and links stand where the lines of the fitted text stand."""
