"""Pages for the browser, each one file."""
