"""What goes out, whatever the format: the rows that were asked for, and where they come from."""
