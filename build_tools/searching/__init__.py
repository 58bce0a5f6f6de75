"""What the search of the site finds: words that people read, by their weight."""
