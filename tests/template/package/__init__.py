"""Templates are opened, repaired or refused with a reason; kept parts do not change."""
