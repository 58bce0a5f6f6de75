"""What is asked: the model and the structures as frozen data, and what changed between releases."""
