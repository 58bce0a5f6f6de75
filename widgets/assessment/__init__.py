"""The full assessment: every practice, and the conversation that its result should start."""
