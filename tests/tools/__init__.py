"""The tools of the tests: validators, renderers, browsers and processes with bounds."""
