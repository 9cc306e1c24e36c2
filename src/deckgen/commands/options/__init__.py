"""Options and questions that several commands share."""
