"""The commands, one module each: what a reader may do besides answering."""
