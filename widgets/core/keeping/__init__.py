"""What the browser keeps, and the steps that change it."""
