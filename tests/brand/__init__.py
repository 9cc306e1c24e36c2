"""The look: tokens, contrast, the generated template."""
