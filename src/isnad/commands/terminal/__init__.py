"""What commands share: their options, and how Arabic claims look in a terminal."""
