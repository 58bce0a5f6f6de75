"""What every tool's page is made of: its frame, its controls, its dialog."""
