"""How an organisation can be built for its key accounts, and what the chooser asks: frozen data."""
