"""What was changed is told, with and without the ids and names of slides."""
