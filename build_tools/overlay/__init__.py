"""What an organisation changes of the guide in a folder of its own, set over a copy of ours."""
