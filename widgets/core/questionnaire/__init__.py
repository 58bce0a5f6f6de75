"""What a reader told the chooser: read, filled with what is proposed, and what it stands for."""
