"""Options, groups and questions that several commands share; what they name is found."""
