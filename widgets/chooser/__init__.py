"""The chooser: which structure fits, and how sure that is."""
