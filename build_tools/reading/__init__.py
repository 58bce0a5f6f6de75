"""Reads the model's YAML, and finds every mistake that its files can show."""
