"""Which structure fits, what to do about it, and how sure that is, in figures."""
