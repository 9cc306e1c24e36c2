"""Contents stand in the place that a layout leaves free, and never across what it draws."""
