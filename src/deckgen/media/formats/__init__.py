"""One module for each file format: what its header says, and what is wrong with it."""
