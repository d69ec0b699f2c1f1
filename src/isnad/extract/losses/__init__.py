"""What an act cost, and which act it was."""
