"""What comes in from outside, and how it joins the reader's own answers."""
