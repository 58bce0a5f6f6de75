"""What turns words and data into the site; nothing here runs in the reader's browser."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The checkout."""
