"""Papers to take along: each read from one file, drawn as a page, for paper and for Word."""
