"""SVG charts, and the memo of what was drawn."""
