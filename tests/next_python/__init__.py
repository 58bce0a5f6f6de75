"""Whether the guide runs on the newest Pyodide of the next Python: `make next-python`."""
