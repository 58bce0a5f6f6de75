"""The button that erases everything."""
