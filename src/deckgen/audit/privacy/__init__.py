"""What a file reveals beyond what its slides show."""
