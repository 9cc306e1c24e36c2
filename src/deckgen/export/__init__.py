"""Other outputs of a talk: PDF, pictures, paper, a page for the browser."""
