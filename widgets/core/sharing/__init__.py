"""A link that carries answers."""
