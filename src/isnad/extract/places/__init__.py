"""Places found and resolved, with their rivals."""
