"""The protocol names every rule, its places and what people still decide."""
