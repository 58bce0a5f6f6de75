"""Which structure fits, and how sure that is, in figures: the answers read, and what follows."""
