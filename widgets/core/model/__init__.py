"""What is asked: the model as frozen data, and what changed between its releases."""
