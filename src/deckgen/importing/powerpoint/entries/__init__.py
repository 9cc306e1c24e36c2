"""The entries of an outline that a slide may be."""
