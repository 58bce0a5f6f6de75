"""The quick scan: one question for each dimension."""
