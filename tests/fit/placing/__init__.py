"""Graphics get the place on their slide in which they, and the text beside them, can be read."""
