"""Authors are told of slides that cannot be read well, and why slides were set so."""
