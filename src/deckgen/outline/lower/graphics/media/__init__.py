"""The keys of pictures, films and sounds become pictures and clips on a slide."""
