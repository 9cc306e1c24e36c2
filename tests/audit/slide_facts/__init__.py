"""What slides inherit is resolved as PowerPoint shows it."""
