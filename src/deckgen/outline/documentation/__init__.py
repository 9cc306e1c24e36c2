"""What is derived from the schema: the JSON Schema for editors, the manual of the kinds."""
