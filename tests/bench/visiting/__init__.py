"""What is visited and by whom: the folders that are compared, their server, and the browser."""

from pathlib import Path

SCRIPTS = Path(__file__).parents[1] / "scripts"
"""What the bench adds to pages, or puts in the place of our own scripts."""
