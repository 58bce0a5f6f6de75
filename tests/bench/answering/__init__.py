"""From an answer to its result, on every tool, and how that grows."""
