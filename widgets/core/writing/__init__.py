"""What a text is made of, in any format, and texts made safe for one."""
