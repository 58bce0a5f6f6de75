"""One page for a board, and a slide: what stands on them, and how it is drawn."""
