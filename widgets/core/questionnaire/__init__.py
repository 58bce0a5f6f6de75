"""What a reader told the chooser: read, told apart from what is proposed, and what it stands for."""
