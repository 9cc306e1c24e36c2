"""Each kind of slide gets the layout that a designer would give it."""
