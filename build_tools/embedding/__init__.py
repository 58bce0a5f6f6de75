"""What another page needs in order to show a part of this guide in a frame."""
