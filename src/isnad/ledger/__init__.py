"""What was written down and may not change: the tables, and the engines that hold them."""
