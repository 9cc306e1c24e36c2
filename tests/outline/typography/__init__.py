"""Text is set as its language demands; what is typeset already stays as it is."""
