"""A page for the browser is one file that loads nothing."""
