"""What becomes of a page: generated, filled with widgets, linked, put into the navigation."""
