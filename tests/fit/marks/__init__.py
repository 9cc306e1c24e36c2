"""Hairlines, links and texts beside others stand where the lines of the fitted text stand."""
