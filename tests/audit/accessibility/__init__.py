"""What keeps people from seeing, hearing or using a deck is found; nothing else is."""
