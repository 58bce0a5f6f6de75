"""Earlier states and earlier releases: points to go back to, answers to look at again."""
