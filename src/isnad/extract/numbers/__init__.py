"""Numbers as told: bounds, ranges, vague classes, what they count."""
