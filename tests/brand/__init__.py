"""A brand's colours contrast as WCAG demands; brand.yaml is read and written without loss."""
