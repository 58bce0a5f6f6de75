"""The figures as a file, as a table and as the speed page."""
