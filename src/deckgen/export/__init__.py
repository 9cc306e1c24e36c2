"""What is made of a deck besides the deck: PDF, pictures, paper, a page for the browser."""
