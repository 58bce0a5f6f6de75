"""What to do about a result, as the page shows it: first steps, advice, the plan, the way up."""
