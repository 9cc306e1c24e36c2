"""Which layout of a template serves each role, and which placeholder of it each content."""
