"""English and numbers: lists, times, and the sentences of a page without Python."""
