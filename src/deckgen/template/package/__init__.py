"""The template as a package: opened, checked, repaired; the parts that a deck keeps."""
