"""Several sets of answers: over time, by unit, by person."""
