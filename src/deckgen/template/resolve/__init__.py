"""What a slide inherits through layout, master and theme: colours, fonts, sizes, places."""
