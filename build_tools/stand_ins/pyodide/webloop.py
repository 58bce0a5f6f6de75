"""In place of Pyodide's own: no loop, for nothing here waits inside Python."""


def _initialize_event_loop() -> None:
    """None is needed."""
