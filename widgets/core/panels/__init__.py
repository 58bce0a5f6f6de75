"""What the dialog shows."""
