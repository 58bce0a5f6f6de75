"""An answers file from outside: strict JSON, its head and parts checked, or refused in parts."""
