"""A worked organisation: its whole result, drawn once and left as it is."""
