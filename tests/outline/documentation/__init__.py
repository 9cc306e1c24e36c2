"""The JSON Schema and the manual say of every key what its record says."""
