"""The deck in PowerPoint's terms: values before any XML, without input or output."""
