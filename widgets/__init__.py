"""The KAM Field Guide's engines and widgets: the Python that runs in the reader's browser."""
