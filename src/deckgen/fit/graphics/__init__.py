"""The boxes of pictures, films and tables."""
