"""The package of a template: opened, repaired, and reduced to the parts that a deck keeps."""
