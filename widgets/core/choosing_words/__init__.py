"""Which structure fits, and how sure that is, in sentences."""
