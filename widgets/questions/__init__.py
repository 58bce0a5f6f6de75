"""A few questions of the assessment in place, on the page that explains them."""
