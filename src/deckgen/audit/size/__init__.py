"""What makes a file larger than it has to be."""
