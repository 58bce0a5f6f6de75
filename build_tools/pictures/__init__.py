"""Figures as files: each as an SVG and a PNG with its own colours, and its words as a table."""
