"""The fonts of this machine, and what stands in for those that it lacks."""
