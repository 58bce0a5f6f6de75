"""What the browser downloads: Pyodide, a trimmed library, our package; one hashed folder."""
