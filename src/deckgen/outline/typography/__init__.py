"""Plain text becomes typeset text: quotation marks, dashes, no-break spaces."""
