"""The score with its working, and the shortest way up."""
