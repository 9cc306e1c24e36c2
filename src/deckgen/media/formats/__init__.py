"""One module for each file format: it reads the header and finds faults."""
