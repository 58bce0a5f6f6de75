"""What follows from a score: advice, plan, way up, second looks."""
