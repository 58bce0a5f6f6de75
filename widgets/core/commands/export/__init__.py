"""What a reader takes away: files, a link, paper, and the sums."""
