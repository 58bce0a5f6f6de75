"""What each release of the model froze, and the maps from one to the next."""
