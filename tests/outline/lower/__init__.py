"""Sections, links, ids and speaking time follow from the order of the slides."""
