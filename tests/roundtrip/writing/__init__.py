"""Changes are written into the author's files whole, or refused with a reason."""
