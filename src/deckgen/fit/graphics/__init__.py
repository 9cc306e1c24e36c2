"""Where pictures, films and tables stand beside the text."""
