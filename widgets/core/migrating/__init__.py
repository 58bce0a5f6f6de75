"""Answers of an older release of the model, taken to this one."""
