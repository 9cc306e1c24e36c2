"""What a deck will look like: brands, layouts, placeholders."""
