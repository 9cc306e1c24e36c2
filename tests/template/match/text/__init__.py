"""Text of templates is made large enough, distinct and visible, and nothing else is changed."""
