"""What a reader answered: the one file format, and the fields of a form."""
