"""What is shown on a slide beside its text: pictures, films, tables, charts, drawings."""
