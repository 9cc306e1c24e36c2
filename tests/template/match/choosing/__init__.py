"""Every role gets the layout that was made for it, by its type, its placeholders, its name."""
