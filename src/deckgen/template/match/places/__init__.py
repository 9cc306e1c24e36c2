"""Where contents stand: free of what the layout draws, and as large as there is room."""
