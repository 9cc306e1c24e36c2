"""What the designer of a template should change, and a copy in which what is safe is changed."""
