"""PowerPoint's words: what will be shown. Pure values, no input or output."""
