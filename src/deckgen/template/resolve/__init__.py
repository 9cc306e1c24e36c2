"""What a slide inherits from layout, master and theme: colours, fonts, sizes, boxes."""
