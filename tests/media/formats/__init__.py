"""Files that are broken or harmful are refused with a reason; all others are shown unchanged."""
