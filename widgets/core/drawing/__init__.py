"""SVG charts, and HTML as text."""
