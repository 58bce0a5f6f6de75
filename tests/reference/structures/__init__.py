"""The chooser, implemented a second time from its method page and the data files alone."""
