"""The tests are the specification; the docstring of each folder says what its room promises."""
