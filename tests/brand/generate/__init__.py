"""A brand without a template gets one that is valid, complete and readable."""
